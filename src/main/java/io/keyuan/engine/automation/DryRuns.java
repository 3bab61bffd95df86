package io.keyuan.engine.automation;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Query;
import io.keyuan.engine.automation.AutomationRun.State;
import io.keyuan.engine.automation.AutomationRun.Step;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.query.WholeLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what a rule would have done: for what changed last, or for records of which its condition is true now. Nothing is written. */
@Component
class DryRuns {

    /** So many changes are looked back upon. */
    private static final int CHANGES = 1_000;

    /** Of so many records is told. */
    private static final int SHOWN = 50;

    private final AuditedChanges changes;
    private final AutomationVerdicts verdicts;
    private final AutomationWork work;
    private final WholeLists lists;
    private final Titles titles;
    private final AutomationRuleJson json;
    private final TransactionTemplate transaction;

    DryRuns(
            AuditedChanges changes, AutomationVerdicts verdicts, AutomationWork work, WholeLists lists, Titles titles, AutomationRuleJson json,
            TransactionTemplate transaction) {
        this.changes = changes;
        this.verdicts = verdicts;
        this.work = work;
        this.lists = lists;
        this.titles = titles;
        this.json = json;
        this.transaction = transaction;
    }

    /** As the current caller. */
    Map<String, Object> of(AutomationRule rule) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return look(rule);
        }));
    }

    private Map<String, Object> look(AutomationRule rule) {
        List<UUID> occasions = occasions(rule);
        Map<UUID, State> judged = judged(rule, occasions);
        List<UUID> met = occasions.stream().filter(record -> judged.get(record) == State.DONE).toList();
        List<UUID> shown = met.subList(0, Math.min(SHOWN, met.size()));
        Map<UUID, List<Step>> steps = work.show(rule.type(), rule.name(), rule.actions(), shown);
        Map<UUID, String> named = shown.isEmpty() ? Map.of() : titles.of(rule.type(), Set.copyOf(shown));
        List<Map<String, @Nullable Object>> items = shown.stream().map(record -> {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("record", json.record(record, named.get(record)));
            item.put("steps", json.steps(steps.getOrDefault(record, List.of())));
            return item;
        }).toList();
        return Map.of("looked", occasions.size(), "met", met.size(), "items", items);
    }

    private Map<UUID, State> judged(AutomationRule rule, List<UUID> occasions) {
        try {
            return occasions.isEmpty() ? Map.of() : verdicts.of(rule.type(), rule.condition(), occasions);
        } catch (MustPause broken) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("condition", "automation-broken-condition"));
        }
    }

    /** The records that made it run lately, the newest first; of the clock, those there are. */
    private List<UUID> occasions(AutomationRule rule) {
        ObjectType type = rule.type();
        if (rule.trigger().isByClock()) {
            return lists.ids(rule.condition() == null ? Query.all(type) : Query.all(type).where(rule.condition()), null, CHANGES);
        }
        Set<UUID> records = new LinkedHashSet<>();
        changes.newest(type, CHANGES).stream()
                .filter(change -> rule.trigger().is(change.action(), change.after()))
                .forEach(change -> records.add(change.record()));
        return new ArrayList<>(records);
    }
}
