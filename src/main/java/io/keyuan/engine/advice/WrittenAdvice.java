package io.keyuan.engine.advice;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule of advice as it is written down, by a company or as one would have written what is shipped. Names stand for what they name, which may be gone by
 * now: what it means is found out by {@link AdviceMeaning}.
 *
 * @param reasons why something is to be done, by the tag of the language; at least one
 * @param actions what the way to do it is called, in the same way
 * @param condition an expression of the record on whose page it is told; null for any
 * @param pointing which records that point to it are looked for; null where it is about the record itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WrittenAdvice(
        Map<String, String> reasons, Map<String, String> actions, @Nullable String condition, @Nullable Pointing pointing, Remedy remedy) {

    WrittenAdvice {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
    }

    /**
     * @param object whose records, by the name in code
     * @param attribute by which they point
     * @param condition an expression of them; null for any
     * @param open whether only those count that are not at the end of their board
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pointing(String object, String attribute, @Nullable String condition, boolean open) {}

    /**
     * @param attribute that is given a value; null for other kinds
     * @param command that is run, as in addresses; null for other kinds
     * @param values of the record that is made, as in the API; empty for other kinds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Remedy(Kind kind, @Nullable String attribute, @Nullable String command, Map<String, Object> values) {}

    /** What is done, as {@link io.keyuan.engine.Advice.Remedy} has it. */
    enum Kind {
        FILL,
        RUN,
        OPEN,
        MAKE;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return null for what is none */
        @JsonCreator
        static @Nullable Kind of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }

        /** Whether it is done because of records that point here, and not with the record itself. */
        boolean isOfPointing() {
            return this == OPEN || this == MAKE;
        }
    }
}
