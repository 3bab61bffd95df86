package io.keyuan.engine.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a map from YAML. Whatever is not understood is refused with its place; nothing is passed over in silence. */
@Component
class MapReader {

    private static final Set<String> MAP =
            Set.of("object", "key", "mode", "encoding", "separator", "sheet", "ignore", "duplicates", "columns", "computed", "constants");
    private static final Set<String> OPTIONS =
            Set.of("by", "missing", "set", "values", "scale", "currency", "format", "empty");
    private static final Set<String> OF_COLUMN = with("field");
    private static final Set<String> OF_COMPUTED = with("template");

    private final YAMLMapper yaml = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static Set<String> with(String option) {
        Set<String> options = new java.util.HashSet<>(OPTIONS);
        options.add(option);
        return Set.copyOf(options);
    }

    /** @throws io.keyuan.engine.Problem where it is not a map */
    ImportMap read(String text) {
        MapNode root = new MapNode("", parse(text));
        root.require(root.json().isObject(), "not-mapping");
        root.allow(MAP);
        return new ImportMap(
                root.at("object").text(),
                root.at("key").words(),
                root.at("mode").oneOf(Mode.class),
                root.at("encoding").text(),
                root.at("separator").text(),
                root.at("sheet").text(),
                root.at("ignore").isTrue(),
                root.at("duplicates").oneOf(Alike.class),
                columns(root.at("columns")),
                computed(root.at("computed")),
                root.at("constants").values());
    }

    private JsonNode parse(String text) {
        try {
            return yaml.readTree(text);
        } catch (JacksonException wrong) {
            var place = wrong.getLocation();
            throw MapProblem.at("", "bad-yaml", place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr());
        }
    }

    private static Map<String, List<ImportMap.Rule>> columns(MapNode node) {
        Map<String, List<ImportMap.Rule>> columns = new LinkedHashMap<>();
        node.members().forEach((header, column) -> {
            List<ImportMap.Rule> rules = new ArrayList<>();
            column.each().forEach(rule -> rules.add(column(rule)));
            columns.put(header, rules);
        });
        return columns;
    }

    private static ImportMap.Rule column(MapNode node) {
        String shortForm = node.isText() ? node.text() : null;
        if (shortForm != null) {
            return ImportMap.Rule.plain(node.path(), shortForm);
        }
        node.allow(OF_COLUMN);
        return rule(node, required(node.at("field")), null);
    }

    private static List<ImportMap.Rule> computed(MapNode node) {
        List<ImportMap.Rule> rules = new ArrayList<>();
        node.members().forEach((field, rule) -> {
            rule.allow(OF_COMPUTED);
            rules.add(rule(rule, field, required(rule.at("template"))));
        });
        return rules;
    }

    private static ImportMap.Rule rule(MapNode node, String field, @Nullable String template) {
        return new ImportMap.Rule(
                node.path(),
                field,
                template,
                node.at("by").words(),
                node.at("missing").oneOf(Missing.class),
                node.at("set").values(),
                node.at("values").texts(),
                node.at("scale").number(),
                node.at("currency").text(),
                node.at("format").text(),
                node.at("empty").oneOf(Empty.class));
    }

    private static String required(MapNode node) {
        String text = node.text();
        if (text == null || text.isBlank()) {
            throw MapProblem.at(node.path(), "required");
        }
        return text.strip();
    }
}
