package io.keyuan.engine.jobs;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Notices;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs one job once, on behalf of whoever asked for it, and notes how it ended. */
@Component
class JobRunner {

    /** What is to become of the entry in the schedule. */
    enum Outcome {
        /** Nothing is left to run. */
        OVER,
        /** To be run again, by whichever node is free. */
        AGAIN,
        /** To be run again after a pause: the database or the network was in trouble, or what is needed had no time. */
        LATER,
        /** Another run has taken over; what is left of this one's entry goes, a new holder's does not. */
        LOST
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobKinds kinds;
    private final JobStore store;
    private final StoredFiles files;
    private final Callers callers;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Notices notices;

    JobRunner(
            JobKinds kinds, JobStore store, StoredFiles files, Callers callers, TransactionTemplate transaction, JsonMapper json,
            Notices notices) {
        this.kinds = kinds;
        this.store = store;
        this.files = files;
        this.callers = callers;
        this.transaction = transaction;
        this.json = json;
        this.notices = notices;
    }

    Outcome run(UUID tenant, UUID id, BooleanSupplier stopping) {
        Job job = store.begin(tenant, id);
        if (job == null) {
            return Outcome.OVER;
        }
        Caller person = callers.of(tenant, job.person(), job.language());
        Caller caller = person == null ? nobody(job) : person.in(id);
        try (var tenantOfLine = MDC.putCloseable("tenant", tenant.toString()); var jobOfLine = MDC.putCloseable("job", id.toString())) {
            return caller.call(() -> person == null ? fail(job, Problem.of(ProblemKind.FORBIDDEN)) : run(job, stopping));
        } catch (Exception failure) {
            LOG.warn("Job {} could not be noted: {}", id, failure.toString());
            return Outcome.LATER;
        }
    }

    private static Caller nobody(Job job) {
        return new Caller(job.tenant(), job.person(), false, job.language(), job.id());
    }

    private Outcome run(Job job, BooleanSupplier stopping) {
        try {
            if (job.wish() != null) {
                throw Departure.of(job.wish());
            }
            JobKind kind = Objects.requireNonNull(kinds.of(job), () -> "no such kind of job: " + job.kind());
            kind.run(new JobRun(job, store, files, transaction, json, stopping));
            return end(job, JobState.DONE, null);
        } catch (Departure departure) {
            return depart(job, departure);
        } catch (Problem problem) {
            return PassingTrouble.isIn(problem) ? later(job, problem) : fail(job, problem);
        } catch (Exception failure) {
            return trouble(job, failure);
        }
    }

    private Outcome depart(Job job, Departure departure) {
        if (departure.reason() == Departure.Reason.SUPERSEDED) {
            return Outcome.LOST;
        }
        store.leave(job, departure.state(), null);
        return departure.reason() == Departure.Reason.SHUTDOWN ? Outcome.AGAIN : Outcome.OVER;
    }

    /** Whoever asked for it is told if and only if it is noted. */
    private Outcome end(Job job, JobState state, @Nullable String problem) {
        transaction.executeWithoutResult(status -> {
            if (store.leave(job, state, problem)) {
                notices.tell(JobNotices.ended(job, state));
            }
        });
        return Outcome.OVER;
    }

    private Outcome fail(Job job, Problem problem) {
        return fail(job, StoredProblem.of(problem));
    }

    private Outcome fail(Job job, StoredProblem problem) {
        return end(job, JobState.FAILED, json.writeValueAsString(problem));
    }

    private static Outcome later(Job job, Exception failure) {
        LOG.warn("Job {} is interrupted: {}", job.id(), failure.toString());
        return Outcome.LATER;
    }

    private Outcome trouble(Job job, Exception failure) {
        if (PassingTrouble.isIn(failure)) {
            return later(job, failure);
        }
        LOG.error("Job {} failed", job.id(), failure);
        return fail(job, StoredProblem.failure());
    }
}
