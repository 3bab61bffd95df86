package io.keyuan.engine.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.keyuan.engine.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees that jobs are run: each once at a time, by one of the nodes, also after the node that ran it died. It starts last and
 * stops first.
 */
@Component
class JobScheduler implements SmartLifecycle {

    static final String TABLE = "job_schedule";
    static final String TASK = "job";

    private static final int AT_ONCE = 2;
    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE_IN_TROUBLE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(6);

    private final JobRunner runner;
    private final Presence presence;
    private final CustomTask<Void> task = Tasks.custom(TASK, Void.class).onDeadExecutionRevive().execute(this::execute);
    private final RecurringTask<Void> clearing;
    private final DataSource database;
    private final SchedulerClient client;
    private volatile @Nullable Scheduler scheduler;

    JobScheduler(JobRunner runner, Clearing old, DataSource database) {
        this.runner = runner;
        this.presence = new Presence(database);
        this.database = database;
        clearing = Tasks.recurring("old-files", FixedDelay.of(BETWEEN_CLEARINGS))
                .execute((instance, context) -> old.clear(Instant.now(), context.getSchedulerState()::isShuttingDown));
        // Within a transaction an entry is made with it: a job and its entry are both there or neither is.
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task).tableName(TABLE).build();
    }

    private Scheduler build() {
        return Scheduler.create(database, task)
                .startTasks(clearing)
                .tableName(TABLE)
                .threads(AT_ONCE)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .build();
    }

    /** Has a job run as soon as a node is free and the transaction, if there is one, has ended. */
    void schedule(UUID tenant, UUID job) {
        schedule(tenant, job, Instant.now());
    }

    /** The same, not before a moment. */
    void schedule(UUID tenant, UUID job, Instant at) {
        // An entry of an earlier run may be about to go: each has a name of its own.
        String name = tenant + "/" + job + "/" + Ids.next();
        client.scheduleIfNotExists(new TaskInstance<>(task.getName(), name), at);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    look();
                }
            });
        } else {
            look();
        }
    }

    private void look() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        String[] key = instance.getId().split("/");
        JobRunner.Outcome outcome =
                runner.run(UUID.fromString(key[0]), UUID.fromString(key[1]), context.getSchedulerState()::isShuttingDown);
        return (complete, entry) -> {
            switch (outcome) {
                case OVER, LOST -> entry.remove();
                case AGAIN -> entry.reschedule(complete, Instant.now());
                case LATER -> entry.reschedule(complete, Instant.now().plus(PAUSE_IN_TROUBLE));
            }
        };
    }

    @Override
    public void start() {
        presence.begin();
        var started = build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
            presence.end();
        }
    }

    /** Takes up no further jobs; those that run go on. */
    void pause() {
        Scheduler running = scheduler;
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
