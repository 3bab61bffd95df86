package io.keyuan.engine.imports;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.TextType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a map's YAML that knows where it stands, so that whatever is wrong with it can be pointed at. */
record MapNode(String path, JsonNode json) {

    MapNode at(String name) {
        return new MapNode(path.isEmpty() ? name : path + "." + name, json.path(name));
    }

    boolean isAbsent() {
        return json.isMissingNode() || json.isNull();
    }

    boolean isText() {
        return json.isString();
    }

    /** The parts of an object by name; nothing where absent. */
    Map<String, MapNode> members() {
        Map<String, MapNode> members = new LinkedHashMap<>();
        if (!isAbsent()) {
            require(json.isObject(), "not-mapping");
            json.propertyNames().forEach(name -> members.put(clean(name), at(name)));
        }
        return members;
    }

    /** Refuses what nobody reads: a misspelt word must not be taken for silence. */
    void allow(Set<String> names) {
        members().forEach((name, node) -> node.require(names.contains(name), "unknown-word"));
    }

    /** One, or a list of them. */
    List<MapNode> each() {
        List<MapNode> each = new ArrayList<>();
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                each.add(new MapNode(path + "[" + i + "]", json.get(i)));
            }
        } else if (!isAbsent()) {
            each.add(this);
        }
        return each;
    }

    @Nullable String text() {
        if (isAbsent()) {
            return null;
        }
        require(json.isValueNode(), "not-plain");
        return clean(json.asString());
    }

    /** One word, words between commas, or a list of words. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (MapNode node : each()) {
            String text = node.text();
            if (text != null) {
                words.addAll(Words.list(text));
            }
        }
        return words;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members().forEach((name, node) -> {
            String text = node.text();
            texts.put(name, text == null ? "" : text);
        });
        return texts;
    }

    /** Values as JSON has them, by attribute. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        members().forEach((name, node) -> {
            node.require(!node.isAbsent() && (node.json.isValueNode() || node.json.isObject()), "not-plain");
            values.put(name, node.json.isObject() ? node.texts() : node.plain());
        });
        return values;
    }

    private Object plain() {
        return json.isNumber() ? json.decimalValue() : json.isBoolean() ? (Object) json.booleanValue() : clean(json.asString());
    }

    private String clean(String text) {
        try {
            TextType.checkCharacters(text);
            return text;
        } catch (BadValue bad) {
            throw MapProblem.at(path, bad.code(), bad.args().toArray());
        }
    }

    boolean isTrue() {
        require(isAbsent() || json.isBoolean(), "not-boolean");
        return json.asBoolean(false);
    }

    @Nullable BigDecimal number() {
        require(isAbsent() || json.isNumber(), "not-number");
        return isAbsent() ? null : json.decimalValue();
    }

    <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
        String text = text();
        if (text == null) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw MapProblem.at(path, "unknown-word");
    }

    void require(boolean condition, String code) {
        if (!condition) {
            throw MapProblem.at(path, code);
        }
    }
}
