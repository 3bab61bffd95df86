package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.RuleOperations;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.merge.MergedRecords;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells changes in the values of attributes, as far as the reader may know them. */
@Component
class Changes {

    private static final Map<String, String> WORDS =
            Map.of("create", "created", "update", "updated", "delete", "deleted", "restore", "restored");
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final RuleOperations rules;
    private final JsonMapper mapper;
    private final MergedRecords merged;

    Changes(DSLContext sql, ObjectTypes types, Access access, RuleOperations rules, JsonMapper mapper, MergedRecords merged) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.rules = rules;
        this.mapper = mapper;
        this.merged = merged;
    }

    Map<UUID, Change> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = sql.select(
                        Tables.uuid("a", "id"), Tables.uuid("a", "record_id"), Tables.uuid("a", "actor"), Tables.text("a", "action"),
                        Tables.uuid("a", "operation_id"), Tables.json("a", "before"), Tables.json("a", "after"))
                .from(Tables.of("audit", "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.uuid("a", "id").eq(any(ids.toArray(UUID[]::new))))
                .fetch();
        Set<UUID> operations = new HashSet<>();
        rows.getValues(Tables.uuid("a", "operation_id")).stream().filter(Objects::nonNull).forEach(operations::add);
        Map<UUID, MergedRecords.Merged> merges = merged.of(operations);
        return rows.intoMap(Tables.uuid("a", "id"), row -> change(row, merges));
    }

    /** What the rules are called that made some of these changes, by operation. */
    Map<UUID, String> rules(Collection<Change> changes) {
        return rules.names(changes.stream().flatMap(change -> Stream.ofNullable(change.operation())).collect(Collectors.toSet()));
    }

    private Change change(Record row, Map<UUID, MergedRecords.Merged> merges) {
        UUID operation = row.get(Tables.uuid("a", "operation_id"));
        return new Change(
                row.get(Tables.uuid("a", "record_id")),
                row.get(Tables.uuid("a", "actor")),
                row.get(Tables.text("a", "action")),
                operation,
                values(row.get(Tables.json("a", "before"))),
                values(row.get(Tables.json("a", "after"))),
                operation == null ? null : merges.get(operation));
    }

    private Map<String, @Nullable Object> values(@Nullable JSONB json) {
        return json == null ? Map.of() : mapper.readValue(json.data(), VALUES);
    }

    /** Everything the change points to, whoever made it included. */
    void want(ObjectType type, Change change, Names names) {
        names.want(types.people(), change.actor());
        names.want(type, change.record());
        if (change.isMerge()) {
            Objects.requireNonNull(change.merged()).from().forEach(record -> names.want(type, record));
        }
        if (change.isEnd()) {
            names.want(type, Objects.requireNonNull(change.merged()).into());
        }
        Stream.of(change.before(), change.after()).forEach(values -> values.forEach((name, value) -> names.want(target(type, name), id(value))));
    }

    private @Nullable ObjectType target(ObjectType type, String name) {
        Attribute<?> attribute = type.find(name);
        return attribute != null && attribute.type() instanceof ReferenceType ? types.target(attribute) : null;
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get("id") instanceof String id ? UUID.fromString(id) : null;
    }

    /** @param byRules what the rules are called that made changes, by operation */
    void tell(ObjectType type, Change change, Names names, Map<UUID, String> byRules, Map<String, @Nullable Object> item) {
        item.put("by", names.reference(change.actor()));
        item.put("record", names.record(type, change.record()));
        item.put("action", change.isMerge() ? "merged" : change.isEnd() ? "became" : Objects.requireNonNull(WORDS.get(change.action())));
        if (change.isMerge()) {
            item.put("merged", Objects.requireNonNull(change.merged()).from().stream().map(names::reference).toList());
        }
        if (change.isEnd()) {
            item.put("into", names.reference(Objects.requireNonNull(change.merged()).into()));
        }
        item.put("operation", change.operation() == null ? null : change.operation().toString());
        item.put("rule", change.operation() == null ? null : byRules.get(change.operation()));
        item.put("changes", values(type, change, names));
    }

    private List<Map<String, @Nullable Object>> values(ObjectType type, Change change, Names names) {
        List<Map<String, @Nullable Object>> values = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (change.after().containsKey(attribute.name()) && !attribute.isImplied() && access.mayRead(attribute)) {
                Map<String, @Nullable Object> value = new LinkedHashMap<>();
                value.put("attribute", attribute.name());
                if (change.before().get(attribute.name()) != null || change.after().get(attribute.name()) != null) {
                    Disclosures.note(attribute, change.record());
                }
                value.put("old", titled(attribute, change.before().get(attribute.name()), names));
                value.put("new", titled(attribute, change.after().get(attribute.name()), names));
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object titled(Attribute<?> attribute, @Nullable Object value, Names names) {
        UUID id = attribute.type() instanceof ReferenceType ? id(value) : null;
        return id == null ? value : names.reference(id);
    }
}
