package io.keyuan.engine.assign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Signals;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rules of the caller's tenant, remembered until somebody changes one: every new record asks for them. */
@Component
class AssignmentRules {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String TOPIC = "assignment-rules";

    private final AssignmentRuleStore store;
    private final Signals signals;
    private final Cache<UUID, List<AssignmentRule>> rules = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    AssignmentRules(AssignmentRuleStore store, Signals signals) {
        this.store = store;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> rules.invalidate(UUID.fromString(tenant)), rules::invalidateAll);
    }

    List<AssignmentRule> all() {
        return rules.get(Caller.current().tenant(), tenant -> store.all());
    }

    /** Those of an object that are switched on, in the order in which they are asked. */
    List<AssignmentRule> active(ObjectType type) {
        return all().stream().filter(rule -> rule.active() && rule.type().equals(type)).toList();
    }

    /** @throws Problem where there is none */
    AssignmentRule get(UUID id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
    }

    /** Says that they have changed: now, and once more when others can see it or never will. */
    void forget() {
        UUID tenant = Caller.current().tenant();
        signals.tell(TOPIC, tenant.toString());
        rules.invalidate(tenant);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    rules.invalidate(tenant);
                }
            });
        }
    }
}
