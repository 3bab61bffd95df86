package io.keyuan.engine;

import java.util.function.Supplier;

/**
 * The only way past the fence between tenants, for what must be done before the tenant is known or for all of them.
 * Search for this name to see every place that goes past it.
 */
public final class AcrossTenants {

    private static final ScopedValue<String> REASON = ScopedValue.newInstance();

    private AcrossTenants() {}

    /** @param reason why no tenant can be named; for the reader of the code and of a stack trace */
    public static <T> T call(String reason, Supplier<T> work) {
        return ScopedValue.where(REASON, reason).call(work::get);
    }

    public static boolean isBound() {
        return REASON.isBound();
    }
}
