package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

/** Keeps which rows of a file were like records, for as long as the files of imports; of each import the first {@value #MOST}. */
@Repository
class AlikeStore implements Passing {

    static final int MOST = 100_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<Map<String, Object>>> RECORDS = new TypeReference<>() {};
    private static final Table<Record> ROW = Tables.of("import_alike", "a");
    private static final Field<Long> PLACE = Tables.number("a", "place");
    private static final Field<UUID> JOB = Tables.uuid("a", "job_id");

    private final DSLContext sql;
    private final JsonMapper json;

    AlikeStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row and where it stands among the others. */
    record Placed(long place, AlikeRows.Row row) {}

    void add(UUID job, List<AlikeRows.Row> rows) {
        long next = rows.isEmpty() ? 0 : 1 + last(job);
        List<AlikeRows.Row> kept = rows.subList(0, (int) Math.clamp(MOST - next + 1, 0, rows.size()));
        if (kept.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(table(name("import_alike")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("job_id"), SQLDataType.UUID),
                        field(name("place"), SQLDataType.BIGINT), field(name("line"), SQLDataType.BIGINT),
                        field(name("title"), SQLDataType.CLOB), field(name("what"), SQLDataType.CLOB),
                        field(name("records"), SQLDataType.JSONB), field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE));
        var now = Tables.bound(Instant.now());
        for (AlikeRows.Row each : kept) {
            insert = insert.values(
                    Caller.current().tenant(), job, next++, each.line(), each.title(), each.what().code(),
                    JSONB.valueOf(json.writeValueAsString(each.records())), now);
        }
        insert.execute();
    }

    private long last(UUID job) {
        Long last = sql.select(DSL.max(PLACE)).from(ROW).where(of(job)).fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    List<Placed> page(UUID job, long after, int limit) {
        return sql.select(PLACE, Tables.number("a", "line"), Tables.text("a", "title"), Tables.text("a", "what"), Tables.json("a", "records"))
                .from(ROW)
                .where(of(job))
                .and(PLACE.gt(after))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Placed(row.value1(), new AlikeRows.Row(
                        row.value2(), title(row.value3()), Alike.of(row.value4()), json.readValue(row.value5().data(), RECORDS))));
    }

    private static @Nullable String title(@Nullable String title) {
        return title;
    }

    /** Forgets those of a job that begins anew. */
    void forget(UUID job) {
        sql.deleteFrom(ROW).where(of(job)).execute();
    }

    @Override
    public Rows passing() {
        return new Rows(ROW, List.of(Tables.uuid("a", "tenant_id"), JOB, PLACE), Tables.time("a", "at"), KEPT);
    }

    private static Condition of(UUID job) {
        return Tables.ofTenant("a").and(JOB.eq(job));
    }
}
