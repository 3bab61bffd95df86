package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import java.util.concurrent.Callable;

/** Does something in somebody's name where nobody is bound yet. */
final class ScopedCalls {

    private ScopedCalls() {}

    static <T> T call(Caller caller, Callable<T> work) {
        try {
            return caller.call(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
