package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.jobs.StoredFiles;
import io.keyuan.engine.sql.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Keeps the files people brought, each for whoever brought it, for a quarter of a year. */
@Repository
class UploadStore {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int CLEARED_AT_ONCE = 20;
    private static final Table<Record> UPLOAD = Tables.of("import_upload", "u");
    private static final Field<UUID> ID = Tables.uuid("u", "id");
    private static final Field<UUID> FILE = Tables.uuid("u", "file_id");
    private static final List<Field<?>> COLUMNS = List.of(
            ID, FILE, Tables.text("u", "name"), Tables.number("u", "size"), Tables.time("u", "created_at"),
            Tables.text("u", "started_key"), Tables.uuid("u", "started_job"));

    private final DSLContext sql;
    private final StoredFiles files;

    UploadStore(DSLContext sql, StoredFiles files) {
        this.sql = sql;
        this.files = files;
    }

    /** Takes a file that is wholly there. */
    Upload add(String name, InputStream content) throws IOException {
        clear();
        UUID id = Ids.next();
        UUID file = files.create(id, name);
        files.append(file, content);
        long size = Objects.requireNonNull(files.info(file)).size();
        Instant now = Instant.now();
        sql.insertInto(table(name("import_upload")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("id"), SQLDataType.UUID),
                        field(name("person_id"), SQLDataType.UUID), field(name("file_id"), SQLDataType.UUID),
                        field(name("name"), SQLDataType.CLOB), field(name("size"), SQLDataType.BIGINT),
                        field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(Caller.current().tenant(), id, Caller.current().person(), file, name, size, Tables.bound(now))
                .execute();
        return new Upload(id, file, name, size, now, null, null);
    }

    /** @throws Problem where it is not there, or somebody else's */
    Upload get(UUID id) {
        return there(sql.select(COLUMNS).from(UPLOAD).where(mine(id)).fetchOne(UploadStore::upload));
    }

    /** The same, kept from being started twice at once until the transaction ends. */
    Upload lock(UUID id) {
        return there(sql.select(COLUMNS).from(UPLOAD).where(mine(id)).forUpdate().fetchOne(UploadStore::upload));
    }

    void started(UUID id, String key, UUID job) {
        sql.update(UPLOAD)
                .set(field(name("started_key"), SQLDataType.CLOB), key)
                .set(field(name("started_job"), SQLDataType.UUID), job)
                .where(mine(id))
                .execute();
    }

    private void clear() {
        Condition old = Tables.ofTenant("u").and(Tables.time("u", "created_at").lt(Tables.bound(Instant.now().minus(KEPT))));
        sql.select(ID, FILE).from(UPLOAD).where(old).limit(CLEARED_AT_ONCE).fetch().forEach(row -> {
            files.delete(row.value2());
            sql.deleteFrom(UPLOAD).where(Tables.ofTenant("u")).and(ID.eq(row.value1())).execute();
        });
    }

    private static Condition mine(UUID id) {
        return Tables.ofTenant("u").and(Tables.uuid("u", "person_id").eq(Caller.current().person())).and(ID.eq(id));
    }

    private static Upload there(@org.jspecify.annotations.Nullable Upload upload) {
        if (upload == null) {
            throw Problem.notFound();
        }
        return upload;
    }

    private static Upload upload(Record row) {
        return new Upload(
                row.get(ID), row.get(FILE), row.get(Tables.text("u", "name")), row.get(Tables.number("u", "size")),
                row.get(Tables.time("u", "created_at")).toInstant(), row.get(Tables.text("u", "started_key")),
                row.get(Tables.uuid("u", "started_job")));
    }
}
