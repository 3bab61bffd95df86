package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.keyword;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** What PostgreSQL makes of values where jOOQ has no word for it. */
public final class Computed {

    private static final int SECONDS_OF_DAY = 86_400;

    private Computed() {}

    /** @param part {@code year}, {@code month} or {@code day} */
    public static Field<BigDecimal> part(String part, Field<?> date) {
        return field("extract({0} from {1})", SQLDataType.NUMERIC, keyword(part), date);
    }

    /** Days from one date to another. */
    public static Field<BigDecimal> daysBetween(Field<?> later, Field<?> earlier) {
        return field("({0} - {1})::numeric", SQLDataType.NUMERIC, later, earlier);
    }

    /** The same of times, with the part of a day. */
    public static Field<BigDecimal> daysBetweenTimes(Field<?> later, Field<?> earlier) {
        return field("(extract(epoch from ({0} - {1})) / {2})", SQLDataType.NUMERIC, later, earlier, inline(SECONDS_OF_DAY));
    }

    /** @param unit {@code day} or {@code month} */
    public static Field<LocalDate> moved(Field<?> date, Field<Integer> count, String unit) {
        return field("({0} + {1} * interval {2})::date", SQLDataType.LOCALDATE, date, count, inline("1 " + unit));
    }

    /** The day a time falls on. */
    public static Field<LocalDate> day(Field<?> time, ZoneId zone) {
        return field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, time, inline(zone.getId()));
    }

    /** A number without zeros at its end. */
    public static Field<String> text(Field<?> number) {
        return field("trim_scale({0})::text", SQLDataType.CLOB, number);
    }

    public static Field<String> textOfDate(Field<?> date) {
        return field("to_char({0}, 'YYYY-MM-DD')", SQLDataType.CLOB, date);
    }

    public static Field<String> textOfTime(Field<?> time, ZoneId zone) {
        return field("to_char({0} at time zone {1}, 'YYYY-MM-DD HH24:MI')", SQLDataType.CLOB, time, inline(zone.getId()));
    }

    /** The value of the row with the highest id, of a group. */
    public static <T> Field<T> ofNewest(Field<T> value, Field<?> id) {
        return field("(array_agg({0} order by {1} desc))[1]", value.getDataType(), value, id);
    }
}
