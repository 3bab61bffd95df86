package io.keyuan.engine.file;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Files that were brought and belong to no record yet. Only who brought one gives it to an attribute, to those of as many records as they like. */
@Repository
class ReceivedFiles {

    private static final Table<Record> RECEIVED = Tables.of("received_file", "w");
    private static final Field<UUID> ID = Tables.uuid("w", "id");
    private static final Field<UUID> AUTHOR = Tables.uuid("w", "author");
    private static final Condition WAITING = DSL.not(DSL.condition(field(name("w", "given"), SQLDataType.BOOLEAN)));

    private final DSLContext sql;

    ReceivedFiles(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID id, Received received) {
        Caller caller = Caller.current();
        sql.insertInto(table(name("received_file")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("id"), SQLDataType.UUID), field(name("name"), SQLDataType.CLOB), field(name("hash"), SQLDataType.CLOB), field(name("size"), SQLDataType.BIGINT),
                        field(name("media_type"), SQLDataType.CLOB), field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("author"), SQLDataType.UUID))
                .values(
                        caller.tenant(), id, received.name(), received.hash(), received.size(), received.type(),
                        Tables.bound(Instant.now()), caller.person())
                .execute();
    }

    /** How many of the caller's no record has yet. */
    int count() {
        return sql.fetchCount(RECEIVED, Tables.ofTenant("w"), AUTHOR.eq(Caller.current().person()), WAITING);
    }

    /** Records have them now; they may be given to others as well. */
    void given(Set<UUID> ids) {
        sql.update(RECEIVED)
                .set(field(name("given"), SQLDataType.BOOLEAN), true)
                .where(Tables.ofTenant("w"))
                .and(Tables.among(ID, ids.toArray(UUID[]::new)))
                .and(WAITING)
                .execute();
    }

    /** Those of the caller's, which stay as they are for others until the transaction ends. */
    Map<UUID, Received> mine(Set<UUID> ids) {
        return sql.select(ID, Tables.text("w", "name"), Tables.text("w", "hash"), Tables.number("w", "size"), Tables.text("w", "media_type"))
                .from(RECEIVED)
                .where(Tables.ofTenant("w"))
                .and(AUTHOR.eq(Caller.current().person()))
                .and(Tables.among(ID, ids.toArray(UUID[]::new)))
                // Not shared: each of two who gave the same would wait for the other to let go before it is marked.
                .orderBy(ID)
                .forNoKeyUpdate()
                .fetchMap(ID, row -> new Received(row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Forgets what nobody wanted in time, and what has become a file of a record since. */
    void clear(Instant before) {
        AcrossTenants.call("what was brought is forgotten in all tenants alike",
                () -> sql.deleteFrom(RECEIVED).where(Tables.time("w", "at").lt(Tables.bound(before))).execute());
    }
}
