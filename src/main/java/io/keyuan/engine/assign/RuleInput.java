package io.keyuan.engine.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody writes it: as it is answered, but that people, groups and records are named by their ids.
 *
 * @param object the name in addresses of whose records it is about
 * @param attribute by whose value somebody is named, of the record or of what a reference points to: {@code place.region}
 */
record RuleInput(
        @Nullable String object,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Boolean automatic,
        @Nullable String condition,
        @Nullable String method,
        @Nullable List<@Nullable String> people,
        @Nullable GroupInput group,
        @Nullable String attribute,
        @Nullable List<@Nullable ValueInput> values,
        @Nullable Integer mostOpen) {

    /** Whose members. */
    record GroupInput(@Nullable String object, @Nullable String id) {}

    /** Who is named for a value. */
    record ValueInput(@Nullable String value, @Nullable String person) {}
}
