package io.keyuan.engine.assign;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.Jobs;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes jobs of orders, under titles that say who gets what. */
@Component
class JobsOfAssigning {

    private final Jobs jobs;
    private final ObjectTypes types;
    private final Records records;
    private final AssignmentRules rules;
    private final Messages messages;

    JobsOfAssigning(Jobs jobs, ObjectTypes types, Records records, AssignmentRules rules, Messages messages) {
        this.jobs = jobs;
        this.types = types;
        this.records = records;
        this.rules = rules;
        this.messages = messages;
    }

    UUID submit(ObjectType type, Order order) {
        return jobs.submit(AssignJob.KIND, title(type, order), job -> order);
    }

    /** @return the job; null where nothing has changed hands */
    @Nullable UUID atOnce(ObjectType type, Order order, Supplier<@Nullable Object> work) {
        return jobs.atOnce(AssignJob.KIND, title(type, order), order, work);
    }

    Map<String, Object> describe(UUID job) {
        return jobs.describe(job);
    }

    private String title(ObjectType type, Order order) {
        String what = messages.plural(Caller.current().locale(), type);
        return what + " → " + (order.to() == null ? rule(order.rule()) : name(order.to()));
    }

    private String name(UUID person) {
        return records.titles(types.people(), Set.of(person)).getOrDefault(person, "?");
    }

    private String rule(@Nullable String rule) {
        return rule == null || rule.equals(Order.MATCHING)
                ? messages.text(Caller.current().locale(), "assign.by-rules")
                : rules.get(UUID.fromString(rule)).name();
    }
}
