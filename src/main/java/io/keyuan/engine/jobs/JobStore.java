package io.keyuan.engine.jobs;

import static io.keyuan.engine.jobs.JobTable.ALIAS;
import static io.keyuan.engine.jobs.JobTable.COLUMNS;
import static io.keyuan.engine.jobs.JobTable.FAILURES;
import static io.keyuan.engine.jobs.JobTable.ID;
import static io.keyuan.engine.jobs.JobTable.JOB;
import static io.keyuan.engine.jobs.JobTable.PERSON;
import static io.keyuan.engine.jobs.JobTable.STATE;
import static io.keyuan.engine.jobs.JobTable.TENANT;
import static io.keyuan.engine.jobs.JobTable.TIMES_RUN;
import static io.keyuan.engine.jobs.JobTable.WISH;
import static io.keyuan.engine.jobs.JobTable.bare;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes jobs. */
@Repository
class JobStore {

    private final DSLContext sql;

    JobStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID id, String kind, String title, String arguments) {
        Caller caller = Caller.current();
        sql.insertInto(DSL.table(DSL.name("job")))
                .columns(
                        bare(TENANT), bare(ID), bare(JobTable.KIND), bare(JobTable.TITLE), bare(STATE), bare(JobTable.ARGUMENTS),
                        bare(PERSON), bare(JobTable.LANGUAGE), bare(JobTable.CREATED))
                .values(
                        caller.tenant(), id, kind, title, JobState.QUEUED.code(), JSONB.valueOf(arguments),
                        caller.person(), caller.locale().toLanguageTag(), Tables.bound(Instant.now()))
                .execute();
    }

    /** @return null where it is not there, or not for the caller */
    @Nullable Job find(UUID id) {
        return sql.select(COLUMNS).from(JOB).where(mine()).and(ID.eq(id)).fetchOne(JobTable::job);
    }

    /** Those of these that are there for the caller. */
    List<Job> find(Set<UUID> ids) {
        return sql.select(COLUMNS).from(JOB).where(mine()).and(ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch(JobTable::job);
    }

    /** The same, kept from changing until the transaction ends. */
    @Nullable Job lock(UUID id) {
        return sql.select(COLUMNS).from(JOB).where(mine()).and(ID.eq(id)).forUpdate().fetchOne(JobTable::job);
    }

    /** @param before the id of the last job of the page before; null for the newest */
    List<Job> page(@Nullable UUID before, int limit) {
        return sql.select(COLUMNS)
                .from(JOB)
                .where(mine())
                .and(before == null ? DSL.noCondition() : ID.lt(before))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(JobTable::job);
    }

    /** The newest of a kind. */
    List<Job> newest(String kind, int limit) {
        return sql.select(COLUMNS)
                .from(JOB)
                .where(mine())
                .and(JobTable.KIND.eq(kind))
                .orderBy(ID.desc())
                .limit(limit)
                .fetch(JobTable::job);
    }

    boolean isUnderway(String kind) {
        return sql.fetchExists(JOB, mine(), JobTable.KIND.eq(kind), underway());
    }

    private static Condition underway() {
        return STATE.in(JobState.QUEUED.code(), JobState.RUNNING.code(), JobState.PAUSED.code());
    }

    void delete(UUID id) {
        sql.deleteFrom(JOB).where(mine()).and(ID.eq(id)).execute();
    }

    /** @return the job that is taking this one back at the moment; null where there is none */
    @Nullable UUID undoing(UUID id) {
        return sql.select(ID).from(JOB).where(undoes(id))
                .and(underway())
                .fetchAny(ID);
    }

    Set<UUID> undoings(UUID id) {
        return sql.select(ID).from(JOB).where(undoes(id)).fetchSet(ID);
    }

    /** Those that take back one of these jobs. */
    List<Job> undoings(Set<UUID> ids) {
        return sql.select(COLUMNS).from(JOB).where(undoes(ids)).fetch(JobTable::job);
    }

    private static Condition undoes(UUID id) {
        return undoes(Set.of(id));
    }

    private static Condition undoes(Set<UUID> ids) {
        return Tables.ofTenant(ALIAS)
                .and(JobTable.KIND.eq(DSL.inline(Jobs.UNDO)))
                .and(Tables.among(
                        DSL.jsonbGetAttributeAsText(JobTable.ARGUMENTS, DSL.inline("job")),
                        ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    void become(UUID id, JobState state, @Nullable Wish wish) {
        sql.update(JOB)
                .set(bare(STATE), state.code())
                .set(bare(WISH), wish == null ? null : wish.code())
                .set(bare(JobTable.FINISHED), state.isEnded() ? Tables.bound(Instant.now()) : null)
                .where(mine())
                .and(ID.eq(id))
                .execute();
    }

    /** Of a job that was done when it was added. */
    void end(UUID id, String result) {
        OffsetDateTime now = Tables.bound(Instant.now());
        sql.update(JOB)
                .set(bare(STATE), JobState.DONE.code())
                .set(bare(JobTable.PROGRESS), 1d)
                .set(bare(JobTable.RESULT), JSONB.valueOf(result))
                .set(bare(JobTable.STARTED), now)
                .set(bare(JobTable.FINISHED), now)
                .where(mine())
                .and(ID.eq(id))
                .execute();
    }

    // ---- for the run of a job ----

    /** Starts a run; null where there is nothing to be run any more. */
    @Nullable Job begin(UUID tenant, UUID id) {
        return AcrossTenants.call("whose a job is stands in it", () -> sql.update(JOB)
                .set(bare(STATE), JobState.RUNNING.code())
                .set(bare(TIMES_RUN), TIMES_RUN.plus(1))
                .set(bare(JobTable.STARTED), DSL.coalesce(JobTable.STARTED, DSL.val(Tables.bound(Instant.now()))))
                .where(TENANT.eq(tenant))
                .and(ID.eq(id))
                .and(STATE.in(JobState.QUEUED.code(), JobState.RUNNING.code()))
                .returning(COLUMNS)
                .fetchOne(JobTable::job));
    }

    /**
     * Says how far a run is.
     *
     * @param checkpoint null to leave the one before
     * @return what somebody wants of it meanwhile, null for nothing
     * @throws Departure where a newer run has taken over
     */
    @Nullable Wish advance(Job job, double progress, String result, @Nullable String checkpoint) {
        var advanced = sql.update(JOB)
                .set(bare(JobTable.PROGRESS), progress)
                .set(bare(JobTable.RESULT), JSONB.valueOf(result))
                .set(bare(JobTable.CHECKPOINT), checkpoint == null ? JobTable.CHECKPOINT : DSL.val(JSONB.valueOf(checkpoint)))
                .where(run(job))
                .returning(WISH)
                .fetchOne();
        if (advanced == null) {
            throw Departure.superseded();
        }
        return Wish.of(advanced.get(WISH));
    }

    void setFailures(Job job, @Nullable UUID file) {
        sql.update(JOB).set(bare(FAILURES), file).where(run(job)).execute();
    }

    /**
     * Ends a run, which leaves the job in this state.
     *
     * @return false where a newer run has taken over, and nothing was done
     */
    boolean leave(Job job, JobState state, @Nullable String problem) {
        boolean done = state == JobState.DONE;
        int left = sql.update(JOB)
                .set(bare(STATE), state.code())
                .set(bare(WISH), state == JobState.QUEUED ? WISH : DSL.inline((String) null))
                .set(bare(JobTable.PROGRESS), done ? DSL.val(1d) : JobTable.PROGRESS)
                .set(bare(JobTable.PROBLEM), problem == null ? null : JSONB.valueOf(problem))
                .set(bare(JobTable.FINISHED), state.isEnded() ? Tables.bound(Instant.now()) : null)
                .where(run(job))
                .execute();
        return left == 1;
    }

    private static Condition run(Job job) {
        return TENANT.eq(job.tenant()).and(ID.eq(job.id())).and(TIMES_RUN.eq(job.timesRun()));
    }

    private static Condition mine() {
        Caller caller = Caller.current();
        Condition ofTenant = Tables.ofTenant(ALIAS);
        return caller.administers() ? ofTenant : ofTenant.and(PERSON.eq(caller.person()));
    }
}
