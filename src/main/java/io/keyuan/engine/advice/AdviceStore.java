package io.keyuan.engine.advice;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Signals;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the current caller's company, its own and those that are shipped: read together and remembered until somebody changes one. */
@Repository
class AdviceStore {

    private static final String TABLE = "advice_rule";
    private static final String TOPIC = "advice";
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** More rows than there can be: so many objects with so many rules no company has. */
    private static final int MOST_ROWS = 5_000;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final ShippedAdvice shipped;
    private final JsonMapper json;
    private final Signals signals;
    private final KnownOfTenant<Map<String, Stored>> known = new KnownOfTenant<>(KEPT);

    AdviceStore(DSLContext sql, ObjectTypes types, ShippedAdvice shipped, JsonMapper json, Signals signals) {
        this.sql = sql;
        this.types = types;
        this.shipped = shipped;
        this.json = json;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    /** @param written null of a rule that is shipped */
    private record Stored(String name, long version, String object, boolean active, int weight, @Nullable WrittenAdvice written) {}

    /** In no order; those of objects that were erased are not among them. */
    List<AdviceSetting> all() {
        Map<String, Stored> stored = known.get(Caller.current().tenant(), this::read);
        return Stream.concat(
                        shipped.all().stream().map(rule -> setting(rule, stored.get(rule.name()))),
                        stored.values().stream().map(this::setting).filter(Objects::nonNull))
                .toList();
    }

    /** As it is now, whatever is remembered. */
    @Nullable AdviceSetting find(String name) {
        Stored stored = sql.select(fields()).from(Tables.of(TABLE, "r")).where(it(name)).fetchOne(this::stored);
        AdviceSetting rule = shipped.find(name);
        return rule != null ? setting(rule, stored) : stored == null ? null : setting(stored);
    }

    private Map<String, Stored> read() {
        Map<String, Stored> stored = new LinkedHashMap<>();
        sql.select(fields()).from(Tables.of(TABLE, "r")).where(Tables.ofTenant("r")).limit(MOST_ROWS).forEach(row -> {
            Stored each = stored(row);
            stored.put(each.name(), each);
        });
        return stored;
    }

    private static List<Field<?>> fields() {
        return List.of(
                Tables.text("r", "name"), Tables.number("r", "version"), Tables.text("r", "object"), field(name("r", "active"), SQLDataType.BOOLEAN),
                field(name("r", "weight"), SQLDataType.INTEGER), Tables.json("r", "written"));
    }

    private Stored stored(Record row) {
        JSONB written = row.get("written", JSONB.class);
        return new Stored(
                row.get("name", String.class), row.get("version", Long.class), row.get("object", String.class), row.get("active", Boolean.class),
                row.get("weight", Integer.class), written == null ? null : json.readValue(written.data(), WrittenAdvice.class));
    }

    private static AdviceSetting setting(AdviceSetting shipped, @Nullable Stored said) {
        return said == null
                ? shipped
                : new AdviceSetting(shipped.name(), said.version(), shipped.type(), true, said.active(), said.weight(), shipped.written());
    }

    /** @return null of an object there is no more, and of a rule that is shipped no more */
    private @Nullable AdviceSetting setting(Stored own) {
        ObjectType type = types.byName(own.object());
        return type == null || own.written() == null
                ? null
                : new AdviceSetting(own.name(), own.version(), type, false, own.active(), own.weight(), own.written());
    }

    /**
     * Writes it with the next version.
     *
     * @return whether the version was still the rule's; 0 where nothing was stored
     */
    boolean put(AdviceSetting rule) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(own("version", SQLDataType.BIGINT), rule.version() + 1);
        row.put(own("active", SQLDataType.BOOLEAN), rule.active());
        row.put(own("weight", SQLDataType.INTEGER), rule.weight());
        row.put(own("written", SQLDataType.JSONB), rule.shipped() ? null : JSONB.valueOf(json.writeValueAsString(rule.written())));
        row.put(own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        row.put(own("updated_by", SQLDataType.UUID), Caller.current().person());
        int changed = rule.version() == 0
                ? sql.insertInto(table(name(TABLE)))
                        .set(own("tenant_id", SQLDataType.UUID), Caller.current().tenant())
                        .set(own("name", SQLDataType.CLOB), rule.name())
                        .set(own("object", SQLDataType.CLOB), rule.type().name())
                        .set(row)
                        .onConflictDoNothing()
                        .execute()
                : sql.update(Tables.of(TABLE, "r")).set(row).where(it(rule.name())).and(Tables.number("r", "version").eq(rule.version())).execute();
        changed();
        return changed == 1;
    }

    /** One that is shipped is again as it is shipped. */
    void delete(String name) {
        sql.deleteFrom(Tables.of(TABLE, "r")).where(it(name)).execute();
        changed();
    }

    private static Condition it(String name) {
        return Tables.ofTenant("r").and(Tables.text("r", "name").eq(name));
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
