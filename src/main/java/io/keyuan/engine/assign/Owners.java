package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom a record belonged to, from when to when, and by whose doing: the audit knows, nothing else is kept of it. */
@Component
class Owners implements RecordPart {

    /** A screenful of the newest. */
    private static final int MOST = 100;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final Records records;
    private final GivingNotes notes;
    private final JsonMapper json;

    Owners(DSLContext sql, ObjectTypes types, Access access, Records records, GivingNotes notes, JsonMapper json) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.records = records;
        this.notes = notes;
        this.json = json;
    }

    private record Step(Instant at, @Nullable UUID owner, UUID by, @Nullable UUID operation) {}

    @Override
    public String name() {
        return "owners";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return type.owner() != null && access.mayRead(type.owner()) && !deleted;
    }

    /**
     * The newest first.
     *
     * @throws Problem where the record is not there, or not for the caller
     */
    @Override
    public Map<String, Object> of(ObjectType type, UUID id) {
        return Map.of("items", items(type, id));
    }

    private List<Map<String, @Nullable Object>> items(ObjectType type, UUID id) {
        Row record = records.get(type, id);
        if (!access.mayRead(Objects.requireNonNull(type.owner()))) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.at(type.owner(), "may-not-read"));
        }
        List<Step> steps = steps(type, id);
        return tell(steps.isEmpty() ? List.of(asItIs(record)) : steps);
    }

    /** Of what was there before anything was written down. */
    private static Step asItIs(Row record) {
        Ref owner = record.get(Objects.requireNonNull(record.type().owner()));
        Ref by = record.get(record.type().createdBy);
        UUID person = owner == null ? null : owner.id();
        return new Step(
                Objects.requireNonNull(record.get(record.type().createdAt)), person,
                by == null || by.id() == null ? new UUID(0, 0) : by.id(), null);
    }

    private List<Step> steps(ObjectType type, UUID id) {
        String owner = Objects.requireNonNull(type.owner()).name();
        Field<JSONB> after = Tables.json("a", "after");
        return sql.select(Tables.time("a", "at"), after, Tables.uuid("a", "actor"), Tables.uuid("a", "operation_id"))
                .from(Tables.of("audit", "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.uuid("a", "record_id").eq(id))
                .and(jsonbGetAttribute(after, inline(owner)).isNotNull())
                .orderBy(Tables.time("a", "at").desc(), Tables.uuid("a", "id").desc())
                .limit(MOST)
                .fetch(row -> step(row, owner));
    }

    private Step step(Record row, String owner) {
        JsonNode to = json.readTree(row.get(1, JSONB.class).data()).path(owner).path("id");
        return new Step(
                row.get(Tables.time("a", "at")).toInstant(),
                to.isString() ? UUID.fromString(to.asString()) : null,
                row.get(Tables.uuid("a", "actor")),
                row.get(Tables.uuid("a", "operation_id")));
    }

    private List<Map<String, @Nullable Object>> tell(List<Step> steps) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> operations = new HashSet<>();
        steps.forEach(step -> {
            people.add(step.by());
            if (step.owner() != null) {
                people.add(step.owner());
            }
            if (step.operation() != null) {
                operations.add(step.operation());
            }
        });
        Map<UUID, String> names = records.titles(types.people(), people);
        Map<UUID, String> words = notes.of(operations);
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        @Nullable Instant until = null;
        for (Step step : steps) {
            told.add(tell(step, until, names, words));
            until = step.at();
        }
        return told;
    }

    private static Map<String, @Nullable Object> tell(Step step, @Nullable Instant until, Map<UUID, String> names, Map<UUID, String> words) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("owner", step.owner() == null ? null : reference(step.owner(), names));
        told.put("from", step.at().toString());
        told.put("until", until == null ? null : until.toString());
        told.put("by", reference(step.by(), names));
        told.put("operation", step.operation() == null ? null : step.operation().toString());
        told.put("note", step.operation() == null ? null : words.get(step.operation()));
        return told;
    }

    private static Map<String, Object> reference(UUID person, Map<UUID, String> names) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("id", person.toString());
        String name = names.get(person);
        if (name != null) {
            reference.put("title", name);
        }
        return reference;
    }
}
