package io.keyuan.engine.advice;

import io.keyuan.engine.Advice;
import io.keyuan.engine.Languages;
import io.keyuan.engine.ObjectType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A rule that holds.
 *
 * @param name by which it is told and put off
 * @param object whose records are looked for; where it is about the record itself, the record's own
 * @param reasons in words, by the tag of the language; at least one
 * @param actions what the way to do it is called, in the same way
 */
record Rule(String name, ObjectType object, Advice advice, Map<String, String> reasons, Map<String, String> actions) {

    String reason(Locale language) {
        return Objects.requireNonNull(Languages.closest(language, reasons));
    }

    String action(Locale language) {
        return Objects.requireNonNull(Languages.closest(language, actions));
    }
}
