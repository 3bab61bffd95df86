package io.keyuan.engine.automation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a rule run.
 *
 * @param attributes of {@link Kind#CHANGED}, of which one must have changed; empty for any change
 * @param attribute whose value counts: of {@link Kind#ENTERED} a choice, of {@link Kind#DATE} a day or a moment; null otherwise
 * @param option the code of the choice that a record comes to have; null otherwise
 * @param days of {@link Kind#DATE}, so many days after the value; before where negative
 * @param hours the same of a moment
 * @param every of {@link Kind#SCHEDULE}; null otherwise
 * @param day of the week from 1, Monday, or of the month from 1; what a month does not have is its last
 * @param at the time of the day, such as {@code 09:00}, where the company is; null where the clock plays no part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trigger(
        Kind kind, List<String> attributes, @Nullable String attribute, @Nullable String option, int days, int hours, @Nullable Every every,
        int day, @Nullable String at) {

    enum Kind {
        CREATED,
        CHANGED,
        ENTERED,
        DATE,
        SCHEDULE;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return null for what is none */
        @JsonCreator
        static @Nullable Kind of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }
    }

    enum Every {
        DAY,
        WEEK,
        MONTH;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return null for what is none */
        @JsonCreator
        static @Nullable Every of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }
    }

    static Trigger of(Kind kind) {
        return new Trigger(kind, List.of(), null, null, 0, 0, null, 1, null);
    }

    @JsonIgnore
    boolean isByClock() {
        return kind == Kind.DATE || kind == Kind.SCHEDULE;
    }

    /**
     * Whether a change makes it run.
     *
     * @param action as the audit writes it
     * @param after the new values of what changed, by attribute
     */
    boolean is(String action, Map<String, @Nullable Object> after) {
        return switch (kind) {
            case CREATED -> action.equals("create");
            case CHANGED -> action.equals("update") && (attributes.isEmpty() || attributes.stream().anyMatch(after::containsKey));
            case ENTERED -> (action.equals("update") || action.equals("create")) && option != null && option.equals(after.get(attribute));
            case DATE, SCHEDULE -> false;
        };
    }
}
