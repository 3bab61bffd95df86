package io.keyuan.engine.webhook;

import io.keyuan.engine.Era;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the change log has for webhooks. Messages name records and say no values: those are read with the rights of whoever reads. */
@Component
class ChangesToTell {

    /** So many records in one message. */
    private static final int TOGETHER = 500;

    private static final Field<UUID[]> IDS = DSL.field(DSL.name("c", "ids"), SQLDataType.UUID.array());

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Era era;
    private final JsonMapper json;

    ChangesToTell(DSLContext sql, ObjectTypes types, Era era, JsonMapper json) {
        this.sql = sql;
        this.types = types;
        this.era = era;
        this.json = json;
    }

    /** @param object as in addresses */
    record Change(WebhookStore.Position position, String object, Happening happening, Instant at, UUID actor, List<UUID> ids) {

        String type() {
            return object + "." + happening.code();
        }
    }

    /** The next rows, of transactions of which no more can come. */
    List<Change> after(WebhookStore.Position position, int limit) {
        return sql.select(
                        Snapshots.transaction(), Tables.number("c", "sequence"), Tables.text("c", "object"), Tables.text("c", "action"),
                        Tables.time("c", "at"), Tables.uuid("c", "actor"), IDS)
                .from(Tables.of("change_log", "c"))
                .where(Tables.ofTenant("c"))
                .and(Snapshots.settled(era.current()))
                .and(Snapshots.after(position.transaction(), position.sequence()))
                .orderBy(Snapshots.order(), Tables.number("c", "sequence"))
                .limit(limit)
                .fetch(this::change);
    }

    private Change change(Record row) {
        @Nullable ObjectType type = types.byName(row.get(Tables.text("c", "object")));
        return new Change(
                new WebhookStore.Position(Long.parseLong(row.get(Snapshots.transaction())), row.get(Tables.number("c", "sequence"))),
                // What an object of a newer release is called in addresses, nobody here knows.
                type == null ? row.get(Tables.text("c", "object")) : type.path(),
                Happening.of(row.get(Tables.text("c", "action"))),
                row.get(Tables.time("c", "at")).toInstant(),
                row.get(Tables.uuid("c", "actor")),
                List.of(Objects.requireNonNull(row.get(IDS))));
    }

    /** One message, or several where very many records were changed at once. */
    List<String> bodies(Change change) {
        List<String> bodies = new ArrayList<>();
        for (int from = 0; from < change.ids().size(); from += TOGETHER) {
            List<UUID> some = change.ids().subList(from, Math.min(change.ids().size(), from + TOGETHER));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("object", change.object());
            data.put("ids", some);
            data.put("by", Map.of("id", change.actor()));
            bodies.add(body(change.type(), change.at(), data));
        }
        return bodies;
    }

    String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }
}
