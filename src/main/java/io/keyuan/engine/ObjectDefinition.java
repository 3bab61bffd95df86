package io.keyuan.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object that a company has defined, as it is written down. What its records are made of never changes, so that a record
 * written before a change and one written after it are alike; what people call it may.
 *
 * @param name in code; made of the path and never given again
 * @param path in addresses; begins with {@code c-}
 * @param labels what people call one record, by the tag of the language; at least one
 * @param plurals what they call several, where that is another word
 * @param titles what they call the text a record is known by; may be empty
 * @param description what it is for; may be empty
 * @param place where it stands in the navigation among those of the company, the lowest first
 * @param owned whether records belong to people
 * @param staged whether records go through stages, and so stand on a board
 * @param removedAt null where it is there
 * @param erased whether its records went for good, and it cannot be brought back
 */
public record ObjectDefinition(
        UUID id,
        String name,
        String path,
        Map<String, String> labels,
        Map<String, String> plurals,
        Map<String, String> titles,
        String description,
        String icon,
        int place,
        boolean owned,
        boolean staged,
        @Nullable Instant removedAt,
        boolean erased) {

    public static final String PREFIX = "c-";

    public ObjectDefinition {
        labels = Map.copyOf(labels);
        plurals = Map.copyOf(plurals);
        titles = Map.copyOf(titles);
    }

    /** What a record is called, in the language asked for, else in one that is given. */
    public String label(Locale language) {
        String label = Languages.closest(language, labels);
        return label == null ? path : label;
    }

    /** What several records are called; as one is where no other word is given in the language. */
    public String plural(Locale language) {
        String own = plurals.get(Languages.closest(language).toLanguageTag());
        String one = labels.get(Languages.closest(language).toLanguageTag());
        String other = own == null && one == null ? Languages.closest(language, plurals) : own;
        return other == null ? label(language) : other;
    }

    /** What the text is called by which people know a record; null where nobody said. */
    @Nullable String title(Locale language) {
        return Languages.closest(language, titles);
    }
}
