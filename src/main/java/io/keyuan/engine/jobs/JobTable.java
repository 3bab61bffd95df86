package io.keyuan.engine.jobs;

import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table of jobs and its columns. */
final class JobTable {

    static final String ALIAS = "j";
    static final Table<Record> JOB = Tables.of("job", ALIAS);
    static final Field<UUID> TENANT = Tables.uuid(ALIAS, "tenant_id");
    static final Field<UUID> ID = Tables.uuid(ALIAS, "id");
    static final Field<String> KIND = Tables.text(ALIAS, "kind");
    static final Field<String> TITLE = Tables.text(ALIAS, "title");
    static final Field<String> STATE = Tables.text(ALIAS, "state");
    static final Field<String> WISH = Tables.text(ALIAS, "wish");
    static final Field<Integer> TIMES_RUN = DSL.field(DSL.name(ALIAS, "times_run"), SQLDataType.INTEGER);
    static final Field<Double> PROGRESS = DSL.field(DSL.name(ALIAS, "progress"), SQLDataType.DOUBLE);
    static final Field<JSONB> ARGUMENTS = Tables.json(ALIAS, "arguments");
    static final Field<JSONB> RESULT = Tables.json(ALIAS, "result");
    static final Field<JSONB> CHECKPOINT = Tables.json(ALIAS, "checkpoint");
    static final Field<JSONB> PROBLEM = Tables.json(ALIAS, "problem");
    static final Field<UUID> FAILURES = Tables.uuid(ALIAS, "failures_id");
    static final Field<UUID> PERSON = Tables.uuid(ALIAS, "person_id");
    static final Field<String> LANGUAGE = Tables.text(ALIAS, "language");
    static final Field<OffsetDateTime> CREATED = Tables.time(ALIAS, "created_at");
    static final Field<OffsetDateTime> STARTED = Tables.time(ALIAS, "started_at");
    static final Field<OffsetDateTime> FINISHED = Tables.time(ALIAS, "finished_at");
    static final List<Field<?>> COLUMNS = List.of(
            TENANT, ID, KIND, TITLE, STATE, WISH, TIMES_RUN, PROGRESS, ARGUMENTS, RESULT, CHECKPOINT, PROBLEM, FAILURES,
            PERSON, LANGUAGE, CREATED, STARTED, FINISHED);

    private JobTable() {}

    /** A column as INSERT and SET want it: without the table's alias. */
    static <T> Field<T> bare(Field<T> column) {
        return DSL.field(DSL.name(column.getName()), column.getDataType());
    }

    static Job job(Record row) {
        return new Job(
                row.get(TENANT), row.get(ID), row.get(KIND), row.get(TITLE), JobState.of(row.get(STATE)), Wish.of(row.get(WISH)),
                row.get(TIMES_RUN), row.get(PROGRESS), row.get(ARGUMENTS).data(), json(row.get(RESULT)), json(row.get(CHECKPOINT)),
                json(row.get(PROBLEM)), row.get(FAILURES), row.get(PERSON), Locale.forLanguageTag(row.get(LANGUAGE)),
                row.get(CREATED).toInstant(), instant(row.get(STARTED)), instant(row.get(FINISHED)));
    }

    private static @Nullable String json(@Nullable JSONB stored) {
        return stored == null ? null : stored.data();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
