package io.keyuan.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole number of 64 bits. */
public final class NumberType extends AttributeType<Long> {

    NumberType() {}

    @Override
    public String code() {
        return "number";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "bigint", "'" + Long.MIN_VALUE + "'::bigint"));
    }

    @Override
    public @Nullable Long read(ResultSet row, int at) throws SQLException {
        long value = row.getLong(at);
        return row.wasNull() ? null : value;
    }

    @Override
    public void bind(@Nullable Long value, @Nullable Object[] cells) {
        cells[0] = value;
    }

    @Override
    public Long coerce(Object json, Coercion context) throws BadValue {
        BigDecimal number = Numerals.read(json);
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValue("not-whole");
        }
    }

    @Override
    public Object json(Long value) {
        return value;
    }

    @Override
    public Long revive(Object json) {
        return ((Number) json).longValue();
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.NUMBER;
    }
}
