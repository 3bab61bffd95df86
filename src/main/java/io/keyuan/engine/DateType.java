package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day of the calendar, without a zone. */
public final class DateType extends AttributeType<LocalDate> {

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

    DateType() {}

    @Override
    public String code() {
        return "date";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "date", "'-infinity'::date"));
    }

    @Override
    public @Nullable LocalDate read(ResultSet row, int at) throws SQLException {
        return row.getObject(at, LocalDate.class);
    }

    @Override
    public void bind(@Nullable LocalDate value, @Nullable Object[] cells) {
        cells[0] = value;
    }

    /** The year comes first in any writing accepted: 2017-03-01, 2017/3/1, 2017年3月1日; which of 3/4/2017 is the month nobody can know. */
    @Override
    public LocalDate coerce(Object json, Coercion context) throws BadValue {
        if (!(json instanceof String text)) {
            throw new BadValue("not-date");
        }
        var parts = YEAR_FIRST.matcher(text.strip());
        if (!parts.matches()) {
            throw new BadValue("not-date");
        }
        try {
            return LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        } catch (DateTimeException e) {
            throw new BadValue("not-date");
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public Object json(LocalDate value) {
        return value.toString();
    }

    @Override
    public LocalDate revive(Object json) {
        return LocalDate.parse((String) json);
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.DATE;
    }
}
