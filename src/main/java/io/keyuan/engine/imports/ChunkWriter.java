package io.keyuan.engine.imports;

import io.keyuan.engine.sql.Planning;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes one chunk within the transaction of its piece; a dry run undoes the records and keeps the account. */
final class ChunkWriter {

    private final ReferenceResolution references;
    private final RowSaver saver;
    private final FailureLog failures;
    private final @Nullable Trial trial;
    private final Runnable alike;
    private final DSLContext sql;
    private final TransactionTemplate inner;

    /**
     * @param trial where nothing is to stay; null where it is
     * @param alike keeps which rows of the chunk were like records
     */
    ChunkWriter(
            ReferenceResolution references, RowSaver saver, FailureLog failures, @Nullable Trial trial, Runnable alike, DSLContext sql,
            PlatformTransactionManager transactions) {
        this.references = references;
        this.saver = saver;
        this.failures = failures;
        this.trial = trial;
        this.alike = alike;
        this.sql = sql;
        inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What a dry run would change, and who takes it. */
    record Trial(Differences differences, Consumer<List<Differences.Difference>> kept) {}

    private record Tried(Counts counts, List<Differences.Difference> differences) {}

    /** @return how far the import is then */
    Progress write(List<Candidate> chunk, Progress before) {
        Planning.byValues(sql);
        Counts saved = trial == null ? records(chunk, before.last()) : tried(chunk, before.last(), trial);
        failures.write(chunk);
        alike.run();
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

    private Counts tried(List<Candidate> chunk, boolean last, Trial trial) {
        Tried tried = Objects.requireNonNull(inner.execute(status -> {
            status.setRollbackOnly();
            return new Tried(records(chunk, last), trial.differences().take());
        }));
        trial.kept().accept(tried.differences());
        return tried.counts();
    }

    private Counts records(List<Candidate> chunk, boolean last) {
        int implied = references.settle(chunk, last);
        OfferedChoice.settle(chunk, trial != null);
        Counts saved = saver.save(chunk.stream().filter(Candidate::isJudged).toList());
        return saved.plus(Counts.ofImplied(implied));
    }
}
