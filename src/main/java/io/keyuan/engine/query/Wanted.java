package io.keyuan.engine.query;

import java.util.List;
import org.jooq.Condition;

/**
 * What a row must meet to be in a list.
 *
 * @param there that it is the tenant's, and in the list or in the bin
 * @param filter what the reader asks for
 * @param reasons for at least one of which the reader reaches it; at least one
 * @param any all of them in one
 */
record Wanted(Condition there, Condition filter, List<Reason> reasons, Condition any) {

    /** All of it, but reached for this reason. */
    Condition because(Condition reason) {
        return there.and(reason).and(filter);
    }

    /** Whether a page is found by gathering ids for each reason first, and not by going along the list. */
    boolean isManifold() {
        return reasons.size() > 1 || reasons.getFirst().named();
    }

    /** The one reason, where there are not several. */
    Condition single() {
        return because(reasons.getFirst().condition());
    }

    /** All of it, for whatever looks at all rows. */
    Condition whole() {
        return because(any);
    }
}
