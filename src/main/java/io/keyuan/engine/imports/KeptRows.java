package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Passing;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What is told of rows of an imported file for as long as the file is kept: of each import the first {@value #MOST}, in their order. */
abstract class KeptRows<T> implements Passing {

    static final int MOST = 100_000;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Field<Long> PLACE = Tables.number("r", "place");
    private static final Field<UUID> JOB = Tables.uuid("r", "job_id");

    private final DSLContext sql;
    private final String name;
    private final Table<Record> rows;
    private final List<? extends Field<?>> columns;

    /** @param columns of the table beside those that all such tables have, under the alias {@code r} */
    protected KeptRows(DSLContext sql, String name, List<? extends Field<?>> columns) {
        this.sql = sql;
        this.name = name;
        this.rows = Tables.of(name, "r");
        this.columns = columns;
    }

    /** A row and where it stands among the others. */
    record Placed<T>(long place, T row) {}

    /** Of each column what is kept. */
    protected abstract List<@Nullable Object> values(T row);

    protected abstract T read(Record row);

    void add(UUID job, List<T> some) {
        long next = some.isEmpty() ? 0 : 1 + last(job);
        List<T> kept = some.subList(0, (int) Math.clamp(MOST - next + 1, 0, some.size()));
        if (kept.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(table(name(name))).columns(Stream.concat(
                        Stream.of(Tables.uuid("r", "tenant_id"), JOB, PLACE, Tables.time("r", "at")), columns.stream())
                .<Field<?>>map(column -> field(name(column.getName()), column.getDataType()))
                .toList());
        var now = Tables.bound(Instant.now());
        for (T each : kept) {
            List<@Nullable Object> values = new ArrayList<>(List.of(Caller.current().tenant(), job, next++, now));
            values.addAll(values(each));
            insert = insert.values(values);
        }
        insert.execute();
    }

    private long last(UUID job) {
        Long last = sql.select(DSL.max(PLACE)).from(rows).where(of(job)).fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }

    List<Placed<T>> page(UUID job, long after, int limit) {
        return sql.select(Stream.concat(Stream.of(PLACE), columns.stream()).toList())
                .from(rows)
                .where(of(job))
                .and(PLACE.gt(after))
                .orderBy(PLACE)
                .limit(limit)
                .fetch(row -> new Placed<>(row.get(PLACE), read(row)));
    }

    /** Forgets those of a job that begins anew. */
    void forget(UUID job) {
        sql.deleteFrom(rows).where(of(job)).execute();
    }

    @Override
    public Rows passing() {
        return new Rows(rows, List.of(Tables.uuid("r", "tenant_id"), JOB, PLACE), Tables.time("r", "at"), KEPT);
    }

    private static Condition of(UUID job) {
        return Tables.ofTenant("r").and(JOB.eq(job));
    }
}
