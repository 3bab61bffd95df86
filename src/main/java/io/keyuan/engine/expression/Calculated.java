package io.keyuan.engine.expression;

import io.keyuan.engine.ExpressionKind;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is of a row.
 *
 * @param field numbers are {@code numeric}, times {@code timestamptz}; amounts of money are numbers, told in the base currency
 * @param kind {@code NUMBER}, {@code TEXT}, {@code DATE}, {@code TIME} or {@code YES_NO}; null where it is never anything
 */
public record Calculated(Field<?> field, @Nullable ExpressionKind kind) {}
