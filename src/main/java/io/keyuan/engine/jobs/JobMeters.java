package io.keyuan.engine.jobs;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How much long work there is, on all nodes together: the schedule holds no more than what is left to do. */
@Component
class JobMeters implements MeterBinder {

    private static final Field<Boolean> PICKED = field(name("picked"), SQLDataType.BOOLEAN);
    private static final Field<OffsetDateTime> DUE = field(name("execution_time"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Condition IS_JOB = field(name("task_name"), SQLDataType.CLOB).eq(JobScheduler.TASK);

    private final DSLContext sql;

    JobMeters(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("keyuan.jobs.running", this, meters -> meters.number(PICKED.isTrue()))
                .description("Jobs that run, on all nodes")
                .register(registry);
        Gauge.builder("keyuan.jobs.waiting", this, meters -> meters.number(PICKED.isFalse()))
                .description("Jobs that wait for a node")
                .register(registry);
        Gauge.builder("keyuan.jobs.waiting.seconds", this, JobMeters::longestWaiting)
                .description("How long the oldest of them has been waiting")
                .register(registry);
    }

    private double number(Condition condition) {
        try {
            return sql.select(count()).from(table(name(JobScheduler.TABLE))).where(IS_JOB, condition).fetchSingle().value1();
        } catch (DataAccessException unreachable) {
            return Double.NaN;
        }
    }

    private double longestWaiting() {
        try {
            OffsetDateTime oldest = sql.select(min(DUE)).from(table(name(JobScheduler.TABLE))).where(IS_JOB, PICKED.isFalse()).fetchSingle().value1();
            return oldest == null ? 0 : Math.max(0, Duration.between(oldest.toInstant(), Instant.now()).toMillis() / 1000.0);
        } catch (DataAccessException unreachable) {
            return Double.NaN;
        }
    }
}
