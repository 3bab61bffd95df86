package io.keyuan.engine.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database can keep: no zero character and no half of a character in any text. */
final class Harmless {

    private Harmless() {}

    static String text(String text) {
        boolean harmless = text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit));
        return harmless ? text : cleaned(text);
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static Map<String, Object> details(Map<String, Object> details) {
        Map<String, Object> harmless = new LinkedHashMap<>();
        details.forEach((name, value) -> harmless.put(text(name), value(value)));
        return harmless;
    }

    private static Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> list -> list.stream().map(each -> value(String.valueOf(each))).toList();
            case Number number -> number;
            case Boolean yes -> yes;
            default -> text(value.toString());
        };
    }
}
