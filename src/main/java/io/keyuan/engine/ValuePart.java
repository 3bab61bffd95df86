package io.keyuan.engine;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of a value, which expressions, groups and templates name behind a dot: {@code amount.currency}.
 *
 * @param kind what expressions take it for: text or a number
 * @param column which of the columns of its attribute holds it, from 0
 * @param keysBegin with what the keys begin by which all values sort that have this part; null where keys do not tell
 * @param naming what people call a value of this part; null where that is the value itself
 */
public record ValuePart(
        String name, ExpressionKind kind, int column, UnaryOperator<@Nullable String> keysBegin, @Nullable Naming naming) {

    ValuePart(String name, ExpressionKind kind, int column) {
        this(name, kind, column, value -> null, null);
    }

    /** What people call what is stored as a code. */
    @FunctionalInterface
    public interface Naming {

        String name(String code, Locale language);
    }
}
