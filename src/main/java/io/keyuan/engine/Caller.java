package io.keyuan.engine;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the program acts. Bound for the length of a request or a step of a job; every statement is checked
 * against its tenant, every record against what this person may.
 *
 * @param person the id of a record of the object that is {@link Capability#PEOPLE}
 * @param operation what groups the changes of a bulk operation, so that they can be undone together; null for single ones
 */
public record Caller(UUID tenant, UUID person, boolean administrator, Locale locale, @Nullable UUID operation) {

    /** The attribute of a request that says whose it was, for what is written about it afterwards. */
    public static final String ATTRIBUTE = "io.keyuan.engine.Caller";

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** @throws IllegalStateException where nobody is bound: a statement without a tenant must not run */
    public static Caller current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("no caller is bound");
        }
        return CURRENT.get();
    }

    public static @Nullable Caller currentOrNull() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    public Caller in(UUID operation) {
        return new Caller(tenant, person, administrator, locale, operation);
    }
}
