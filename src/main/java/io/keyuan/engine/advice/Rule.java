package io.keyuan.engine.advice;

import io.keyuan.engine.Advice;
import io.keyuan.engine.ObjectType;

/** An advice with the object that defines it. */
record Rule(ObjectType object, Advice advice) {

    /** By which it is told and put off. */
    String name() {
        return object.name() + "." + advice.name();
    }

    /** The key of its words. */
    String words() {
        return object.name() + ".advice." + advice.name();
    }
}
