package io.keyuan.identity.oidc;

import io.keyuan.engine.Caller;

/** Work on somebody's behalf that throws what it throws. */
final class As {

    private As() {}

    /** @param <E> what it throws beside what is unchecked */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T get() throws E;
    }

    @SuppressWarnings("unchecked")
    static <T, E extends Exception> T call(Caller caller, Work<T, E> work) throws E {
        try {
            return caller.call(work::get);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw (E) failure;
        }
    }
}
