package io.keyuan.engine.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Saved views in their table. */
@Component
class SavedViewStore {

    /** Of one object for one person; more than anybody finds their way among. */
    static final int MOST = 200;

    private static final String TABLE = "saved_view";
    private static final Field<UUID[]> FIRST_FOR = field(name("v", "first_for"), SQLDataType.UUID.array());
    private static final Field<UUID[]> SHARED_WITH = field(name("v", "shared_with"), SQLDataType.UUID.array());

    private final DSLContext sql;
    private final JsonMapper json;
    private final KnownRoles roles;

    SavedViewStore(DSLContext sql, JsonMapper json, KnownRoles roles) {
        this.sql = sql;
        this.json = json;
        this.roles = roles;
    }

    /** Those of an object that somebody has, the oldest first, so that none changes its place. */
    List<SavedView> of(String object, UUID person, Set<UUID> principals) {
        return sql.select(DSL.asterisk())
                .from(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(Tables.text("v", "object").eq(object))
                .and(hasIt(person, principals))
                .orderBy(Tables.uuid("v", "id"))
                .limit(MOST)
                .fetch(this::view);
    }

    /** Those that anybody but their owner has. */
    List<SavedView> shared() {
        return sql.select(DSL.asterisk())
                .from(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(field(name("v", "everyone"), SQLDataType.BOOLEAN).isTrue()
                        .or(DSL.cardinality(SHARED_WITH).gt(0))
                        .or(DSL.cardinality(FIRST_FOR).gt(0)))
                .orderBy(Tables.text("v", "object"), Tables.text("v", "name"), Tables.uuid("v", "id"))
                .limit(MOST * 10)
                .fetch(this::view);
    }

    int countOwned(String object, UUID person) {
        Integer count = sql.select(DSL.count())
                .from(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(Tables.text("v", "object").eq(object))
                .and(Tables.uuid("v", "owner_id").eq(person))
                .fetchSingle()
                .value1();
        return count;
    }

    @Nullable SavedView find(UUID id, UUID person, Set<UUID> principals) {
        return sql.select(DSL.asterisk())
                .from(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(Tables.uuid("v", "id").eq(id))
                .and(hasIt(person, principals))
                .fetchOne(this::view);
    }

    /** What the caller begins with by the roles they have, by object; of several the oldest. */
    List<SavedView> first() {
        return sql.select(DSL.asterisk())
                .distinctOn(Tables.text("v", "object"))
                .from(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(isFirst())
                .orderBy(Tables.text("v", "object"), Tables.uuid("v", "id"))
                .fetch(this::view);
    }

    private Condition isFirst() {
        return DSL.arrayOverlap(FIRST_FOR, val(roles.ofCaller().toArray(UUID[]::new)));
    }

    private Condition hasIt(UUID person, Set<UUID> principals) {
        return Tables.uuid("v", "owner_id").eq(person)
                .or(field(name("v", "everyone"), SQLDataType.BOOLEAN).isTrue())
                .or(DSL.arrayOverlap(SHARED_WITH, val(principals.toArray(UUID[]::new))))
                .or(isFirst());
    }

    void add(SavedView view) {
        Map<Field<?>, @Nullable Object> row = row(view);
        row.put(own("tenant_id", SQLDataType.UUID), Caller.current().tenant());
        row.put(own("id", SQLDataType.UUID), view.id());
        row.put(own("version", SQLDataType.BIGINT), view.version());
        row.put(own("object", SQLDataType.CLOB), view.object());
        row.put(own("owner_id", SQLDataType.UUID), view.owner());
        sql.insertInto(table(name(TABLE))).columns(row.keySet().toArray(Field<?>[]::new)).values(row.values()).execute();
    }

    /** @return whether the version was still the view's */
    boolean replace(SavedView view) {
        Map<Field<?>, @Nullable Object> row = row(view);
        row.put(own("version", SQLDataType.BIGINT), view.version() + 1);
        return sql.update(Tables.of(TABLE, "v"))
                .set(row)
                .where(Tables.ofTenant("v"))
                .and(Tables.uuid("v", "id").eq(view.id()))
                .and(Tables.number("v", "version").eq(view.version()))
                .execute() == 1;
    }

    void delete(UUID id) {
        sql.deleteFrom(Tables.of(TABLE, "v")).where(Tables.ofTenant("v")).and(Tables.uuid("v", "id").eq(id)).execute();
    }

    /** Nobody's views go; what somebody has of others stays with those. */
    void deleteOwnedBy(Set<UUID> people) {
        sql.deleteFrom(Tables.of(TABLE, "v"))
                .where(Tables.ofTenant("v"))
                .and(Tables.among(Tables.uuid("v", "owner_id"), people.toArray(UUID[]::new)))
                .execute();
    }

    private Map<Field<?>, @Nullable Object> row(SavedView view) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(own("name", SQLDataType.CLOB), view.name());
        row.put(own("everyone", SQLDataType.BOOLEAN), view.everyone());
        row.put(own("shared_with", SQLDataType.UUID.array()), view.sharedWith().toArray(UUID[]::new));
        row.put(own("first_for", SQLDataType.UUID.array()), view.firstFor().toArray(UUID[]::new));
        row.put(own("look", SQLDataType.JSONB), JSONB.valueOf(json.writeValueAsString(view.look())));
        row.put(own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        return row;
    }

    private SavedView view(Record row) {
        return new SavedView(
                row.get("id", UUID.class), row.get("version", Long.class), row.get("object", String.class), row.get("name", String.class),
                row.get("owner_id", UUID.class), row.get("everyone", Boolean.class), Set.of(row.get("shared_with", UUID[].class)),
                Set.of(row.get("first_for", UUID[].class)),
                json.readValue(row.get("look", JSONB.class).data(), SavedView.Look.class));
    }

    private static <T> Field<T> own(String column, DataType<T> type) {
        return field(name(column), type);
    }
}
