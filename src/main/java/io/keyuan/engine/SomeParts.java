package io.keyuan.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is given of a value part by part, as by a file that has a column for each: stands where the JSON of the value would. Parts that are not
 * said stay as they were.
 *
 * @param whole the JSON of a value whose parts these are instead; null where it is the one that the record has
 * @param said as JSON, by the names of {@linkplain AttributeType#givenParts parts}; null where there is to be none
 */
public record SomeParts(@Nullable Object whole, Map<String, @Nullable Object> said) {

    private static final SomeParts NONE = new SomeParts(null, Map.of());

    /** @param there what was given so far: some parts, the JSON of a whole value, or null for nothing */
    public static SomeParts of(@Nullable Object there) {
        return there instanceof SomeParts some ? some : NONE.beside(there);
    }

    public SomeParts and(String part, @Nullable Object json) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(said);
        more.put(part, json);
        return new SomeParts(whole, more);
    }

    /** The same parts of another value. */
    public SomeParts beside(@Nullable Object whole) {
        return new SomeParts(whole, said);
    }
}
