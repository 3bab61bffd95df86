package io.keyuan.engine.jobs;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes on long work, and what people want of it while it lasts. Everybody has to do with their own, administrators with all. */
@NamedInterface("jobs")
@Service
public class Jobs {

    /** The {@link JobKind#name()} of jobs that take others back. */
    public static final String UNDO = "undo";

    private static final Set<JobState> STOPPABLE = Set.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED);

    /** A screenful of one kind. */
    private static final int NEWEST = 50;

    private final JobStore store;
    private final JobScheduler scheduler;
    private final JobView view;
    private final StoredFiles files;
    private final JobKinds kinds;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Jobs(
            JobStore store, JobScheduler scheduler, JobView view, StoredFiles files, JobKinds kinds, TransactionTemplate transaction,
            JsonMapper json) {
        this.store = store;
        this.scheduler = scheduler;
        this.view = view;
        this.files = files;
        this.kinds = kinds;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Takes on work of the current caller, to be run with their rights as they are then.
     *
     * @param kind the {@link JobKind#name()}
     * @param title what people shall know it by
     * @param arguments what the run needs, made with the job's id in the transaction that makes the job
     * @return the job's id
     */
    public UUID submit(String kind, String title, Function<UUID, Object> arguments) {
        return submit(kind, title, Instant.now(), arguments);
    }

    /** As {@link #submit(String, String, Function)}, to be begun at a moment that may be yet to come; until then it can be cancelled. */
    public UUID submit(String kind, String title, Instant at, Function<UUID, Object> arguments) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            store.add(id, kind, title, json.writeValueAsString(arguments.apply(id)));
            scheduler.schedule(Caller.current().tenant(), id, at);
        });
        return id;
    }

    /**
     * Does work that is too little to wait for, so that it can be looked at and taken back like any other: within one
     * transaction, as the operation that bears the job's id.
     *
     * @param work answers what it has done, as JSON can say it; null where that is nothing to speak of
     * @return the job's id; null where there is nothing to speak of
     */
    public @Nullable UUID atOnce(String kind, String title, Object arguments, Supplier<@Nullable Object> work) {
        UUID id = Ids.next();
        var done = new AtomicReference<@Nullable Object>();
        transaction.executeWithoutResult(status -> Caller.current().in(id).run(() -> {
            done.set(work.get());
            if (done.get() != null) {
                store.add(id, kind, title, json.writeValueAsString(arguments));
                store.end(id, json.writeValueAsString(done.get()));
            }
        }));
        return done.get() == null ? null : id;
    }

    /** Where a job can be watched. */
    public static String address(UUID job) {
        return JobView.address(job);
    }

    /** A job as answers show it, in the current caller's language. */
    public Map<String, Object> describe(UUID job) {
        return view.of(get(job));
    }

    /** Those of these jobs that are there for the current caller, as answers show them. */
    public Map<UUID, Map<String, Object>> describe(Set<UUID> ids) {
        List<Job> found = ids.isEmpty() ? List.of() : store.find(ids);
        List<Map<String, Object>> shown = view.of(found);
        return IntStream.range(0, found.size()).boxed().collect(Collectors.toMap(i -> found.get(i).id(), shown::get));
    }

    /** A job for whoever knows its kind. */
    @NamedInterface("jobs")
    public static final class Described {

        private final Map<String, Object> shown;
        private final Job job;
        private final @Nullable UUID result;
        private final JsonMapper json;

        private Described(Map<String, Object> shown, Job job, @Nullable UUID result, JsonMapper json) {
            this.shown = shown;
            this.job = job;
            this.result = result;
            this.json = json;
        }

        /** As answers show it, in the current caller's language. */
        public Map<String, Object> shown() {
            return shown;
        }

        public UUID id() {
            return job.id();
        }

        public <T> T arguments(Class<T> type) {
            return json.readValue(job.arguments(), type);
        }

        public <T> @Nullable T result(Class<T> type) {
            return job.result() == null ? null : json.readValue(job.result(), type);
        }

        public <T> @Nullable T checkpoint(Class<T> type) {
            return job.checkpoint() == null ? null : json.readValue(job.checkpoint(), type);
        }

        /** The file it was asked for, for whoever asked; null where there is none any more, or none yet. */
        public @Nullable UUID file() {
            return shown.containsKey("file") && result != null ? result : null;
        }

        /** When its files go; null where it has not ended. */
        public @Nullable Instant keptUntil() {
            return job.finishedAt() == null ? null : job.finishedAt().plus(Clearing.FILES_KEPT);
        }
    }

    /** The newest of a kind that the current caller may see. */
    public List<Described> describeNewest(String kind) {
        List<Job> found = store.newest(kind, NEWEST);
        List<Map<String, Object>> shown = view.of(found);
        return IntStream.range(0, found.size()).mapToObj(i -> new Described(shown.get(i), found.get(i), kinds.file(found.get(i)), json)).toList();
    }

    /** Whether one of a kind that the current caller may see has not ended yet. */
    public boolean isUnderway(String kind) {
        return store.isUnderway(kind);
    }

    /** @throws Problem where there is none of this kind */
    public Described describe(UUID id, String kind) {
        Job job = get(id);
        if (!job.kind().equals(kind)) {
            throw Problem.notFound();
        }
        return new Described(view.of(job), job, kinds.file(job), json);
    }

    /**
     * Deletes a job of this kind that has ended or waits, with its files.
     *
     * @throws Problem where it is running: it has to be cancelled before
     */
    public void forget(UUID id, String kind) {
        describe(id, kind);
        transaction.executeWithoutResult(status -> {
            Job job = there(store.lock(id));
            if (job.state() == JobState.RUNNING) {
                throw Problem.of(ProblemKind.CONFLICT, Fault.whole("job-running"));
            }
            files.deleteOf(id);
            store.delete(id);
        });
    }

    Job get(UUID id) {
        return there(store.find(id));
    }

    List<Job> page(@Nullable UUID before, int limit) {
        return store.page(before, limit);
    }

    /** Ends a job for good; what it has done so far stays. */
    Job cancel(UUID id) {
        return wish(id, Wish.CANCEL, STOPPABLE);
    }

    Job pause(UUID id) {
        return wish(id, Wish.PAUSE, Set.of(JobState.QUEUED, JobState.RUNNING));
    }

    private Job wish(UUID id, Wish wish, Set<JobState> possible) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Job job = locked(id, possible);
            boolean running = job.state() == JobState.RUNNING;
            // The entry in the schedule of a job that is not running finds nothing to run and goes.
            store.become(id, running ? job.state() : wish.state(), running ? wish : null);
            return get(id);
        }));
    }

    /** Lets a paused job go on, or takes back the wish to pause it. */
    Job resume(UUID id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Job job = locked(id, Set.of(JobState.PAUSED, JobState.RUNNING, JobState.QUEUED));
            if (job.state() == JobState.PAUSED) {
                store.become(id, JobState.QUEUED, null);
                scheduler.schedule(job.tenant(), id);
            } else if (job.wish() == Wish.PAUSE) {
                store.become(id, job.state(), null);
            }
            return get(id);
        }));
    }

    /**
     * Has what a job changed taken back, by a job of its own; one that is on its way already is found again.
     *
     * @param insist whether also what was changed since
     */
    UUID undo(UUID id, boolean insist) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Job job = there(store.lock(id));
            UUID underway = store.undoing(id);
            if (underway != null) {
                return underway;
            }
            if (!kinds.isUndoable(job)) {
                throw Problem.of(ProblemKind.CONFLICT, Fault.whole(job.state() == JobState.UNDONE ? "job-undone" : "job-not-undoable"));
            }
            return submit(UNDO, job.title(), any -> new Undoing(id, insist));
        }));
    }

    /**
     * What a job that takes another one back is asked for.
     *
     * @param job whose changes
     * @param insist whether also what was changed since
     */
    public record Undoing(UUID job, boolean insist) {}

    /** The jobs that took this one back so far, wholly or in part. */
    public Set<UUID> undoings(UUID job) {
        return store.undoings(job);
    }

    /** Whether a job's {@linkplain JobKind#isWoven changes hang together}. */
    public boolean isWoven(UUID job) {
        return kinds.isWoven(get(job));
    }

    /** Notes that nothing of what a job changed is left. */
    public void undone(UUID job) {
        store.become(job, JobState.UNDONE, null);
    }

    private Job locked(UUID id, Set<JobState> possible) {
        Job job = there(store.lock(id));
        if (!possible.contains(job.state())) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("job-" + job.state().code()));
        }
        return job;
    }

    private static Job there(@Nullable Job job) {
        if (job == null) {
            throw Problem.notFound();
        }
        return job;
    }
}
