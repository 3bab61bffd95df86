package io.keyuan.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the values of an attribute come from that nobody writes. */
public sealed interface Calculation {

    /**
     * From other values of the record, and of the records it points to.
     *
     * @param text an expression
     */
    record Formula(String text) implements Calculation {}

    /**
     * From the records that point to it.
     *
     * @param object those records, by their name in code
     * @param reference the attribute by which they point here
     * @param attribute whose values are taken together; null where they are only counted
     * @param condition an expression of their own attributes, which of them count; null for all
     */
    record Summary(String object, String reference, Function function, @Nullable String attribute, @Nullable String condition)
            implements Calculation {}

    /** How the values of several records become one. */
    enum Function {
        COUNT("count"),
        SUM("sum"),
        MIN("min"),
        MAX("max"),
        /** The value of the newest record. */
        LAST("last");

        private final String code;

        Function(String code) {
            this.code = code;
        }

        /** As it is stored, and as the API says it. */
        public String code() {
            return code;
        }

        /** @return null where none is called so */
        public static @Nullable Function of(@Nullable String code) {
            return Arrays.stream(values()).filter(function -> function.code.equals(code)).findFirst().orElse(null);
        }
    }
}
