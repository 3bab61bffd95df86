package io.keyuan.engine.text;

/** Stub until merged. */
public final class SortKey {
    private SortKey() {}

    public static String of(String s) {
        return s;
    }
}
