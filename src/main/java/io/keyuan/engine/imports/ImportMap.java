package io.keyuan.engine.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a file: which column is what, and how rows find their records. As written, not yet held against the
 * file or the object; nulls are what was not said.
 *
 * @param key attributes by which a row finds its record; empty where none are named
 * @param ignore whether columns nobody named are left out rather than refused
 * @param duplicates what becomes of new rows that are like a record
 * @param columns by header; an empty list leaves a column out
 * @param computed attributes made of several columns
 * @param constants the same value for every row, by attribute
 */
record ImportMap(
        @Nullable String object,
        List<String> key,
        @Nullable Mode mode,
        @Nullable String encoding,
        @Nullable String separator,
        @Nullable String sheet,
        boolean ignore,
        @Nullable Alike duplicates,
        Map<String, List<Rule>> columns,
        List<Rule> computed,
        Map<String, Object> constants) {

    static final ImportMap NOTHING =
            new ImportMap(null, List.of(), null, null, null, null, false, null, Map.of(), List.of(), Map.of());

    /** What is said outside the map rules. */
    ImportMap with(@Nullable String object, List<String> key, @Nullable Mode mode, boolean ignore, @Nullable Alike duplicates) {
        return new ImportMap(
                object == null ? this.object : object,
                key.isEmpty() ? this.key : key,
                mode == null ? this.mode : mode,
                encoding,
                separator,
                sheet,
                ignore || this.ignore,
                duplicates == null ? this.duplicates : duplicates,
                columns,
                computed,
                constants);
    }

    /**
     * How text becomes the value of an attribute.
     *
     * @param path where in the map it stands, for problems
     * @param field the attribute, or {@code lines.product} for one of a line
     * @param template of what the text is made, where not of one column
     * @param by the attributes of the other record by which a reference finds it
     * @param set further values of records that are made because a row names them
     * @param values what certain texts mean
     * @param scale what a number is multiplied with
     * @param currency of an amount
     * @param format of a date, as {@link java.time.format.DateTimeFormatter} has it
     */
    record Rule(
            String path,
            String field,
            @Nullable String template,
            List<String> by,
            @Nullable Missing missing,
            Map<String, Object> set,
            Map<String, String> values,
            @Nullable BigDecimal scale,
            @Nullable String currency,
            @Nullable String format,
            @Nullable Empty empty) {

        static Rule plain(String path, String field) {
            return new Rule(path, field, null, List.of(), null, Map.of(), Map.of(), null, null, null, null);
        }
    }
}
