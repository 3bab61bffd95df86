package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rules in their table. */
@Repository
class AssignmentRuleStore {

    private static final TypeReference<LinkedHashMap<String, UUID>> BY_VALUE = new TypeReference<>() {};
    private static final Table<Record> RULE = table(name("assignment_rule"));
    private static final Field<UUID> TENANT = field(name("assignment_rule", "tenant_id"), SQLDataType.UUID);
    private static final Field<UUID> ID = field(name("assignment_rule", "id"), SQLDataType.UUID);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);
    private static final Field<UUID[]> PEOPLE = field(name("people"), SQLDataType.UUID.array());

    private final DSLContext sql;
    private final ObjectTypes types;
    private final JsonMapper json;

    AssignmentRuleStore(DSLContext sql, ObjectTypes types, JsonMapper json) {
        this.sql = sql;
        this.types = types;
        this.json = json;
    }

    /** All of the caller's tenant, of each object in the order in which they are asked. */
    List<AssignmentRule> all() {
        return sql.select(DSL.asterisk()).from(RULE).where(ofTenant()).orderBy(OBJECT, PLACE, ID).fetch(this::rule).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** @return null of an object there is no more */
    private @Nullable AssignmentRule rule(Record row) {
        ObjectType type = types.byName(row.get(OBJECT));
        if (type == null || type.owner() == null) {
            return null;
        }
        return new AssignmentRule(
                row.get("id", UUID.class),
                row.get(VERSION),
                type,
                row.get(PLACE),
                row.get("name", String.class),
                row.get("active", Boolean.class),
                row.get("automatic", Boolean.class),
                row.get("condition", String.class),
                Objects.requireNonNull(AssignmentRule.Method.of(row.get("method", String.class))),
                pool(type, row),
                row.get("most_open", Integer.class));
    }

    private AssignmentRule.Pool pool(ObjectType type, Record row) {
        String groupObject = row.get("group_object", String.class);
        ObjectType group = groupObject == null ? null : types.byName(groupObject);
        String path = row.get("value_path", String.class);
        JSONB byValue = row.get("value_people", JSONB.class);
        return new AssignmentRule.Pool(
                Arrays.asList(row.get(PEOPLE)),
                group == null ? null : new AssignmentRule.Group(group, row.get("group_id", UUID.class)),
                path == null ? null : ValuePath.of(types, type, path),
                byValue == null ? Map.of() : json.readValue(byValue.data(), BY_VALUE));
    }

    /** @return its id */
    UUID add(AssignmentRule rule) {
        Map<Field<?>, @Nullable Object> row = row(rule);
        UUID id = Ids.next();
        row.put(plain("tenant_id", SQLDataType.UUID), Caller.current().tenant());
        row.put(plain("id", SQLDataType.UUID), id);
        row.put(VERSION, 1L);
        Field<?>[] columns = row.keySet().toArray(Field<?>[]::new);
        sql.insertInto(RULE).columns(columns).values(row.values()).execute();
        return id;
    }

    /** @return whether the version was still the rule's */
    boolean replace(AssignmentRule rule) {
        Map<Field<?>, @Nullable Object> row = row(rule);
        row.put(VERSION, rule.version() + 1);
        return sql.update(RULE).set(row).where(ofTenant()).and(ID.eq(rule.id())).and(VERSION.eq(rule.version())).execute() == 1;
    }

    /** @param ids in the order in which they are to be asked from now on */
    void place(List<UUID> ids) {
        Map<UUID, Integer> places = new LinkedHashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        sql.update(RULE).set(PLACE, DSL.case_(ID).mapValues(places)).where(ofTenant()).and(ID.eq(DSL.any(ids.toArray(UUID[]::new)))).execute();
    }

    boolean delete(UUID id) {
        return sql.deleteFrom(RULE).where(ofTenant()).and(ID.eq(id)).execute() == 1;
    }

    private Map<Field<?>, @Nullable Object> row(AssignmentRule rule) {
        AssignmentRule.Pool pool = rule.pool();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(OBJECT, rule.type().name());
        row.put(PLACE, rule.place());
        row.put(plain("name", SQLDataType.CLOB), rule.name());
        row.put(plain("active", SQLDataType.BOOLEAN), rule.active());
        row.put(plain("automatic", SQLDataType.BOOLEAN), rule.automatic());
        row.put(plain("condition", SQLDataType.CLOB), rule.condition());
        row.put(plain("method", SQLDataType.CLOB), rule.method().code());
        row.put(PEOPLE, pool.people().toArray(UUID[]::new));
        row.put(plain("group_object", SQLDataType.CLOB), pool.group() == null ? null : pool.group().type().name());
        row.put(plain("group_id", SQLDataType.UUID), pool.group() == null ? null : pool.group().id());
        row.put(plain("value_path", SQLDataType.CLOB), pool.value() == null ? null : pool.value().toString());
        row.put(plain("value_people", SQLDataType.JSONB), pool.value() == null ? null : JSONB.valueOf(json.writeValueAsString(pool.byValue())));
        row.put(plain("most_open", SQLDataType.INTEGER), rule.mostOpen());
        row.put(plain("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()));
        row.put(plain("updated_by", SQLDataType.UUID), Caller.current().person());
        return row;
    }

    private static <T> Field<T> plain(String column, DataType<T> type) {
        return field(name(column), type);
    }

    private static Condition ofTenant() {
        return TENANT.eq(DSL.val(Caller.current().tenant()));
    }
}
