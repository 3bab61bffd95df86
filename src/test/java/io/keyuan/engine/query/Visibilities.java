package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectTypes;

/** Makes what the program gets from Spring. */
public final class Visibilities {

    private Visibilities() {}

    public static VisibilityCondition of(Access access, ObjectTypes types) {
        return new VisibilityCondition(access, types);
    }
}
