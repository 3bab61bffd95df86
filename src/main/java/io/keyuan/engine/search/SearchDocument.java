package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.SearchKind;
import io.keyuan.engine.text.SearchTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Under what a record is found, and what a hit shows.
 *
 * @param subtitle what tells records of one title apart; null where the record has nothing such
 * @param body every text it is found by but the title, for looking again whether a hit is one; null where there is none
 * @param tokens a tsvector as text
 */
@NamedInterface("documents")
public record SearchDocument(String title, @Nullable String subtitle, @Nullable String body, String tokens) {

    private static final int MAX_BODY = 20_000;

    public static SearchDocument of(ObjectType type, Function<Attribute<?>, @Nullable Object> values) {
        List<SearchTokens.Part> parts = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            SearchKind kind = attribute.searched();
            if (kind != null && values.apply(attribute) instanceof String text) {
                parts.add(new SearchTokens.Part(SearchTokens.Kind.valueOf(kind.name()), text));
            }
        }
        String title = (String) java.util.Objects.requireNonNull(values.apply(type.title()));
        return new SearchDocument(title, subtitle(parts), body(parts), SearchTokens.tsvector(parts));
    }

    private static @Nullable String subtitle(List<SearchTokens.Part> parts) {
        String text = parts.stream()
                .filter(part -> part.kind() == SearchTokens.Kind.PHONE || part.kind() == SearchTokens.Kind.CODE || part.kind() == SearchTokens.Kind.EMAIL)
                .map(SearchTokens.Part::text)
                .limit(2)
                .collect(Collectors.joining(" · "));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String body(List<SearchTokens.Part> parts) {
        String text = parts.stream()
                .filter(part -> part.kind() != SearchTokens.Kind.TITLE && part.kind() != SearchTokens.Kind.PERSON_NAME)
                .map(SearchTokens.Part::text)
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text.length() <= MAX_BODY ? text : text.substring(0, MAX_BODY);
    }
}
