package io.keyuan.engine.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lists sort by, as PostgreSQL writes it and a cursor carries it. Anybody can make up a cursor; what the database would
 * not read back is found here, where it is still the asker's mistake.
 */
final class SortValue {

    private static final String LOWEST = "-infinity";
    private static final int LAST_YEAR = 10_000;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DECIMAL = Pattern.compile("-Infinity|-?[0-9]{1,1000}(\\.[0-9]{1,1000})?");
    private static final Pattern DAY = Pattern.compile("([0-9]{4,5})-([0-9]{2})-([0-9]{2})");
    private static final Pattern MOMENT = Pattern.compile(
            "(?<day>" + DAY.pattern() + ") (?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?)[+-](0[0-9]|1[0-5])(:[0-5][0-9]){0,2}( BC)?");

    private static final Map<Class<?>, Predicate<String>> READABLE = Map.of(
            String.class, text -> true,
            UUID.class, ID.asMatchPredicate(),
            Boolean.class, text -> text.equals("t") || text.equals("f"),
            Integer.class, text -> isWhole(text) && Long.parseLong(text) == (int) Long.parseLong(text),
            Long.class, SortValue::isWhole,
            BigDecimal.class, DECIMAL.asMatchPredicate(),
            LocalDate.class, text -> text.equals(LOWEST) || isDay(text),
            OffsetDateTime.class, text -> text.equals(LOWEST) || isMoment(text));

    private SortValue() {}

    static boolean isReadable(Class<?> type, String text) {
        Predicate<String> readable = READABLE.get(type);
        if (readable == null) {
            throw new IllegalArgumentException("lists do not sort by " + type);
        }
        return readable.test(text);
    }

    private static boolean isWhole(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        Matcher parts = DAY.matcher(text);
        try {
            return parts.matches()
                    && LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3))).getYear() > 0
                    && number(parts.group(1)) <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        Matcher parts = MOMENT.matcher(text);
        try {
            return parts.matches() && isDay(parts.group("day")) && LocalTime.parse(parts.group("time")).getHour() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
