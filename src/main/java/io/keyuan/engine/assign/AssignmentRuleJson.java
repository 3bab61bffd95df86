package io.keyuan.engine.assign;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.ReferenceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules as answers show them, with the names of the people in them. */
@Component
class AssignmentRuleJson {

    private final ObjectTypes types;
    private final Records records;

    AssignmentRuleJson(ObjectTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    List<Map<String, @Nullable Object>> of(List<AssignmentRule> rules) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        rules.forEach(rule -> want(rule, wanted));
        Map<UUID, String> titles = new HashMap<>();
        wanted.forEach((type, ids) -> titles.putAll(records.titles(type, ids)));
        return rules.stream().map(rule -> rule(rule, titles)).toList();
    }

    private void want(AssignmentRule rule, Map<ObjectType, Set<UUID>> wanted) {
        AssignmentRule.Pool pool = rule.pool();
        Set<UUID> people = wanted.computeIfAbsent(types.people(), any -> new HashSet<>());
        people.addAll(pool.people());
        people.addAll(pool.byValue().values());
        if (pool.group() != null) {
            wanted.computeIfAbsent(pool.group().type(), any -> new HashSet<>()).add(pool.group().id());
        }
        ObjectType target = target(pool.value());
        if (target != null) {
            pool.byValue().keySet().stream().flatMap(AssignmentRuleJson::id).forEach(wanted.computeIfAbsent(target, any -> new HashSet<>())::add);
        }
    }

    /** What the values are records of; null where they are none. */
    private @Nullable ObjectType target(@Nullable ValuePath value) {
        Attribute<?> attribute = value == null ? null : value.attribute();
        return attribute != null && attribute.type() instanceof ReferenceType ? types.target(attribute) : null;
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Map<String, @Nullable Object> rule(AssignmentRule rule, Map<UUID, String> titles) {
        AssignmentRule.Pool pool = rule.pool();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", rule.id().toString());
        json.put("version", rule.version());
        json.put("object", rule.type().path());
        json.put("name", rule.name());
        json.put("active", rule.active());
        json.put("automatic", rule.automatic());
        json.put("condition", rule.condition());
        json.put("method", rule.method().code());
        json.put("people", pool.people().stream().map(person -> reference(person, titles)).toList());
        json.put("group", group(pool.group(), titles));
        json.put("attribute", pool.value() == null ? null : pool.value().toString());
        json.put("values", values(pool, titles));
        json.put("mostOpen", rule.mostOpen());
        return json;
    }

    private static @Nullable Map<String, Object> group(AssignmentRule.@Nullable Group group, Map<UUID, String> titles) {
        if (group == null) {
            return null;
        }
        Map<String, Object> json = reference(group.id(), titles);
        json.put("object", group.type().path());
        return json;
    }

    private static List<Map<String, Object>> values(AssignmentRule.Pool pool, Map<UUID, String> titles) {
        List<Map<String, Object>> values = new ArrayList<>();
        pool.byValue().forEach((value, person) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("value", value);
            id(value).map(titles::get).filter(Objects::nonNull).forEach(title -> json.put("title", title));
            json.put("person", reference(person, titles));
            values.add(json);
        });
        return values;
    }

    private static Map<String, Object> reference(UUID id, Map<UUID, String> titles) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", id.toString());
        String title = titles.get(id);
        if (title != null) {
            reference.put("title", title);
        }
        return reference;
    }
}
