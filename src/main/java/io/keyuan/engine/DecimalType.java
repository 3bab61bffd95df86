package io.keyuan.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decimal with a fixed number of places; a decimal string in JSON, so that nothing is lost on the way. */
public final class DecimalType extends AttributeType<BigDecimal> {

    private static final int DIGITS = 19;

    private final int scale;
    private final boolean percent;

    DecimalType(int scale, boolean percent) {
        this.scale = scale;
        this.percent = percent;
    }

    public int scale() {
        return scale;
    }

    @Override
    public String code() {
        return percent ? "percent" : "decimal";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "numeric", "'-Infinity'::numeric"));
    }

    @Override
    public @Nullable BigDecimal read(ResultSet row, int at) throws SQLException {
        return row.getBigDecimal(at);
    }

    @Override
    public void bind(@Nullable BigDecimal value, @Nullable Object[] cells) {
        cells[0] = value;
    }

    @Override
    public BigDecimal coerce(Object json, Coercion context) throws BadValue {
        Object plain = percent && json instanceof String text && text.endsWith("%") ? text.substring(0, text.length() - 1) : json;
        return Numerals.scaled(Numerals.read(plain), scale, DIGITS);
    }

    @Override
    public Object json(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale())).toPlainString();
    }

    @Override
    public BigDecimal revive(Object json) {
        return new BigDecimal((String) json);
    }

    @Override
    public boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.NUMBER;
    }
}
