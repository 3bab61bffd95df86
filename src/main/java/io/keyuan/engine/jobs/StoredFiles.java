package io.keyuan.engine.jobs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.sql.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files jobs take in and give out, in pieces of {@value #CHUNK} bytes: never more than one of them is in memory, however
 * large the file.
 */
@NamedInterface("jobs")
@Repository
public class StoredFiles {

    /** The pieces a file is kept in, in bytes. */
    public static final int CHUNK = 256 * 1024;

    private static final Table<Record> FILE = Tables.of("stored_file", "f");
    private static final Table<Record> CONTENT = Tables.of("stored_file_chunk", "c");
    private static final Field<UUID> TENANT = field(name("tenant_id"), SQLDataType.UUID);
    private static final Field<Long> SIZE = Tables.number("f", "size");
    private static final Field<Integer> CHUNKS = field(name("f", "chunks"), SQLDataType.INTEGER);
    private static final Field<String> NAME = Tables.text("f", "name");
    private static final Field<byte[]> BYTES = field(name("c", "content"), SQLDataType.BLOB);
    private static final Field<Integer> PLACE = field(name("c", "place"), SQLDataType.INTEGER);

    private final DSLContext sql;
    private final TransactionTemplate transaction;

    StoredFiles(DSLContext sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** @param size in bytes */
    @NamedInterface("jobs")
    public record Info(String name, long size) {}

    /** Begins an empty file that goes some time after the job has ended. */
    public UUID create(UUID job, String name) {
        UUID id = Ids.next();
        sql.insertInto(table(name("stored_file")))
                .columns(
                        TENANT, field(name("id"), SQLDataType.UUID), field(name("job_id"), SQLDataType.UUID),
                        field(name("name"), SQLDataType.CLOB), field(name("size"), SQLDataType.BIGINT),
                        field(name("chunks"), SQLDataType.INTEGER), field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                .values(Caller.current().tenant(), id, job, name, 0L, 0, Tables.bound(Instant.now()))
                .execute();
        return id;
    }

    /** Puts bytes at the end of a file. */
    public void append(UUID file, byte[] content) {
        for (int from = 0; from < content.length; from += CHUNK) {
            int to = Math.min(content.length, from + CHUNK);
            appendChunk(file, from == 0 && to == content.length ? content : java.util.Arrays.copyOfRange(content, from, to));
        }
    }

    /** Puts all there is to be read at the end of a file. */
    public void append(UUID file, InputStream content) throws IOException {
        byte[] chunk = content.readNBytes(CHUNK);
        while (chunk.length > 0) {
            appendChunk(file, chunk);
            chunk = content.readNBytes(CHUNK);
        }
    }

    private void appendChunk(UUID file, byte[] content) {
        transaction.executeWithoutResult(status -> {
            int place = Objects.requireNonNull(sql.update(FILE)
                    .set(field(name("size"), SQLDataType.BIGINT), SIZE.plus(content.length))
                    .set(field(name("chunks"), SQLDataType.INTEGER), CHUNKS.plus(1))
                    .where(is(file))
                    .returning(CHUNKS)
                    .fetchOne(CHUNKS));
            sql.insertInto(table(name("stored_file_chunk")))
                    .columns(TENANT, field(name("file_id"), SQLDataType.UUID), field(name("place"), SQLDataType.INTEGER), field(name("content"), SQLDataType.BLOB))
                    .values(Caller.current().tenant(), file, place - 1, content)
                    .execute();
        });
    }

    /** @return null where the file is not there any more */
    public @Nullable Info info(UUID file) {
        return sql.select(NAME, SIZE).from(FILE).where(is(file)).fetchOne(row -> new Info(row.value1(), row.value2()));
    }

    /** Those of these files that have not gone yet. */
    Set<UUID> there(Set<UUID> files) {
        return there(Tables.uuid("f", "id"), files);
    }

    /** Those of these owners, be they jobs or what jobs work on, that still have a file. */
    Set<UUID> ownersThere(Set<UUID> owners) {
        return there(Tables.uuid("f", "job_id"), owners);
    }

    private Set<UUID> there(Field<UUID> column, Set<UUID> values) {
        return sql.selectDistinct(column)
                .from(FILE)
                .where(Tables.ofTenant("f"))
                .and(column.eq(DSL.any(values.toArray(UUID[]::new))))
                .fetchSet(column);
    }

    /** Reads a file from its beginning; to be read while the caller is bound. */
    public InputStream open(UUID file) {
        return new StoredContent(place -> chunk(file, place));
    }

    private byte @Nullable [] chunk(UUID file, int place) {
        return sql.select(BYTES)
                .from(CONTENT)
                .where(Tables.ofTenant("c"))
                .and(Tables.uuid("c", "file_id").eq(file))
                .and(PLACE.eq(place))
                .fetchOne(BYTES);
    }

    /** Does nothing where it is not there any more. */
    public void delete(UUID file) {
        sql.deleteFrom(FILE).where(is(file)).execute();
    }

    void deleteOf(UUID job) {
        sql.deleteFrom(FILE).where(Tables.ofTenant("f")).and(Tables.uuid("f", "job_id").eq(job)).execute();
    }

    /** Deletes the files of jobs that ended before this. */
    int deleteEndedBefore(Instant time) {
        return deleteEndedBefore(time, DSL.noCondition());
    }

    /** Deletes the files of jobs of this kind that ended before this. */
    int deleteEndedBefore(Instant time, String kind) {
        return deleteEndedBefore(time, JobTable.KIND.eq(kind));
    }

    private int deleteEndedBefore(Instant time, Condition which) {
        Condition old = DSL.exists(DSL.selectOne()
                .from(JobTable.JOB)
                .where(JobTable.TENANT.eq(Tables.uuid("f", "tenant_id")))
                .and(JobTable.ID.eq(Tables.uuid("f", "job_id")))
                .and(JobTable.FINISHED.lt(Tables.bound(time)))
                .and(which));
        return AcrossTenants.call("old files of all tenants go alike", () -> sql.deleteFrom(FILE).where(old).execute());
    }

    private static Condition is(UUID file) {
        return Tables.ofTenant("f").and(Tables.uuid("f", "id").eq(file));
    }
}
