package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** Keeps the differences of dry runs for as long as their files; of each the first {@value #MOST}. */
@Repository
class DifferenceStore implements Passing {

    static final int MOST = 100_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final TypeReference<List<Differences.Change>> CHANGES = new TypeReference<>() {};
    private static final Table<Record> DIFFERENCE = Tables.of("import_difference", "d");
    private static final Field<Long> PLACE = Tables.number("d", "place");
    private static final Field<UUID> JOB = Tables.uuid("d", "job_id");

    private final DSLContext sql;
    private final TitledValues values;
    private final Access access;
    private final JsonMapper json;

    DifferenceStore(DSLContext sql, TitledValues values, Access access, JsonMapper json) {
        this.sql = sql;
        this.values = values;
        this.access = access;
        this.json = json;
    }

    Differences gather() {
        return new Differences(values, access);
    }

    /** A difference and where it stands among the others. */
    record Placed(long place, Differences.Difference difference) {}

    void add(UUID job, List<Differences.Difference> differences) {
        long next = 1 + last(job);
        List<Differences.Difference> kept = differences.subList(0, (int) Math.clamp(MOST - next + 1, 0, differences.size()));
        if (kept.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(table(name("import_difference")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("job_id"), SQLDataType.UUID),
                        field(name("place"), SQLDataType.BIGINT), field(name("line"), SQLDataType.BIGINT),
                        field(name("record_id"), SQLDataType.UUID), field(name("title"), SQLDataType.CLOB),
                        field(name("changes"), SQLDataType.JSONB), field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE));
        var now = Tables.bound(Instant.now());
        for (Differences.Difference each : kept) {
            insert = insert.values(
                    Caller.current().tenant(), job, next++, each.line(), each.record(), each.title(),
                    JSONB.valueOf(json.writeValueAsString(each.changes())), now);
        }
        insert.execute();
    }

    private long last(UUID job) {
        Long last = sql.select(DSL.max(PLACE)).from(DIFFERENCE).where(of(job)).fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    List<Placed> page(UUID job, long after, int limit) {
        return sql.select(PLACE, Tables.number("d", "line"), Tables.uuid("d", "record_id"), Tables.text("d", "title"), Tables.json("d", "changes"))
                .from(DIFFERENCE)
                .where(of(job))
                .and(PLACE.gt(after))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Placed(row.value1(), new Differences.Difference(
                        row.value2(), row.value3(), title(row.value4()), json.readValue(row.value5().data(), CHANGES))));
    }

    private static @Nullable String title(@Nullable String title) {
        return title;
    }

    /** Forgets those of a job that begins anew. */
    void forget(UUID job) {
        sql.deleteFrom(DIFFERENCE).where(of(job)).execute();
    }

    @Override
    public Rows passing() {
        return new Rows(DIFFERENCE, List.of(Tables.uuid("d", "tenant_id"), JOB, PLACE), Tables.time("d", "at"), KEPT);
    }

    private static org.jooq.Condition of(UUID job) {
        return Tables.ofTenant("d").and(JOB.eq(job));
    }
}
