package io.keyuan.identity.organisation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nobody is in the same department or team twice. */
@Component
final class Once {

    private final Siblings siblings;

    Once(Siblings siblings) {
        this.siblings = siblings;
    }

    /** Refuses what would be the second record of one parent to point to the same other record. */
    void refuseSecond(Batch batch, Attribute<Ref> parent, Attribute<Ref> other) {
        siblings.of(batch, parent, other).values().forEach(all -> refuseSecond(all, other));
    }

    /** What is stored comes first, so that it is never the stored one that is too many. */
    private static void refuseSecond(List<Siblings.Sibling> all, Attribute<Ref> other) {
        Set<Object> seen = new HashSet<>();
        for (Siblings.Sibling each : all) {
            Object value = each.values().getFirst();
            Draft draft = each.draft();
            if (value != null && !seen.add(value) && draft != null) {
                draft.fail(ProblemKind.DUPLICATE, Fault.at(other, "there-already"));
            }
        }
    }
}
