package io.keyuan.engine.search;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/**
 * Documents that an older release wrote, without saying whose each line is: whoever may not read every attribute finds them by
 * their titles only. An index holds them and nothing else; of the current caller's company where nothing else is said.
 */
@Repository
class StaleDocuments {

    private static final Table<Record> DOCUMENT = Tables.of(DocumentRows.TABLE, "d");
    private static final Field<UUID> TENANT = Tables.uuid("d", "tenant_id");
    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<String> OBJECT = Tables.text("d", "object");

    private final DSLContext sql;

    StaleDocuments(DSLContext sql) {
        this.sql = sql;
    }

    /** One of them. */
    record Stale(UUID record, String object) {}

    /** The companies that have some. */
    Set<UUID> tenants() {
        return AcrossTenants.call("documents of all companies are kept alike", () ->
                sql.selectDistinct(TENANT).from(DOCUMENT).where(isStale()).fetchSet(TENANT));
    }

    int count() {
        return sql.fetchCount(DOCUMENT, Tables.ofTenant("d"), isStale());
    }

    List<Stale> next(int limit) {
        return sql.select(RECORD, OBJECT)
                .from(DOCUMENT)
                .where(Tables.ofTenant("d"))
                .and(isStale())
                .orderBy(RECORD)
                .limit(limit)
                .fetch(row -> new Stale(row.value1(), row.value2()));
    }

    /** Keeps other nodes waiting until the transaction ends. */
    void lock() {
        sql.select(RECORD).from(DOCUMENT).where(Tables.ofTenant("d")).and(isStale()).orderBy(RECORD).limit(1).forUpdate().fetch();
    }

    private static Condition isStale() {
        return Tables.text("d", "body").isNotNull().and(Tables.text("d", "sources").isNull());
    }
}
