package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.SearchKind;
import io.keyuan.engine.text.SearchTokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Under what a record is found, and what a hit shows.
 *
 * @param subtitle what tells records of one title apart; null where the record has nothing such
 * @param body every text it is found by but the title, for looking again whether a hit is one; null where there is none
 * @param sources the attribute to which each line of the body belongs, a line each; null with it
 * @param tokens a tsvector as text
 */
@NamedInterface("documents")
public record SearchDocument(
        String title, @Nullable String subtitle, @Nullable String body, @Nullable String sources, String tokens) {

    private static final int MAX_BODY = 20_000;
    private static final int LINES_OF_SUBTITLE = 2;
    private static final Set<@Nullable SearchKind> SHORT = EnumSet.of(SearchKind.PHONE, SearchKind.CODE, SearchKind.EMAIL);

    public static SearchDocument of(ObjectType type, List<Attribute<?>> attributes, Function<Attribute<?>, @Nullable Object> values) {
        List<SearchTokens.Part> parts = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Attribute<?> attribute : attributes) {
            SearchKind kind = attribute.searched();
            if (kind != null && values.apply(attribute) instanceof String text) {
                parts.add(new SearchTokens.Part(SearchTokens.Kind.valueOf(kind.name()), text));
                if (kind != SearchKind.TITLE && kind != SearchKind.PERSON_NAME) {
                    text.lines().forEach(line -> lines.add(new Line(attribute, line)));
                }
            }
        }
        String title = (String) Objects.requireNonNull(values.apply(type.title()));
        List<Line> body = shortened(lines);
        return new SearchDocument(
                title, subtitle(body), text(body), sources(body),
                SearchTokens.tsvector(parts));
    }

    /** What tells records of one title apart: the first numbers and addresses among these lines. */
    static @Nullable String subtitle(List<Line> lines) {
        String text = lines.stream()
                .filter(line -> SHORT.contains(line.attribute().searched()))
                .map(Line::text)
                .limit(LINES_OF_SUBTITLE)
                .collect(Collectors.joining(" · "));
        return text.isEmpty() ? null : text;
    }

    static @Nullable String text(List<Line> lines) {
        return lines.isEmpty() ? null : lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static @Nullable String sources(List<Line> lines) {
        return lines.isEmpty() ? null : lines.stream().map(line -> line.attribute().name()).collect(Collectors.joining("\n"));
    }

    private static List<Line> shortened(List<Line> lines) {
        List<Line> kept = new ArrayList<>();
        int room = MAX_BODY;
        for (Line line : lines) {
            if (room > 0) {
                String text = line.text().length() <= room ? line.text() : line.text().substring(0, room);
                kept.add(new Line(line.attribute(), text));
                room -= text.length() + 1;
            }
        }
        return kept;
    }

    /** A line of a value, and whose it is. */
    record Line(Attribute<?> attribute, String text) {}
}
