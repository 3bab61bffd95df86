package io.keyuan.engine.automation;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.automation.AutomationRun.Step;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.web.FaultWords;
import io.keyuan.engine.webhook.RuleMessages;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules and what they did, as they are told to whoever looks after them. */
@Component
class AutomationRuleJson {

    private static final int MOST_WAITING = 1_000;

    private final ObjectTypes types;
    private final Principals principals;
    private final Titles titles;
    private final AutomationRuns runs;
    private final FaultWords words;
    private final RuleMessages messages;

    AutomationRuleJson(ObjectTypes types, Principals principals, Titles titles, AutomationRuns runs, FaultWords words, RuleMessages messages) {
        this.types = types;
        this.principals = principals;
        this.titles = titles;
        this.runs = runs;
        this.words = words;
        this.messages = messages;
    }

    List<Map<String, @Nullable Object>> rules(List<AutomationRule> rules) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> named = new HashSet<>();
        rules.forEach(rule -> {
            people.add(rule.owner());
            rule.actions().forEach(action -> {
                if (action.person() != null) {
                    people.add(action.person());
                }
                action.to().stream().filter(recipient -> recipient.id() != null).forEach(recipient -> named.add(Objects.requireNonNull(recipient.id())));
            });
        });
        var known = new Known(
                titles.of(types.people(), people), named.isEmpty() ? Map.of() : principals.of(named), runs.count(AutomationRun.State.WAITING, MOST_WAITING), runs.count(AutomationRun.State.HELD, MOST_WAITING),
                Caller.current().administers() ? messages.webhooks() : Map.of());
        return rules.stream().map(rule -> rule(rule, known)).toList();
    }

    /** What is looked up once for all rules. */
    private record Known(Map<UUID, String> people, Map<UUID, Principals.Principal> principals, Map<UUID, Integer> waiting, Map<UUID, Integer> held, Map<UUID, String> webhooks) {}

    private Map<String, @Nullable Object> rule(AutomationRule rule, Known known) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("version", rule.version());
        json.put("object", rule.type().path());
        json.put("name", rule.name());
        json.put("active", rule.active());
        json.put("paused", rule.paused() == null ? null : rule.paused().code());
        json.put("owner", named(rule.owner(), known.people().get(rule.owner())));
        json.put("trigger", rule.trigger());
        json.put("condition", rule.condition());
        json.put("actions", rule.actions().stream().map(action -> action(action, known)).toList());
        json.put("lastAt", rule.lastAt());
        json.put("failedAt", rule.failedAt());
        json.put("waiting", known.waiting().getOrDefault(rule.id(), 0));
        json.put("held", known.held().getOrDefault(rule.id(), 0));
        return json;
    }

    private static Map<String, @Nullable Object> named(UUID id, @Nullable String title) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named.put("id", id);
        named.put("title", title);
        return named;
    }

    private Map<String, @Nullable Object> action(Action action, Known known) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        ObjectType made = action.object() == null ? null : types.byName(action.object());
        json.put("kind", action.kind());
        if (made != null) {
            json.put("object", made.path());
        }
        if (!action.values().isEmpty()) {
            json.put("values", action.values());
        }
        if (action.person() != null) {
            json.put("person", named(action.person(), known.people().get(action.person())));
        }
        if (!action.to().isEmpty()) {
            json.put("to", action.to().stream().map(recipient -> recipient(recipient, known)).toList());
        }
        if (action.webhook() != null) {
            json.put("webhook", named(action.webhook(), known.webhooks().get(action.webhook())));
        }
        if (action.address() != null) {
            json.put("address", action.address());
            json.put("subject", action.subject());
        }
        if (action.text() != null) {
            json.put("text", action.text());
        }
        return json;
    }

    private static Map<String, @Nullable Object> recipient(Action.Recipient recipient, Known known) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", recipient.kind());
        if (recipient.id() == null) {
            json.put("attribute", recipient.attribute());
        } else {
            Principals.Principal principal = known.principals().get(recipient.id());
            json.put("id", recipient.id());
            json.put("title", principal == null ? null : principal.title());
        }
        return json;
    }

    /** Titles are those of records that the reader may see. */
    List<Map<String, @Nullable Object>> runs(ObjectType type, List<AutomationRun> some) {
        Set<UUID> records = new HashSet<>();
        some.forEach(run -> records.add(run.record()));
        Map<UUID, String> named = records.isEmpty() ? Map.of() : titles.of(type, records);
        return some.stream().map(run -> run(run, named)).toList();
    }

    private Map<String, @Nullable Object> run(AutomationRun run, Map<UUID, String> named) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", run.id());
        json.put("record", named(run.record(), named.get(run.record())));
        json.put("state", run.state().code());
        json.put("at", run.at());
        json.put("endedAt", run.endedAt());
        json.put("operation", run.operation());
        json.put("steps", steps(run.steps()));
        return json;
    }

    List<Map<String, @Nullable Object>> steps(List<Step> steps) {
        return steps.stream().map(step -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("kind", step.kind());
            json.put("done", step.isDone());
            json.put("errors", step.faults().stream().map(fault -> words.of(fault, Caller.current().locale())).toList());
            json.putAll(step.told());
            return json;
        }).toList();
    }

    Map<String, @Nullable Object> record(UUID id, @Nullable String title) {
        return named(id, title);
    }
}
