package io.keyuan.engine.share;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sharing rules in their table. */
@Component
class RuleStore {

    static final String TABLE = "sharing_rule";
    private static final int MOST = 500;
    private static final TypeReference<List<SharingRule.Target>> TARGETS = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    RuleStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<SharingRule> active() {
        return all().stream().filter(SharingRule::active).toList();
    }

    List<SharingRule> all() {
        return sql.select()
                .from(Tables.of(TABLE, "r"))
                .where(Tables.ofTenant("r"))
                .orderBy(Tables.text("r", "object"), Tables.text("r", "name"), Tables.uuid("r", "id"))
                .limit(MOST)
                .fetch(this::rule);
    }

    @Nullable SharingRule find(UUID id) {
        return sql.select()
                .from(Tables.of(TABLE, "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.uuid("r", "id").eq(id))
                .fetchOne(this::rule);
    }

    private SharingRule rule(Record row) {
        return new SharingRule(
                row.get("id", UUID.class), row.get("object", String.class), row.get("name", String.class),
                row.get("condition", String.class), List.of(row.get("attributes", String[].class)), row.get("editing", Boolean.class),
                row.get("along", Boolean.class), row.get("active", Boolean.class),
                json.readValue(row.get("targets", JSONB.class).data(), TARGETS), row.get("generation", UUID.class));
    }

    void insert(SharingRule rule) {
        var now = Tables.bound(Instant.now());
        UUID person = Caller.current().person();
        sql.insertInto(table(name(TABLE)))
                .columns(
                        own("tenant_id", SQLDataType.UUID), own("id", SQLDataType.UUID), own("object", SQLDataType.CLOB),
                        own("name", SQLDataType.CLOB), own("condition", SQLDataType.CLOB), own("attributes", SQLDataType.CLOB.array()),
                        own("editing", SQLDataType.BOOLEAN), own("along", SQLDataType.BOOLEAN), own("active", SQLDataType.BOOLEAN),
                        own("targets", SQLDataType.JSONB), own("generation", SQLDataType.UUID),
                        own("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE), own("created_by", SQLDataType.UUID),
                        own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), own("updated_by", SQLDataType.UUID))
                .values(
                        Caller.current().tenant(), rule.id(), rule.object(), rule.name(), rule.condition(),
                        rule.attributes().toArray(String[]::new), rule.editing(), rule.along(), rule.active(), targets(rule),
                        rule.generation(), now, person, now, person)
                .execute();
    }

    void update(SharingRule rule) {
        sql.update(Tables.of(TABLE, "r"))
                .set(own("name", SQLDataType.CLOB), rule.name())
                .set(own("condition", SQLDataType.CLOB), rule.condition())
                .set(own("attributes", SQLDataType.CLOB.array()), rule.attributes().toArray(String[]::new))
                .set(own("editing", SQLDataType.BOOLEAN), rule.editing())
                .set(own("along", SQLDataType.BOOLEAN), rule.along())
                .set(own("active", SQLDataType.BOOLEAN), rule.active())
                .set(own("targets", SQLDataType.JSONB), targets(rule))
                .set(own("generation", SQLDataType.UUID), rule.generation())
                .set(own("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(Instant.now()))
                .set(own("updated_by", SQLDataType.UUID), Caller.current().person())
                .where(Tables.ofTenant("r"))
                .and(Tables.uuid("r", "id").eq(rule.id()))
                .execute();
    }

    boolean delete(UUID id) {
        return sql.deleteFrom(Tables.of(TABLE, "r")).where(Tables.ofTenant("r")).and(Tables.uuid("r", "id").eq(id)).execute() > 0;
    }

    private JSONB targets(SharingRule rule) {
        return JSONB.valueOf(json.writeValueAsString(rule.targets()));
    }

    private static <T> Field<T> own(String column, org.jooq.DataType<T> type) {
        return field(name(column), type);
    }
}
