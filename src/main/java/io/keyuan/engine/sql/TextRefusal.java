package io.keyuan.engine.sql;

import io.keyuan.engine.AcrossTenants;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Refuses statements that jOOQ knows only as text: the guard could not see whose rows they touch. */
public final class TextRefusal implements ExecuteListener {

    @Override
    public void start(ExecuteContext context) {
        if (context.query() == null && !AcrossTenants.isBound()) {
            throw new TenantGuard.TenantGuardException("a statement given as text: " + context.sql());
        }
    }
}
