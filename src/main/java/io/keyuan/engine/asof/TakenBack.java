package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.money.Worth;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes back what the audit says was done after a moment, the newest change first. */
@Component
class TakenBack {

    private static final int TOGETHER = 1_000;
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final Table<Record> AUDIT = Tables.of("audit", "a");
    private static final Field<UUID> RECORD = Tables.uuid("a", "record_id");
    private static final Field<String> ACTION = Tables.text("a", "action");
    private static final Field<Long> VERSION = Tables.number("a", "version");
    private static final Field<UUID> ACTOR = Tables.uuid("a", "actor");
    private static final Field<OffsetDateTime> AT = Tables.time("a", "at");
    private static final Field<JSONB> BEFORE = Tables.json("a", "before");

    private final DSLContext sql;
    private final Worth worth;
    private final JsonMapper json;

    TakenBack(DSLContext sql, Worth worth, JsonMapper json) {
        this.sql = sql;
        this.worth = worth;
        this.json = json;
    }

    /** Runs in a transaction, in which no more than a thousand changes at once are held. */
    void from(Map<UUID, State> states, Instant moment) {
        Condition these = Tables.ofTenant("a").and(RECORD.eq(any(states.keySet().toArray(UUID[]::new))));
        stamp(states, these, moment);
        try (Stream<? extends Record> later = sql.select(RECORD, ACTION, BEFORE)
                .from(AUDIT)
                .where(these)
                .and(AT.gt(Tables.bound(moment)))
                .orderBy(VERSION.desc())
                .fetchSize(TOGETHER)
                .fetchStream()) {
            later.forEach(change -> takeBack(Objects.requireNonNull(states.get(change.get(RECORD))), change.get(ACTION), change.get(BEFORE)));
        }
    }

    /** Who had changed it last, and when. */
    private void stamp(Map<UUID, State> states, Condition these, Instant moment) {
        sql.select(RECORD, VERSION, AT, ACTOR)
                .distinctOn(RECORD)
                .from(AUDIT)
                .where(these)
                .and(AT.le(Tables.bound(moment)))
                .orderBy(RECORD, VERSION.desc())
                .forEach(last -> {
                    State state = Objects.requireNonNull(states.get(last.value1()));
                    ObjectType type = state.row().type();
                    set(state, type.version, last.value2());
                    set(state, type.updatedAt, last.value3().toInstant());
                    set(state, type.updatedBy, Ref.to(last.value4()));
                });
    }

    private void takeBack(State state, String action, @Nullable JSONB before) {
        switch (action) {
            case "create", "restore" -> state.there(false);
            case "delete" -> state.there(true);
            default -> {}
        }
        if (before != null) {
            json.readValue(before.data(), VALUES).forEach((name, value) -> {
                Attribute<?> attribute = state.row().type().find(name);
                // A release may have dropped what an older one kept.
                if (attribute != null) {
                    set(state, attribute, value == null ? null : inBase(state, attribute.type().revive(value)));
                }
            });
        }
    }

    private static void set(State state, Attribute<?> attribute, @Nullable Object value) {
        state.row().replace(attribute, value);
    }

    /** The trail has amounts in their own currency; what they were worth follows from the rate of the day of the last change. */
    private Object inBase(State state, Object value) {
        return value instanceof Money money ? worth.at(money, Objects.requireNonNull(state.row().get(state.row().type().updatedAt))) : value;
    }
}
