package io.keyuan.engine;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people and programs write them. */
final class Numerals {

    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final int MAX_DIGITS = 40;

    private Numerals() {}

    /** Reads a JSON number or text such as {@code 1054}, {@code 1,054.50}; separators only in groups of three. */
    static BigDecimal read(Object json) throws BadValue {
        String text = switch (json) {
            case String s -> s.strip();
            case Number n -> n.toString();
            default -> throw new BadValue("not-number");
        };
        if (text.length() > MAX_DIGITS) {
            throw new BadValue("not-number");
        }
        try {
            var number = new BigDecimal(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
            if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw new BadValue("not-number");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadValue("not-number");
        }
    }

    /** Refuses more decimals than are kept rather than rounding what somebody wrote. */
    static BigDecimal scaled(BigDecimal number, int scale, int digits) throws BadValue {
        if (number.stripTrailingZeros().scale() > scale) {
            throw new BadValue("too-many-decimals", scale);
        }
        if (number.precision() - number.scale() > digits - scale) {
            throw new BadValue("too-large", digits - scale);
        }
        return number.setScale(scale);
    }
}
