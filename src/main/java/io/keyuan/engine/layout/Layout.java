package io.keyuan.engine.layout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the attributes of an object stand on pages and in forms. Attributes that it does not mention stand behind the others: what a company adds, or the
 * program comes to have, is seen without anybody placing it.
 *
 * @param kind code of the choice that records have for which it is; null for records of all kinds
 * @param role whose people see it; null for everybody
 * @param sections in their order
 * @param hidden names of attributes that are left out
 * @param quick names of the attributes a form asks for first; null for those of the definition
 */
public record Layout(@Nullable String kind, @Nullable UUID role, List<Section> sections, List<String> hidden, @Nullable List<String> quick) {

    public Layout {
        sections = List.copyOf(sections);
        hidden = List.copyOf(hidden);
        quick = quick == null ? null : List.copyOf(quick);
    }

    /**
     * Attributes under one heading.
     *
     * @param key that of a section of the definition, or one of its own
     * @param labels the heading by the tag of the language; none for that of the definition
     * @param attributes names in their order
     */
    public record Section(String key, Map<String, String> labels, List<String> attributes) {

        public Section {
            labels = Map.copyOf(labels);
            attributes = List.copyOf(attributes);
        }
    }
}
