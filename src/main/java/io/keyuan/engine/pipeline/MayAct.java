package io.keyuan.engine.pipeline;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import org.springframework.stereotype.Component;

/** May the caller do this with records of this object at all? */
@Component
final class MayAct implements Step {

    private final Access access;

    MayAct(Access access) {
        this.access = access;
    }

    @Override
    public void apply(Batch batch) {
        for (Draft.Action action : Draft.Action.values()) {
            Batch.Selection drafts = batch.live(action);
            if (!drafts.isEmpty() && !access.may(right(action), batch.type())) {
                drafts.forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, Fault.whole("may-not-" + right(action).name().toLowerCase(java.util.Locale.ROOT))));
            }
        }
    }

    /** Deleting and bringing back are one right. */
    static Right right(Draft.Action action) {
        return switch (action) {
            case CREATE -> Right.CREATE;
            case UPDATE -> Right.EDIT;
            case DELETE, RESTORE -> Right.DELETE;
        };
    }
}
