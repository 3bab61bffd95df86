package io.keyuan.engine;

/** Tells how often the {@linkplain Caller#current() current caller's} tenant came back from a backup. */
@FunctionalInterface
public interface Era {

    /** 0 where it never did. It does not change while the tenant is there. */
    int current();
}
