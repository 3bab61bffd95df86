package io.keyuan.engine.file;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.SearchTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What files are found by: their names at once, their texts when somebody has read them. */
@Component
class FileTexts {

    /** Far longer than reading takes: whoever claimed it is dead by then. */
    private static final Duration CLAIMED = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 3;

    /** A text of as many characters as are kept seldom has more. */
    private static final int MOST_LEXEMES = 20_000;

    private static final Table<Record> TEXT = Tables.of("file_text", "t");
    private static final Field<UUID> TENANT = Tables.uuid("t", "tenant_id");
    private static final Field<UUID> FILE = Tables.uuid("t", "file_id");
    private static final Field<UUID> VERSION = Tables.uuid("t", "version_id");
    private static final Field<String> STATE = Tables.text("t", "state");
    private static final Field<Integer> TRIES = field(name("t", "tries"), SQLDataType.INTEGER);

    private final DSLContext sql;

    FileTexts(DSLContext sql) {
        this.sql = sql;
    }

    /** A file whose text is to be read now. */
    record Waiting(UUID tenant, UUID file, String name, RecordFile.Version version) {}

    /** The files are called so now, or have these versions; in the transaction that makes it so. */
    void expect(List<RecordFile> files) {
        if (files.isEmpty()) {
            return;
        }
        Field<UUID> version = field(name("version_id"), SQLDataType.UUID);
        Field<String> state = field(name("state"), SQLDataType.CLOB);
        Field<OffsetDateTime> due = field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        Field<String> tokens = field(name("tokens"), SQLDataType.CLOB);
        OffsetDateTime now = Tables.bound(Instant.now());
        sql.insertInto(table(name("file_text")))
                .columns(field(name("tenant_id"), SQLDataType.UUID), field(name("file_id"), SQLDataType.UUID), version, state, due, tokens)
                .valuesOfRows(files.stream().map(file -> row(
                        val(Caller.current().tenant()), val(file.id()), val(file.current().id()),
                        val(TextExtraction.mayHold(file.current().type()) ? "waiting" : "none"), val(now), Lexemes.value(tokens(file.name(), "")))).toList())
                .onConflict(field(name("tenant_id")), field(name("file_id")))
                .doUpdate()
                .set(version, excluded(version))
                .set(state, excluded(state))
                .set(due, excluded(due))
                .set(field(name("tries"), SQLDataType.INTEGER), 0)
                .set(field(name("text"), SQLDataType.CLOB), (String) null)
                .set(tokens, excluded(tokens))
                .execute();
    }

    /** Takes the one that has waited longest, so that no other node does; null where none waits. */
    @Nullable Waiting claim() {
        return AcrossTenants.call("files of all tenants are read alike", () -> {
            Instant now = Instant.now();
            var next = select(TENANT, FILE)
                    .from(TEXT)
                    .where(STATE.eq("waiting"))
                    .and(Tables.time("t", "due_at").le(Tables.bound(now)))
                    .orderBy(Tables.time("t", "due_at"))
                    .limit(1)
                    .forUpdate()
                    .skipLocked();
            var claimed = sql.update(TEXT)
                    .set(field(name("due_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(now.plus(CLAIMED)))
                    .set(field(name("tries"), SQLDataType.INTEGER), TRIES.plus(1))
                    .where(row(TENANT, FILE).in(next))
                    .returningResult(TENANT, FILE, VERSION)
                    .fetchOne();
            return claimed == null ? null : waiting(claimed.value1(), claimed.value2(), claimed.value3());
        });
    }

    private @Nullable Waiting waiting(UUID tenant, UUID file, UUID version) {
        return sql.select(Tables.text("f", "name"), Tables.text("v", "hash"), Tables.number("v", "size"), Tables.text("v", "media_type"))
                .from(Tables.of("record_file", "f"))
                .join(Tables.of("record_file_version", "v"))
                .on(Tables.uuid("v", "file_id").eq(Tables.uuid("f", "id")).and(Tables.uuid("v", "id").eq(version)))
                .where(Tables.uuid("f", "tenant_id").eq(tenant))
                .and(Tables.uuid("v", "tenant_id").eq(tenant))
                .and(Tables.uuid("f", "id").eq(file))
                .fetchOne(found -> new Waiting(tenant, file, found.value1(), new RecordFile.Version(
                        version, 0, found.value1(), found.value2(), found.value3(), found.value4(), Instant.EPOCH, file)));
    }

    /**
     * Of this file, and of all others that have this content under this name: one that many records were given is read once.
     *
     * @param text null where it cannot be read
     */
    void read(Waiting waiting, @Nullable String text) {
        String clean = text == null ? null : text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").replaceAll("\\s*\\n\\s*", "\n").strip();
        become(waiting, isAlike(waiting).and(STATE.eq("waiting")), clean == null ? "unreadable" : "read", clean);
    }

    /** What killed its reader again and again is left alone; the rest is tried again. */
    void failed(Waiting waiting) {
        become(waiting, FILE.eq(waiting.file()).and(VERSION.eq(waiting.version().id())).and(TRIES.ge(MOST_TRIES)), "unreadable", null);
    }

    /** Where another version, or another name, came meanwhile it is not. */
    private static Condition isAlike(Waiting waiting) {
        return VERSION.in(select(Tables.uuid("v", "id"))
                .from(Tables.of("record_file_version", "v"))
                .join(Tables.of("record_file", "f"))
                .on(Tables.uuid("f", "id").eq(Tables.uuid("v", "file_id")))
                .where(Tables.uuid("v", "tenant_id").eq(waiting.tenant()))
                .and(Tables.uuid("f", "tenant_id").eq(waiting.tenant()))
                .and(Tables.text("v", "hash").eq(waiting.version().hash()))
                .and(Tables.text("f", "name").eq(waiting.name())));
    }

    private void become(Waiting waiting, Condition which, String state, @Nullable String text) {
        AcrossTenants.call("files of all tenants are read alike", () -> sql.update(TEXT)
                .set(field(name("state"), SQLDataType.CLOB), state)
                .set(field(name("text"), SQLDataType.CLOB), text)
                .set(field(name("tokens"), SQLDataType.CLOB), Lexemes.value(tokens(waiting.name(), text == null ? "" : text)))
                .where(TENANT.eq(waiting.tenant()))
                .and(which)
                .execute());
    }

    private static String tokens(String name, String text) {
        return SearchTokens.tsvector(SearchTokens.document(
                List.of(new SearchTokens.Part(SearchTokens.Kind.TITLE, name), new SearchTokens.Part(SearchTokens.Kind.TEXT, text)), MOST_LEXEMES));
    }
}
