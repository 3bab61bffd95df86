package io.keyuan.engine.layout;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Signals;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the current caller's company has settled, all of it read together and remembered until somebody changes it. */
@Repository
class LayoutStore {

    private static final String TABLE = "object_layout";
    private static final String TOPIC = "layouts";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final SettledLayouts NOTHING = new SettledLayouts(ObjectLayouts.NONE, 0);

    private final DSLContext sql;
    private final JsonMapper json;
    private final Signals signals;
    private final KnownOfTenant<Map<String, SettledLayouts>> known = new KnownOfTenant<>(KEPT);

    LayoutStore(DSLContext sql, JsonMapper json, Signals signals) {
        this.sql = sql;
        this.json = json;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    /** By the object's name in code. */
    Map<String, SettledLayouts> all() {
        return known.get(Caller.current().tenant(), this::read);
    }

    private Map<String, SettledLayouts> read() {
        return Map.copyOf(sql.select(Tables.text("l", "object"), Tables.number("l", "version"), Tables.json("l", "layouts"))
                .from(Tables.of(TABLE, "l"))
                .where(Tables.ofTenant("l"))
                .fetchMap(row -> row.get("object", String.class), this::settled));
    }

    /** As it is now, whatever is remembered. */
    SettledLayouts find(ObjectType type) {
        SettledLayouts found = sql.select(Tables.number("l", "version"), Tables.json("l", "layouts"))
                .from(Tables.of(TABLE, "l"))
                .where(Tables.ofTenant("l"))
                .and(Tables.text("l", "object").eq(type.name()))
                .fetchOne(this::settled);
        return found == null ? NOTHING : found;
    }

    private SettledLayouts settled(Record row) {
        return new SettledLayouts(json.readValue(row.get("layouts", JSONB.class).data(), ObjectLayouts.class), row.get("version", Long.class));
    }

    /**
     * @param version that was seen; 0 where nothing had been settled
     * @return whether it was still that
     */
    boolean replace(ObjectType type, long version, ObjectLayouts layouts) {
        Map<Field<?>, Object> row = Map.of(
                own("version", SQLDataType.BIGINT), version + 1,
                own("layouts", SQLDataType.JSONB), JSONB.valueOf(json.writeValueAsString(layouts)),
                own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()),
                own("updated_by", SQLDataType.UUID), Caller.current().person());
        int changed = version == 0 ? add(type, row) : change(type, version, row);
        changed();
        return changed == 1;
    }

    private int add(ObjectType type, Map<Field<?>, Object> row) {
        return sql.insertInto(table(name(TABLE)))
                .set(own("tenant_id", SQLDataType.UUID), Caller.current().tenant())
                .set(own("object", SQLDataType.CLOB), type.name())
                .set(row)
                .onConflictDoNothing()
                .execute();
    }

    private int change(ObjectType type, long version, Map<Field<?>, Object> row) {
        return sql.update(Tables.of(TABLE, "l"))
                .set(row)
                .where(Tables.ofTenant("l"))
                .and(Tables.text("l", "object").eq(type.name()))
                .and(Tables.number("l", "version").eq(version))
                .execute();
    }

    private void changed() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        known.changed(tenant);
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
