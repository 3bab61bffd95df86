package io.keyuan.engine;

import org.jspecify.annotations.Nullable;

/** Who a request comes from for as long as its answer lasts, which for a stream may be hours. */
public interface Standing {

    /** The attribute of a request that holds it. */
    String ATTRIBUTE = "io.keyuan.engine.Standing";

    /** The caller with what they may as of now; null once they are no longer signed in. Asking is no sign that they are there. */
    @Nullable Caller caller();
}
