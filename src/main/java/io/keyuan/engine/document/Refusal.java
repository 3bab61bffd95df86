package io.keyuan.engine.document;

import java.util.List;

/** A template that is not worked on, and why: the code of a fault and what its words need. */
final class Refusal extends RuntimeException {

    private final String code;
    private final transient List<Object> args;

    Refusal(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    String code() {
        return code;
    }

    List<Object> args() {
        return args;
    }
}
