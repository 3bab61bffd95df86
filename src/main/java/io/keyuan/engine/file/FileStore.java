package io.keyuan.engine.file;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row13;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Files of records and their versions as rows. */
@Repository
class FileStore {

    private static final Table<Record> FILE = Tables.of("record_file", "f");
    private static final Table<Record> VERSION = Tables.of("record_file_version", "v");
    private static final Field<UUID> FILE_ID = Tables.uuid("f", "id");
    private static final Field<UUID> RECORD = Tables.uuid("f", "record_id");
    private static final Field<OffsetDateTime> DELETED = Tables.time("f", "deleted_at");
    private static final Field<String> ATTRIBUTE = Tables.text("f", "attribute");
    private static final Field<UUID> RECEIVED = Tables.uuid("f", "received_id");
    private static final Field<Integer> NUMBER = field(name("v", "number"), SQLDataType.INTEGER);
    private static final Field<Integer> COUNT = field(name("f", "versions"), SQLDataType.INTEGER);

    private static final List<Field<?>> OF_VERSION = List.of(
            Tables.uuid("v", "id"), NUMBER, Tables.text("v", "name"), Tables.text("v", "hash"), Tables.number("v", "size"),
            Tables.text("v", "media_type"), Tables.time("v", "at"), Tables.uuid("v", "author"));
    private static final List<Field<?>> OF_FILE = List.of(
            FILE_ID, Tables.text("f", "object"), RECORD, Tables.text("f", "name"), COUNT, Tables.time("f", "created_at"),
            Tables.uuid("f", "created_by"), DELETED, ATTRIBUTE, RECEIVED);

    private final DSLContext sql;

    FileStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Each with its only version. */
    void add(List<RecordFile> files) {
        if (files.isEmpty()) {
            return;
        }
        sql.insertInto(table(name("record_file")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("id"), SQLDataType.UUID),
                        field(name("object"), SQLDataType.CLOB), field(name("record_id"), SQLDataType.UUID),
                        field(name("name"), SQLDataType.CLOB), field(name("versions"), SQLDataType.INTEGER),
                        field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), field(name("created_by"), SQLDataType.UUID),
                        field(name("attribute"), SQLDataType.CLOB), field(name("received_id"), SQLDataType.UUID))
                .valuesOfRows(files.stream().map(file -> row(
                        Caller.current().tenant(), file.id(), file.object(), file.record(), file.name(), file.number(),
                        Tables.bound(file.createdAt()), file.createdBy(), file.holder() == null ? null : file.holder().attribute(),
                        file.holder() == null ? null : file.holder().received())).toList())
                .execute();
        addVersions(files);
    }

    /** A further one becomes the newest. */
    void becomes(RecordFile file, RecordFile.Version version) {
        sql.update(FILE).set(field(name("versions"), SQLDataType.INTEGER), version.number()).where(is(file.id())).execute();
        addVersions(List.of(file.at(version)));
    }

    private void addVersions(List<RecordFile> files) {
        sql.insertInto(table(name("record_file_version")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("id"), SQLDataType.UUID),
                        field(name("file_id"), SQLDataType.UUID), field(name("object"), SQLDataType.CLOB),
                        field(name("record_id"), SQLDataType.UUID), field(name("number"), SQLDataType.INTEGER),
                        field(name("name"), SQLDataType.CLOB), field(name("hash"), SQLDataType.CLOB),
                        field(name("size"), SQLDataType.BIGINT), field(name("media_type"), SQLDataType.CLOB),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE), field(name("author"), SQLDataType.UUID),
                        field(name("attribute"), SQLDataType.CLOB))
                .valuesOfRows(files.stream().map(FileStore::versionRow).toList())
                .execute();
    }

    private static Row13<UUID, UUID, UUID, String, UUID, Integer, String, String, Long, String, OffsetDateTime, UUID, @Nullable String> versionRow(RecordFile file) {
        RecordFile.Version version = file.current();
        return row(
                Caller.current().tenant(), version.id(), file.id(), file.object(), file.record(), version.number(), version.name(),
                version.hash(), version.size(), version.type(), Tables.bound(version.at()), version.by(),
                file.holder() == null ? null : file.holder().attribute());
    }

    void rename(UUID file, String name) {
        sql.update(FILE).set(field(name("name"), SQLDataType.CLOB), name).where(is(file)).execute();
    }

    void delete(UUID file, @Nullable Instant when) {
        sql.update(FILE)
                .set(field(name("deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), when == null ? null : Tables.bound(when))
                .where(is(file))
                .execute();
    }

    /**
     * The newest of a record that come after one, those that live or those in the bin.
     *
     * @param seen which of them, as {@link io.keyuan.engine.query.SeenFiles} says, by the alias of their table
     */
    List<RecordFile> of(UUID record, boolean deleted, @Nullable UUID after, int limit, Function<String, Condition> seen) {
        return files()
                .and(RECORD.eq(record))
                .and(seen.apply("f"))
                .and(isNewestOfAddress(seen.apply("g")))
                .and(deleted ? DELETED.isNotNull() : DELETED.isNull())
                .and(after == null ? noCondition() : FILE_ID.lt(after))
                .orderBy(FILE_ID.desc())
                .limit(limit)
                .fetch(FileStore::file);
    }

    /** What several attributes of the record hold is one file with one address. */
    private static Condition isNewestOfAddress(Condition seen) {
        return RECEIVED.isNull().or(notExists(selectOne()
                .from(Tables.of("record_file", "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.uuid("g", "record_id").eq(RECORD))
                .and(Tables.uuid("g", "received_id").eq(RECEIVED))
                .and(Tables.uuid("g", "id").gt(FILE_ID))
                .and(seen)));
    }

    /** How many a record has as a whole, those in the bin included. */
    int count(UUID record) {
        return sql.fetchCount(FILE, Tables.ofTenant("f"), RECORD.eq(record), ATTRIBUTE.isNull());
    }

    /**
     * Those of a record that have this address: one that is kept with the record as a whole, or one for each attribute that has had it. None where it
     * is no address of the record.
     */
    List<RecordFile> at(UUID record, UUID address) {
        return files().and(RECORD.eq(record)).and(FILE_ID.eq(address).and(RECEIVED.isNull()).or(RECEIVED.eq(address))).orderBy(FILE_ID).fetch(FileStore::file);
    }

    /** All that attributes of these records hold or held. */
    List<RecordFile> heldBy(Set<UUID> records) {
        return files().and(Tables.among(RECORD, records.toArray(UUID[]::new))).and(RECEIVED.isNotNull()).orderBy(FILE_ID).fetch(FileStore::file);
    }

    /** Files that attributes of these records hold or held, of those that were brought under these ids. */
    List<RecordFile> held(Set<UUID> records, Set<UUID> received) {
        return files()
                .and(Tables.among(RECORD, records.toArray(UUID[]::new)))
                .and(Tables.among(RECEIVED, received.toArray(UUID[]::new)))
                .fetch(FileStore::file);
    }

    /** The newest that is called so and not in the bin; null where none is. */
    @Nullable RecordFile named(UUID record, String called) {
        return newest(RECORD.eq(record).and(Tables.text("f", "name").eq(called)));
    }

    /** The newest of this media type that is not in the bin; null where none is. */
    @Nullable RecordFile newest(UUID record, String mediaType) {
        return newest(RECORD.eq(record).and(Tables.text("v", "media_type").eq(mediaType)));
    }

    private @Nullable RecordFile newest(Condition which) {
        return files().and(which).and(ATTRIBUTE.isNull()).and(DELETED.isNull()).orderBy(FILE_ID.desc()).limit(1).fetchOne(FileStore::file);
    }

    /** The same, kept from changing until the transaction ends. */
    List<RecordFile> lock(UUID record, UUID file) {
        // First the row that counts, then what it counts: a version that came while this waited is seen.
        sql.select(FILE_ID).from(FILE).where(is(file)).forUpdate().fetch();
        return at(record, file);
    }

    /** Every version there has been, the newest first. */
    List<RecordFile.Version> versions(UUID file) {
        return sql.select(OF_VERSION).from(VERSION).where(ofFile(file)).orderBy(NUMBER.desc()).fetch(FileStore::version);
    }

    RecordFile.@Nullable Version version(UUID file, UUID version) {
        return sql.select(OF_VERSION).from(VERSION).where(ofFile(file)).and(Tables.uuid("v", "id").eq(version)).fetchOne(FileStore::version);
    }

    private SelectConditionStep<Record> files() {
        return sql.select(OF_FILE)
                .select(OF_VERSION)
                .from(FILE)
                .join(VERSION)
                .on(Tables.uuid("v", "file_id").eq(FILE_ID).and(NUMBER.eq(COUNT)))
                .where(Tables.ofTenant("f"))
                .and(Tables.ofTenant("v"));
    }

    private static Condition is(UUID file) {
        return Tables.ofTenant("f").and(FILE_ID.eq(file));
    }

    private static Condition ofFile(UUID file) {
        return Tables.ofTenant("v").and(Tables.uuid("v", "file_id").eq(file));
    }

    private static RecordFile file(Record row) {
        OffsetDateTime deleted = row.get(DELETED);
        return new RecordFile(
                row.get(FILE_ID), row.get(Tables.text("f", "object")), row.get(RECORD), row.get(Tables.text("f", "name")), row.get(COUNT),
                row.get(Tables.time("f", "created_at")).toInstant(), row.get(Tables.uuid("f", "created_by")),
                deleted == null ? null : deleted.toInstant(), holder(row), version(row));
    }

    private static RecordFile.@Nullable Holder holder(Record row) {
        String attribute = row.get(ATTRIBUTE);
        return attribute == null ? null : new RecordFile.Holder(attribute, row.get(RECEIVED));
    }

    private static RecordFile.Version version(Record row) {
        return new RecordFile.Version(
                row.get(Tables.uuid("v", "id")), row.get(NUMBER), row.get(Tables.text("v", "name")), row.get(Tables.text("v", "hash")),
                row.get(Tables.number("v", "size")), row.get(Tables.text("v", "media_type")), row.get(Tables.time("v", "at")).toInstant(),
                row.get(Tables.uuid("v", "author")));
    }
}
