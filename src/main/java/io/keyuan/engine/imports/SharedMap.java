package io.keyuan.engine.imports;

import io.keyuan.engine.BooleanType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What colleagues may see of a map somebody else used: which column is what, and what is a choice. Texts of cells and the
 * records they were said to mean stay with whoever brought the file, since not everybody may see these.
 */
final class SharedMap {

    /** The words under which a rule holds texts and values. */
    private static final List<String> TOLD = List.of("values", "set");

    private final Set<String> open;

    private SharedMap(Set<String> open) {
        this.open = open;
    }

    /** @param map as JSON, with the rules of columns and of what is made of several; is changed */
    static JsonNode of(JsonNode map, List<ImportableAttributes.Attributed> fields) {
        Set<String> open = fields.stream()
                .filter(field -> field.attribute().type().isOfChoices() || field.attribute().type() instanceof BooleanType)
                .map(ImportableAttributes.Attributed::field)
                .collect(Collectors.toSet());
        var shared = new SharedMap(open);
        map.path("columns").values().forEach(shared::strip);
        map.path("computed").properties().forEach(entry -> shared.strip(entry.getValue(), entry.getKey()));
        if (map instanceof ObjectNode whole) {
            whole.remove("constants");
        }
        return map;
    }

    /** A rule, several of them, or the mere name of an attribute. */
    private void strip(JsonNode rules) {
        if (rules.isArray()) {
            rules.values().forEach(this::strip);
        } else {
            strip(rules, rules.path("field").asString(""));
        }
    }

    private void strip(JsonNode rule, String field) {
        if (rule instanceof ObjectNode told && !open.contains(field)) {
            told.remove(TOLD);
        }
    }
}
