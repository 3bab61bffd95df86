package io.keyuan.engine;

import java.util.List;

/**
 * One thing that is wrong, and where. Its words are in the message files under {@code fault.<code>}, with the arguments as
 * {@code {0}}, {@code {1}}, …; values that people sent are never echoed.
 *
 * @param path the attribute's name, or a path below it: {@code lines[2].product}; empty for the whole record
 */
public record Fault(String path, String code, List<Object> args) {

    public static Fault at(Attribute<?> attribute, String code, Object... args) {
        return new Fault(attribute.name(), code, List.of(args));
    }

    public static Fault at(String path, String code, Object... args) {
        return new Fault(path, code, List.of(args));
    }

    public static Fault whole(String code, Object... args) {
        return new Fault("", code, List.of(args));
    }

    /** Whether it is wrong there, or in a part of what is there. */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place) && path.charAt(place.length()) == '.';
    }

    public Fault below(String prefix) {
        return new Fault(path.isEmpty() ? prefix : prefix + "." + path, code, args);
    }
}
