package io.keyuan.engine.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What is set up, as a file has it.
 *
 * @param parts by their names; of each what it has by keys
 */
record ConfigurationFile(SequencedMap<String, SequencedMap<String, Map<String, Object>>> parts) {

    ConfigurationFile {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }

    /** Nothing where the file says nothing of the part. */
    SequencedMap<String, Map<String, Object>> of(String part) {
        return parts.getOrDefault(part, Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }
}
