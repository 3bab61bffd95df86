package io.keyuan.engine.imports;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.JobRun;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what writes the rows of one file. */
@Component
class Writers {

    private final Records records;
    private final RecordFinder finder;
    private final KeyFinder keys;
    private final Headers headers;
    private final Messages messages;
    private final DSLContext sql;
    private final PlatformTransactionManager transactions;

    Writers(
            Records records, RecordFinder finder, KeyFinder keys, Headers headers, Messages messages, DSLContext sql,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.records = records;
        this.finder = finder;
        this.keys = keys;
        this.headers = headers;
        this.messages = messages;
        this.transactions = transactions;
    }

    ChunkWriter of(Order order, Preparation.Prepared prepared, Survey survey, JobRun run) {
        Plan plan = prepared.plan();
        var references = new ReferenceResolution(finder, records, plan, survey, order.dryRun());
        var saver = new RowSaver(keys, records, plan, order.dryRun());
        List<String> reasons = headers.reasons(Caller.current().locale());
        var failures = new FailureLog(run, order.name(), prepared.table().headers(), reasons, plan, messages);
        return new ChunkWriter(references, saver, failures, order.dryRun(), sql, transactions);
    }
}
