package io.keyuan.engine.pipeline;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import java.util.Locale;
import java.util.stream.Collectors;
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
        for (Right right : batch.live().stream().map(Draft::right).collect(Collectors.toSet())) {
            if (!access.may(right, batch.type())) {
                batch.live().where(draft -> draft.right() == right).forEach(draft -> draft.fail(ProblemKind.FORBIDDEN, fault(right)));
            }
        }
    }

    private static Fault fault(Right right) {
        return Fault.whole("may-not-" + right.name().toLowerCase(Locale.ROOT));
    }
}
