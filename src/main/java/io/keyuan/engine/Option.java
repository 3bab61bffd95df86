package io.keyuan.engine;

import org.jspecify.annotations.Nullable;

/**
 * A choice that a new tenant begins with. Its label stands in the message files: {@code openDay.kind.winter}.
 *
 * @param colour one of the look's accents: jade, ochre, cinnabar, indigo, slate, plum
 */
public record Option(String code, @Nullable Enum<?> meaning, @Nullable String colour) {

    public static Option option(String code) {
        return new Option(code, null, null);
    }

    public static Option option(String code, String colour) {
        return new Option(code, null, colour);
    }

    public static Option option(String code, Enum<?> meaning, String colour) {
        return new Option(code, meaning, colour);
    }
}
