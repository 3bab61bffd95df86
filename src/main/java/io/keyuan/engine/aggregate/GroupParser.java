package io.keyuan.engine.aggregate;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Column;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.TextType;
import io.keyuan.engine.sql.ArrayValues;
import io.keyuan.engine.sql.Tables;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Reads {@code stage}, {@code owner.department}, {@code lines.product}, {@code amount.currency}, {@code closeDate:month}. */
final class GroupParser {

    private static final Set<String> PERIODS = Set.of("day", "week", "month", "quarter", "year");

    private final Source source;
    private final ZoneId zone;

    GroupParser(Source source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    Group parse(String text) {
        int colon = text.indexOf(':');
        Source.Located located = source.locate(colon < 0 ? text : text.substring(0, colon), "group");
        Field<?> field = colon < 0 ? whole(located, text) : period(located, text.substring(colon + 1), text);
        return new Group(text, located.attribute(), located.part(), field, source.targetOrNull(located.attribute()));
    }

    private Field<?> whole(Source.Located located, String text) {
        Field<?> column = column(located, text);
        return switch (located.kind()) {
            case CHOICE, REFERENCE, YES_NO, DATE -> column;
            case CHOICES -> ArrayValues.each(column);
            case TIME -> local(column).cast(SQLDataType.LOCALDATE);
            case TEXT -> isShort(located) ? column : refused(text);
            case NUMBER -> located.part() == null && located.attribute().type() instanceof NumberType ? column : refused(text);
            case MONEY, ADDRESS, ROWS -> refused(text);
        };
    }

    private static Field<?> column(Source.Located located, String text) {
        List<Column> columns = located.attribute().columns();
        return columns.isEmpty() ? refused(text) : Tables.column(located.alias(), columns.get(located.part() == null ? 0 : located.part().column()));
    }

    private static boolean isShort(Source.Located located) {
        return located.part() != null || located.attribute().type() instanceof TextType type && type.form() != TextType.Form.LINES;
    }

    private Field<?> period(Source.Located located, String period, String text) {
        ExpressionKind kind = located.kind();
        boolean dated = kind == ExpressionKind.DATE || kind == ExpressionKind.TIME;
        if (!dated || !PERIODS.contains(period)) {
            return refused(text);
        }
        Field<?> column = column(located, text);
        Field<LocalDateTime> time = kind == ExpressionKind.TIME ? local(column) : column.cast(SQLDataType.LOCALDATETIME);
        return function(name("date_trunc"), SQLDataType.LOCALDATETIME, val(period), time).cast(SQLDataType.LOCALDATE);
    }

    /** As clocks of the tenant show it. */
    private Field<LocalDateTime> local(Field<?> time) {
        return function(name("timezone"), SQLDataType.LOCALDATETIME, val(zone.getId()), time);
    }

    private static Field<?> refused(String text) {
        throw Source.malformed("group", text);
    }
}
