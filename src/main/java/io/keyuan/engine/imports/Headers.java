package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds rules for the columns of a file that the map says nothing of: columns that tell why rows failed before are passed
 * over, in a file without a map those called like an attribute are it, and any other is refused.
 */
@Component
class Headers {

    private static final int MOST_NAMED = 20;

    private final Messages messages;
    private final PartWords parts;

    Headers(Messages messages, PartWords parts) {
        this.messages = messages;
        this.parts = parts;
    }

    /** @return a map that speaks of every column that can be matched */
    ImportMap complete(ImportMap map, ObjectType type, List<String> headers) {
        if (!map.columns().isEmpty() || !map.computed().isEmpty()) {
            return map;
        }
        return new ImportMap(
                map.object(), map.key(), map.mode(), map.encoding(), map.separator(), map.sheet(), map.ignore(), map.duplicates(),
                match(type, map, headers), map.computed(), map.constants());
    }

    /** @throws Problem where there are columns the map does not speak of, unless they are to be ignored */
    void refuseUnmatched(ImportMap map, List<String> headers) {
        Set<String> told = told(map);
        List<String> unmatched = headers.stream()
                .filter(header -> !told.contains(Words.alike(header)) && !isReason(header))
                .toList();
        if (!unmatched.isEmpty() && !map.ignore()) {
            throw refusal(unmatched);
        }
    }

    private static Set<String> told(ImportMap map) {
        Set<String> told = map.columns().keySet().stream().map(Words::alike).collect(Collectors.toCollection(HashSet::new));
        map.computed().stream()
                .flatMap(rule -> new Template(String.valueOf(rule.template())).columns().stream())
                .map(Words::alike)
                .forEach(told::add);
        return told;
    }

    private boolean isReason(String header) {
        return Languages.all().stream().anyMatch(language -> reasons(language).contains(header));
    }

    /** The columns that tell of a row that failed where it stood and why. */
    List<String> reasons(Locale language) {
        return List.of(messages.text(language, "import.failure.line"), messages.text(language, "import.failure.reason"));
    }

    private Map<String, List<ImportMap.Rule>> match(ObjectType type, ImportMap map, List<String> headers) {
        Map<String, Attribute<?>> names = names(type);
        Map<String, List<ImportMap.Rule>> columns = new LinkedHashMap<>();
        for (String header : headers) {
            Attribute<?> attribute = names.get(Words.header(header));
            if (attribute == null) {
                part(type, header).ifPresent(field -> columns.put(header, List.of(ImportMap.Rule.plain("columns." + header, field))));
            } else {
                // What the system keeps stands in every file that was exported; it says nothing.
                boolean says = attribute.isWritable() || map.key().contains(attribute.name());
                columns.put(header, says ? List.of(ImportMap.Rule.plain("columns." + header, attribute.name())) : List.of());
            }
        }
        return columns;
    }

    /** A part of an attribute that is called so in full, as maps call it. */
    private Optional<String> part(ObjectType type, String header) {
        String word = Words.header(header);
        return type.attributes().stream()
                .filter(Attribute::isWritable)
                .flatMap(attribute -> attribute.type().givenParts().stream()
                        .filter(part -> parts.isCalledInFull(word, attribute, part))
                        .map(part -> attribute.name() + "." + part.name()))
                .findFirst();
    }

    /** What people may call attributes: their names, and their labels in any language. */
    Map<String, Attribute<?>> names(ObjectType type) {
        Map<String, Attribute<?>> names = new HashMap<>();
        List<Attribute<?>> attributes =
                type.attributes().stream().filter(attribute -> !(attribute.type() instanceof LinesType)).toList();
        attributes.forEach(attribute -> names.put(Words.header(attribute.name()), attribute));
        attributes.forEach(attribute -> Languages.all().forEach(language ->
                names.putIfAbsent(Words.header(messages.label(language, attribute)), attribute)));
        return names;
    }

    private static Problem refusal(List<String> unmatched) {
        List<Fault> faults = unmatched.stream()
                .limit(MOST_NAMED)
                .map(header -> Fault.at("file", "unmatched-column", header.length() > 60 ? header.substring(0, 60) + "…" : header))
                .toList();
        return new Problem(ProblemKind.MALFORMED, faults, Map.of());
    }
}
