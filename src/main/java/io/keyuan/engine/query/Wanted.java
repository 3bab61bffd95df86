package io.keyuan.engine.query;

import static org.jooq.impl.DSL.falseCondition;

import java.util.List;
import org.jooq.Condition;

/**
 * What a row must meet to be in a list.
 *
 * @param there that it is the tenant's, and in the list or in the bin
 * @param filter what the reader asks for
 * @param reasons for at least one of which the reader reaches it
 */
record Wanted(Condition there, Condition filter, List<Condition> reasons) {

    /** All of it, but reached for this reason. */
    Condition because(Condition reason) {
        return there.and(reason).and(filter);
    }

    /** Whether one statement with all reasons in one condition would walk the table to find a page. */
    boolean isManifold() {
        return reasons.size() > 1;
    }

    Condition whole() {
        return because(reasons.stream().reduce(Condition::or).orElse(falseCondition()));
    }
}
