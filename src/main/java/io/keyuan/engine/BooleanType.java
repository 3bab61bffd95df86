package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
public final class BooleanType extends AttributeType<Boolean> {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "有");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "无", "無");

    BooleanType() {}

    @Override
    public String code() {
        return "boolean";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "boolean", "false"));
    }

    @Override
    public @Nullable Boolean read(ResultSet row, int at) throws SQLException {
        boolean value = row.getBoolean(at);
        return row.wasNull() ? null : value;
    }

    @Override
    public void bind(@Nullable Boolean value, @Nullable Object[] cells) {
        cells[0] = value;
    }

    @Override
    public Boolean coerce(Object json, Coercion context) throws BadValue {
        if (json instanceof Boolean yes) {
            return yes;
        }
        throw new BadValue("not-boolean");
    }

    @Override
    public Boolean parse(String cell, Coercion context) throws BadValue {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new BadValue("not-boolean");
    }

    @Override
    public Object json(Boolean value) {
        return value;
    }

    @Override
    public Boolean revive(Object json) {
        return (Boolean) json;
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.YES_NO;
    }
}
