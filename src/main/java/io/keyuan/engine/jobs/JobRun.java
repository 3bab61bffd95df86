package io.keyuan.engine.jobs;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of a job: what it is to do, how far it was, and the pieces in which it goes on.
 *
 * <p>A piece and the note that it is done are one transaction. A program that is killed leaves either both or neither, so
 * the next run begins after the last piece whose work stands, and nothing is done twice or left out. The note also carries
 * the run's number: a run that was taken for dead while it was only slow cannot finish another piece.
 */
@NamedInterface("jobs")
public final class JobRun {

    private final Job job;
    private final JobStore store;
    private final StoredFiles files;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final BooleanSupplier stopping;
    private @Nullable UUID failures;

    JobRun(Job job, JobStore store, StoredFiles files, TransactionTemplate transaction, JsonMapper json, BooleanSupplier stopping) {
        this.job = job;
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.json = json;
        this.stopping = stopping;
        this.failures = job.failures();
    }

    /** How far the work is after a piece. */
    @NamedInterface("jobs")
    public record Piece(double progress, Object result, Object checkpoint) {}

    public UUID id() {
        return job.id();
    }

    public <T> T arguments(Class<T> type) {
        return json.readValue(job.arguments(), type);
    }

    /** @return what the last piece of an earlier run noted; null where there was none */
    public <T> @Nullable T checkpoint(Class<T> type) {
        return job.checkpoint() == null ? null : json.readValue(job.checkpoint(), type);
    }

    /**
     * Does a piece of the work and notes that it is done, in one transaction.
     *
     * @param work answers how far the job is then; whatever it throws undoes the piece
     */
    public void piece(Supplier<Piece> work) {
        comply(null);
        UUID known = failures;
        try {
            var wish = new AtomicReference<@Nullable Wish>();
            transaction.executeWithoutResult(status -> {
                Piece piece = work.get();
                wish.set(store.advance(job, piece.progress(), json(piece.result()), json(piece.checkpoint())));
            });
            known = failures;
            comply(wish.get());
        } finally {
            failures = known;
        }
    }

    /** Tells how far the job is, without the promise that an earlier part need not be done again. */
    public void report(double progress, Object result) {
        comply(store.advance(job, progress, json(result), null));
    }

    /** Puts more at the end of the file of what could not be done; stands or falls with the piece it is called in. */
    public void appendFailures(String name, byte[] content) {
        UUID file = failures;
        if (file == null) {
            file = files.create(job.id(), name);
            store.setFailures(job, file);
            failures = file;
        }
        files.append(file, content);
    }

    /** Whether something could not be done already. */
    public boolean hasFailures() {
        return failures != null;
    }

    /** Forgets what could not be done, for work that begins from the beginning. */
    public void dropFailures() {
        if (failures != null) {
            store.setFailures(job, null);
            files.delete(failures);
            failures = null;
        }
    }

    private void comply(@Nullable Wish wish) {
        if (wish != null) {
            throw Departure.of(wish);
        }
        if (stopping.getAsBoolean()) {
            throw Departure.shutdown();
        }
    }

    private String json(Object value) {
        return json.writeValueAsString(value);
    }
}
