package io.keyuan.engine;

import java.util.List;

/** A value that cannot be what its attribute wants. Carries a code whose words are in the message files, never words. */
public final class BadValue extends Exception {

    private final String code;
    private final transient List<Object> args;

    public BadValue(String code, Object... args) {
        // Thrown once per wrong cell of an import: a stack trace would cost more than the row.
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
