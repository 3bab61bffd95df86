package io.keyuan.engine.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import io.keyuan.engine.Fault;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of one thing.
 *
 * @param differences of a changed one
 * @param faults why it cannot be so; then nothing becomes of it
 */
record Change(String part, String key, Kind kind, List<Difference> differences, List<Fault> faults) {

    enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        /** The file does not have it, and it stays. */
        KEPT,
        REFUSED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
