package io.keyuan.engine.configuration;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The files as people read and write them. */
@Component
class ConfigurationYaml {

    static final int LONGEST = 2_000_000;

    private static final String FORMAT = "keyuan";
    private static final int VERSION = 1;

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    String write(ConfigurationFile file) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put(FORMAT, VERSION);
        document.putAll(file.parts());
        return yaml.writeValueAsString(document);
    }

    /**
     * @param known the names of the parts there are
     * @throws Problem where it is no such file, at the place where it is not
     */
    ConfigurationFile read(String text, Set<String> known) {
        if (text.length() > LONGEST) {
            throw wrong("", "too-long", LONGEST, text.length());
        }
        JsonNode document = parsed(text);
        if (!document.isObject() || !document.path(FORMAT).isInt() || document.path(FORMAT).asInt() != VERSION) {
            throw wrong(FORMAT, "no-configuration");
        }
        SequencedMap<String, SequencedMap<String, Map<String, Object>>> parts = new LinkedHashMap<>();
        document.properties().forEach(part -> {
            if (!part.getKey().equals(FORMAT)) {
                if (!known.contains(part.getKey())) {
                    throw wrong(shortened(part.getKey()), "unknown-part");
                }
                parts.put(part.getKey(), items(part.getKey(), part.getValue()));
            }
        });
        return new ConfigurationFile(parts);
    }

    private SequencedMap<String, Map<String, Object>> items(String part, JsonNode node) {
        SequencedMap<String, Map<String, Object>> items = new LinkedHashMap<>();
        if (!node.isNull() && !node.isObject()) {
            throw wrong(part, "not-mapping");
        }
        node.properties().forEach(item -> {
            if (!item.getValue().isObject()) {
                throw wrong(part + "." + shortened(item.getKey()), "not-mapping");
            }
            items.put(item.getKey(), content(item.getValue()));
        });
        return items;
    }

    /** What is null is not said. */
    private Map<String, Object> content(JsonNode node) {
        Map<String, Object> content = new LinkedHashMap<>();
        node.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> content.put(member.getKey(), value(member.getValue())));
        return content;
    }

    private Object value(JsonNode node) {
        if (node.isObject()) {
            return content(node);
        }
        if (node.isArray()) {
            return node.valueStream().filter(each -> !each.isNull()).map(this::value).toList();
        }
        return yaml.treeToValue(node, Object.class);
    }

    private JsonNode parsed(String text) {
        try {
            return yaml.readTree(text);
        } catch (JacksonException wrong) {
            var place = wrong.getLocation();
            throw wrong("", "bad-configuration-yaml", place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr());
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), 60));
    }

    private static Problem wrong(String path, String code, Object... args) {
        return new Problem(ProblemKind.RULE_BROKEN, List.of(new Fault(path, code, List.of(args))), Map.of());
    }
}
