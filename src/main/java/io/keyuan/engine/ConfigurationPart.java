package io.keyuan.engine;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A part of what a company sets up, as it stands in a file that another installation understands: nothing in it goes by ids that are
 * made here. Whoever reads and writes it may set up everything.
 */
public interface ConfigurationPart {

    /** What goes by what: a part is written after those of earlier stages. */
    enum Stage {
        COMPANY,
        OBJECTS,
        FIELDS,
        CHOICES,
        ROLES,
        FORMS,
        LISTS,
        RULES,
        /** Last, since whoever writes records waits for what holds their numbers. */
        NUMBERS
    }

    /** In files and addresses: lower case, with hyphens. */
    String name();

    Stage stage();

    /** All there is, by a key that is the same in every installation, in the order in which people know it; values as JSON has them. */
    SequencedMap<String, Map<String, Object>> read();

    /**
     * Makes something so, whether it is there or not; with the current transaction.
     *
     * @throws Problem with what is wrong, at its place within the content
     */
    void write(String key, Map<String, Object> content);

    /**
     * Puts things in the order of a file, where order says something; after all of them have been written.
     *
     * @param keys of those in the file, in its order
     */
    default void arrange(List<String> keys) {}

    /** Whether something is in every installation, and cannot go: that a file does not speak of it means nothing. */
    default boolean isAlwaysThere(String key) {
        return false;
    }

    /**
     * Takes away what is there.
     *
     * @throws Problem where it cannot be
     */
    void remove(String key);
}
