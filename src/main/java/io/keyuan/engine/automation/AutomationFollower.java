package io.keyuan.engine.automation;

import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.automation.AutomationPlaces.Place;
import io.keyuan.engine.history.LogFollower;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what changed behind those who change it and notes which rules are to run for it, in the transaction that remembers how far it has
 * come: no change is noticed twice or left out, whichever node goes on and whenever. Carrying out is another's business.
 */
@Component
class AutomationFollower extends LogFollower {

    private static final int MOST = 500;

    private final AutomationPlaces places;
    private final AutomationRuleStore rules;
    private final AuditedChanges changes;
    private final NoticedRuns noticed;
    private final AutomationRuns runs;
    private final AutomationRunner runner;
    private final Errands errands;

    AutomationFollower(
            AutomationPlaces places, AutomationRuleStore rules, AuditedChanges changes, NoticedRuns noticed, AutomationRuns runs,
            AutomationRunner runner, Errands errands, TransactionTemplate transaction, RecordChanges news) {
        super(transaction, news, errands);
        this.places = places;
        this.rules = rules;
        this.changes = changes;
        this.noticed = noticed;
        this.runs = runs;
        this.runner = runner;
        this.errands = errands;
    }

    @Override
    public String name() {
        return "rules that follow changes";
    }

    @Override
    protected Set<UUID> behind() {
        return places.behind();
    }

    @Override
    protected void follow(BooleanSupplier stopping) {
        repeat(this::step, stopping);
    }

    /** @return whether there may be more */
    private boolean step() {
        Place place = places.lock();
        if (place == null) {
            return false;
        }
        List<AutomationRule> following = rules.atWork().stream().filter(rule -> !rule.trigger().isByClock()).toList();
        Set<String> objects = following.stream().map(rule -> rule.type().name()).collect(Collectors.toSet());
        long settled = changes.settled();
        List<AuditedChanges.Change> page = objects.isEmpty() ? List.of() : changes.after(place, settled, objects, MOST);
        List<AutomationRun> due = noticed.of(following, page);
        runs.add(due);
        if (!due.isEmpty()) {
            errands.soon(runner);
        }
        boolean more = page.size() == MOST;
        if (more) {
            places.set(page.getLast().place());
        } else if (settled >= place.position()) {
            places.set(Place.after(settled));
        }
        return more;
    }
}
