package io.keyuan.engine.imports;

import io.keyuan.engine.sql.Planning;
import java.util.BitSet;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes one chunk within the transaction of its piece; a dry run undoes the records and keeps the account. */
final class ChunkWriter {

    private final ReferenceResolution references;
    private final RowSaver saver;
    private final FailureLog failures;
    private final boolean dryRun;
    private final DSLContext sql;
    private final TransactionTemplate inner;

    ChunkWriter(
            ReferenceResolution references, RowSaver saver, FailureLog failures, boolean dryRun, DSLContext sql,
            PlatformTransactionManager transactions) {
        this.references = references;
        this.saver = saver;
        this.failures = failures;
        this.dryRun = dryRun;
        this.sql = sql;
        inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @return how far the import is then */
    Progress write(List<Candidate> chunk, Progress before) {
        Planning.byValues(sql);
        Counts saved = dryRun ? undone(chunk, before.last()) : records(chunk, before.last());
        failures.write(chunk);
        BitSet waiting = before.waitingRows();
        Counts counts = saved;
        for (Candidate candidate : chunk) {
            waiting.set((int) candidate.number(), candidate.isWaiting());
            counts = counts.plus(account(candidate));
        }
        return before.after(chunk.getLast().number() + 1, counts, waiting);
    }

    private static Counts account(Candidate candidate) {
        return !candidate.faults().isEmpty() ? Counts.ofFailed() : candidate.isSkipped() ? Counts.ofSkipped() : Counts.NONE;
    }

    private Counts undone(List<Candidate> chunk, boolean last) {
        return java.util.Objects.requireNonNull(inner.execute(status -> {
            status.setRollbackOnly();
            return records(chunk, last);
        }));
    }

    private Counts records(List<Candidate> chunk, boolean last) {
        int implied = references.settle(chunk, last);
        chunk.stream().filter(Candidate::isAlive).forEach(this::settleChoices);
        Counts saved = saver.save(chunk.stream().filter(Candidate::isAlive).toList());
        return saved.plus(Counts.ofImplied(implied));
    }

    private void settleChoices(Candidate candidate) {
        for (Candidate.Open open : candidate.open()) {
            if (open.rule().reading() instanceof OfferedChoice choice) {
                choice.settle(open, candidate, dryRun);
            }
        }
    }
}
