package io.keyuan.engine;

/** Every object of the program, for tests that need no server. */
public final class Definitions {

    private Definitions() {}

    public static ObjectTypes all() {
        return DefinedObjects.everywhere();
    }
}
