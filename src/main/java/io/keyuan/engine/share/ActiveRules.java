package io.keyuan.engine.share;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Given;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sharing rules in force, remembered until one changes. */
@Component
class ActiveRules {

    static final String TOPIC = "sharing-rules";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final RuleStore store;
    private final Signals signals;
    private final KnownOfTenant<List<SharingRule>> known = new KnownOfTenant<>(KEPT);

    ActiveRules(RuleStore store, Signals signals) {
        this.store = store;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    /** @param object the name in code */
    List<SharingRule> of(String object) {
        return all().stream().filter(rule -> rule.object().equals(object)).toList();
    }

    private List<SharingRule> all() {
        return known.get(Caller.current().tenant(), store::active);
    }

    /** The principals under which rules hold what they give to one of those who are wanted. */
    Set<UUID> serving(Given.Wanted wanted) {
        return of(wanted.object()).stream()
                .filter(rule -> rule.targets().stream().anyMatch(target -> wanted.principals().contains(target.id())))
                .filter(rule -> rule.editing() || !wanted.editing())
                .filter(rule -> rule.along() || !wanted.along())
                .map(SharingRule::generation)
                .collect(Collectors.toSet());
    }

    void changed() {
        signals.tell(TOPIC, Caller.current().tenant().toString());
    }
}
