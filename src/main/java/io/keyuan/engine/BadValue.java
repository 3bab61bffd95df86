package io.keyuan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that cannot be what its attribute wants. Carries a code whose words are in the message files, never words. */
public final class BadValue extends Exception {

    private final String code;
    private final transient List<Object> args;
    private final transient Map<String, BadValue> parts;

    public BadValue(String code, Object... args) {
        this(code, List.of(args), Map.of());
    }

    private BadValue(String code, List<Object> args, Map<String, BadValue> parts) {
        // Thrown once per wrong cell of an import: a stack trace would cost more than the row.
        super(code, null, false, false);
        this.code = code;
        this.args = args;
        this.parts = parts;
    }

    /** @param parts what is wrong with which part of a value, at least one; whoever has room for one thing tells the first */
    static BadValue of(Map<String, BadValue> parts) {
        BadValue first = parts.values().iterator().next();
        return new BadValue(first.code, first.args, new LinkedHashMap<>(parts));
    }

    /** What is wrong, each below the path of the value. */
    public List<Fault> faults(String path) {
        return parts.isEmpty()
                ? List.of(new Fault(path, code, args))
                : parts.entrySet().stream().flatMap(part -> part.getValue().faults(path + "." + part.getKey()).stream()).toList();
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
