package io.keyuan.engine.history;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.query.Lists;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The story of one record, newest first, as far as the reader may know it. */
@Component
class History {

    private static final int PAGE = 50;
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final DSLContext sql;
    private final Lists lists;
    private final JsonMapper mapper;

    History(DSLContext sql, Lists lists, JsonMapper mapper) {
        this.sql = sql;
        this.lists = lists;
        this.mapper = mapper;
    }

    /** @param page the id of the last entry of the page before; null for the first */
    Entries of(ObjectType type, UUID record, @Nullable String page) {
        if (lists.find(type, record) == null) {
            throw Problem.notFound();
        }
        List<Entry> entries = sql.select(
                        Tables.uuid("a", "id"), Tables.time("a", "at"), Tables.uuid("a", "actor"), Tables.text("a", "action"),
                        Tables.uuid("a", "operation_id"), Tables.json("a", "before"), Tables.json("a", "after"))
                .from(Tables.of("audit", "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.uuid("a", "record_id").eq(record))
                .and(after(page))
                .orderBy(Tables.uuid("a", "id").desc())
                .limit(PAGE + 1)
                .fetch(this::entry);
        boolean more = entries.size() > PAGE;
        List<Entry> shown = more ? entries.subList(0, PAGE) : entries;
        return new Entries(shown, more ? shown.getLast().id().toString() : null);
    }

    private static Condition after(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return noCondition();
        }
        try {
            return Tables.uuid("a", "id").lt(UUID.fromString(page));
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    private Entry entry(Record row) {
        return new Entry(
                row.get(Tables.uuid("a", "id")),
                row.get(Tables.time("a", "at")).toInstant(),
                row.get(Tables.uuid("a", "actor")),
                row.get(Tables.text("a", "action")),
                row.get(Tables.uuid("a", "operation_id")),
                values(row.get(Tables.json("a", "before"))),
                values(row.get(Tables.json("a", "after"))));
    }

    private Map<String, @Nullable Object> values(@Nullable JSONB json) {
        return json == null ? Map.of() : mapper.readValue(json.data(), VALUES);
    }

    /** One page. */
    record Entries(List<Entry> entries, @Nullable String next) {}

    /** One change, its values by attribute name. */
    record Entry(
            UUID id,
            java.time.Instant at,
            UUID actor,
            String action,
            @Nullable UUID operation,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {}
}
