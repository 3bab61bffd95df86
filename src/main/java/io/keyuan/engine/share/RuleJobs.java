package io.keyuan.engine.share;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has sharing rules carried out, and knows which job last did it for each. */
@Component
class RuleJobs {

    private static final Field<UUID> RULE = Tables.uuid("r", "id");
    private static final Field<@Nullable UUID> JOB = Tables.uuid("r", "job_id");

    private final Jobs jobs;
    private final DSLContext sql;

    RuleJobs(Jobs jobs, DSLContext sql) {
        this.jobs = jobs;
        this.sql = sql;
    }

    /** @param gone generations whose grants are of no use any more */
    void apply(SharingRule rule, List<UUID> gone) {
        UUID job = submit(rule, new ApplyRule.Order(rule.object(), rule.id(), rule.generation(), gone));
        sql.update(Tables.of(RuleStore.TABLE, "r"))
                .set(field(name("job_id"), SQLDataType.UUID), job)
                .where(Tables.ofTenant("r"))
                .and(RULE.eq(rule.id()))
                .execute();
    }

    /** Of a rule that is no more. */
    void clear(SharingRule rule) {
        submit(rule, new ApplyRule.Order(rule.object(), null, null, List.of(rule.generation())));
    }

    private UUID submit(SharingRule rule, ApplyRule.Order order) {
        return jobs.submit(ApplyRule.KIND, rule.name(), job -> order);
    }

    /** The job of each of these rules, as answers show it; without those that are gone, or not for the caller. */
    Map<UUID, Map<String, Object>> of(List<UUID> rules) {
        Map<UUID, UUID> known = sql.select(RULE, JOB)
                .from(Tables.of(RuleStore.TABLE, "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.among(RULE, rules.toArray(UUID[]::new)))
                .and(JOB.isNotNull())
                .fetchMap(RULE, JOB);
        Map<UUID, Map<String, Object>> described = jobs.describe(new HashSet<>(known.values()));
        Map<UUID, Map<String, Object>> found = new HashMap<>();
        known.forEach((rule, job) -> {
            Map<String, Object> shown = described.get(job);
            if (shown != null) {
                found.put(rule, shown);
            }
        });
        return found;
    }
}
