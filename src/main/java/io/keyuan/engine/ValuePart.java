package io.keyuan.engine;

import io.keyuan.engine.text.KeyRange;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a value, which expressions, groups and templates name behind a dot: {@code amount.currency}.
 *
 * @param kind what expressions take it for: text or a number
 * @param column which of the columns of its attribute holds it, from 0
 * @param keys where the keys are by which all values sort that have this part; nowhere where keys do not tell
 * @param naming what people call a value of this part; null where that is the value itself
 */
public record ValuePart(
        String name, ExpressionKind kind, int column, Function<String, List<KeyRange>> keys, @Nullable Naming naming) {

    ValuePart(String name, ExpressionKind kind, int column) {
        this(name, kind, column, value -> List.of(), null);
    }

    /** What people call what is stored as a code. */
    @FunctionalInterface
    public interface Naming {

        String name(String code, Locale language);
    }
}
