package io.keyuan.engine.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Numbers of cells as the text people see in them, or would if the column were wide enough. */
final class CellText {
    /** Excel keeps fifteen digits; what comes behind is what binary fractions leave. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final int SECONDS = 86_400;
    /** Excel takes 1900 for a leap year: before its first of March days are one less. */
    private static final int FIRST_OF_MARCH = 61;

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final boolean since1904;

    CellText(boolean since1904) {
        this.since1904 = since1904;
    }

    /** @param value the number as the file has it; anything else is given back as it is */
    String of(String value, CellFormats.Kind kind) {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (Math.abs((long) number.scale()) > 400) {
                return value;
            }
            return switch (kind) {
                case NUMBER -> plain(number);
                case PERCENT -> plain(number.movePointRight(2)) + "%";
                case DATE, DATE_AND_TIME -> moment(number, value);
                case TIME_OF_DAY -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0 ? clock(seconds(number)) : moment(number, value);
            };
        } catch (NumberFormatException none) {
            return value;
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private String moment(BigDecimal number, String value) {
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).longValue();
        long day = Math.floorDiv(seconds, SECONDS);
        if (day < 0 || day > LAST_DAY) {
            return value;
        }
        LocalDate date = since1904 ? SINCE_1904.plusDays(day) : SINCE_1900.plusDays(day < FIRST_OF_MARCH ? day + 1 : day);
        int ofDay = (int) Math.floorMod(seconds, (long) SECONDS);
        return ofDay == 0 ? date.toString() : LocalDateTime.of(date, LocalTime.ofSecondOfDay(ofDay)).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private static int seconds(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).intValue() % SECONDS;
    }

    private static String clock(int ofDay) {
        LocalTime time = LocalTime.ofSecondOfDay(ofDay);
        return time.format(time.getSecond() == 0 ? MINUTES : WITH_SECONDS);
    }
}
