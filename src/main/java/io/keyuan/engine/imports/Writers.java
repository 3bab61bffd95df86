package io.keyuan.engine.imports;

import io.keyuan.engine.Records;
import io.keyuan.engine.duplicates.Minding;
import io.keyuan.engine.jobs.JobRun;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what writes the rows of one file. */
@Component
class Writers {

    private final Records records;
    private final RecordFinder finder;
    private final KeyFinder keys;
    private final Namesakes namesakes;
    private final Minding minding;
    private final FailureLogs failures;
    private final DifferenceStore differences;
    private final AlikeStore alikes;
    private final DSLContext sql;
    private final PlatformTransactionManager transactions;

    Writers(
            Records records, RecordFinder finder, KeyFinder keys, Namesakes namesakes, Minding minding, FailureLogs failures, DifferenceStore differences, AlikeStore alikes, DSLContext sql,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.finder = finder;
        this.keys = keys;
        this.namesakes = namesakes;
        this.minding = minding;
        this.failures = failures;
        this.differences = differences;
        this.alikes = alikes;
        this.sql = sql;
        this.transactions = transactions;
    }

    ChunkWriter of(Order order, Preparation.Prepared prepared, Survey survey, JobRun run) {
        ChunkWriter.@Nullable Trial trial = order.dryRun() ? trial(run) : null;
        var alike = new AlikeRows(trial == null ? Outcome.UNWATCHED : trial.differences());
        return new ChunkWriter(
                references(prepared.plan(), survey, order.dryRun()),
                saver(prepared.plan(), order.decided(), order.dryRun(), alike),
                failures.of(run, order.name(), prepared),
                trial,
                () -> alikes.add(run.id(), alike.take()),
                sql, transactions);
    }

    private ChunkWriter.Trial trial(JobRun run) {
        return new ChunkWriter.Trial(differences.gather(), found -> differences.add(run.id(), found));
    }

    ReferenceResolution references(Plan plan, Survey survey, boolean dryRun) {
        return new ReferenceResolution(finder, records, minding, plan, survey, dryRun);
    }

    /** @param decided of rows that are like a record, what becomes of them */
    RowSaver saver(Plan plan, Decisions decided, boolean dryRun, Outcome outcome) {
        return new RowSaver(keys, namesakes, records, plan, decided, minding.insisting(plan.type()), dryRun, outcome);
    }

    /** A dry run begins anew. */
    void forget(JobRun run) {
        run.dropFailures();
        differences.forget(run.id());
        alikes.forget(run.id());
    }
}
