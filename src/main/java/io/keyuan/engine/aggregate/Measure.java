package io.keyuan.engine.aggregate;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the records of a group.
 *
 * @param name as it was asked for
 * @param attribute null for the count of records
 */
record Measure(String name, Function function, @Nullable Attribute<?> attribute) {

    private static final Pattern CALL = Pattern.compile("(sum|avg|min|max)\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

    /** How the values of a group become one. */
    enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    static Measure parse(Source source, String text) {
        if (text.equals("count")) {
            return new Measure(text, Function.COUNT, null);
        }
        var call = CALL.matcher(text);
        if (!call.matches()) {
            throw Source.malformed("measure", text);
        }
        Attribute<?> attribute = source.locate(call.group(2), "measure").attribute();
        if (!isNumeric(attribute)) {
            throw Source.malformed("measure", text);
        }
        return new Measure(text, Function.valueOf(call.group(1).toUpperCase(Locale.ROOT)), attribute);
    }

    private static boolean isNumeric(Attribute<?> attribute) {
        return switch (attribute.type()) {
            case NumberType number -> true;
            case DecimalType decimal -> true;
            case MoneyType money -> true;
            default -> false;
        };
    }

    boolean isMoney() {
        return attribute != null && attribute.type() instanceof MoneyType;
    }
}
