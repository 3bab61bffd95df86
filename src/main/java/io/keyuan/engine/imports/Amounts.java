package io.keyuan.engine.imports;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people write them in cells, for arithmetic before the pipeline reads them. */
final class Amounts {

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,10})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3}){1,9}(\\.[0-9]{1,10})?");

    private Amounts() {}

    /** @throws NumberFormatException where it is none, or one of absurd length */
    static BigDecimal read(String text) {
        if (PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (GROUPED.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        throw new NumberFormatException();
    }
}
