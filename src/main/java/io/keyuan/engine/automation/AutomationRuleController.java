package io.keyuan.engine.automation;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.IfMatch;
import io.keyuan.engine.jobs.Errands;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules that do something by themselves, and what they did, for whoever may set up the object they are about. */
@RestController
@RequestMapping(AutomationRuleController.PATH)
class AutomationRuleController {

    static final String PATH = "/api/v1/automation-rules";

    private static final int PAGE = 50;

    private final Addressed addressed;
    private final AutomationRuleStore store;
    private final AutomationRuns runs;
    private final AutomationPlaces places;
    private final AutomationRuleReading reading;
    private final AutomationRuleJson json;
    private final DryRuns dryRuns;
    private final AutomationRunner runner;
    private final Errands errands;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    AutomationRuleController(
            Addressed addressed, AutomationRuleStore store, AutomationRuns runs, AutomationPlaces places, AutomationRuleReading reading,
            AutomationRuleJson json, DryRuns dryRuns, AutomationRunner runner, Errands errands, AuditTrail trail, TransactionTemplate transaction) {
        this.addressed = addressed;
        this.store = store;
        this.runs = runs;
        this.places = places;
        this.reading = reading;
        this.json = json;
        this.dryRuns = dryRuns;
        this.runner = runner;
        this.errands = errands;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, Object> list() {
        return Map.of("items", json.rules(store.all().stream().filter(rule -> reading.mayConfigure(rule.type())).toList()));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable String id) {
        return shown(mine(id).id());
    }

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> create(@RequestBody AutomationRuleBody body) {
        ObjectType type = reading.type(body.object());
        UUID id = java.util.Objects.requireNonNull(transaction.execute(status -> {
            AutomationRule rule = begun(() -> reading.read(type, null, 1, body));
            if (store.all().size() >= AutomationRuleStore.MOST) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", AutomationRuleStore.MOST));
            }
            store.add(rule);
            keep("made", rule);
            return rule.id();
        }));
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(shown(id));
    }

    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody AutomationRuleBody body) {
        AutomationRule before = mine(id);
        long version = IfMatch.version(match);
        if (body.object() != null && !body.object().equals(before.type().path())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-writable"));
        }
        transaction.executeWithoutResult(status -> {
            AutomationRule rule = begun(() -> reading.read(before.type(), before, version, body));
            if (!store.replace(rule)) {
                throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
            }
            keep("changed", rule);
        });
        return shown(before.id());
    }

    /** What happens from now on is followed, before the rule says from when on it is meant. */
    private AutomationRule begun(java.util.function.Supplier<AutomationRule> rule) {
        places.begin();
        if (store.atWork().isEmpty()) {
            places.skip();
        }
        return rule.get();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        AutomationRule rule = mine(id);
        transaction.executeWithoutResult(status -> {
            store.delete(rule.id());
            runs.deleteOf(rule.id());
            keep("deleted", rule);
        });
    }

    @GetMapping("/{id}/runs")
    Map<String, @Nullable Object> runs(
            @PathVariable String id, @RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String page) {
        AutomationRule rule = mine(id);
        AutomationRun.State wanted = AutomationRun.State.of(state);
        if (state != null && wanted == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("state", "bad-value"));
        }
        List<AutomationRun> found = runs.page(rule.id(), wanted, page == null || page.isBlank() ? null : place(page), PAGE + 1);
        List<AutomationRun> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", json.runs(rule.type(), shown));
        answer.put("next", found.size() > PAGE ? shown.getLast().id().toString() : null);
        return answer;
    }

    /** Carries out what an import held back. */
    @PostMapping("/{id}/release")
    Map<String, Integer> release(@PathVariable String id) {
        AutomationRule rule = mine(id);
        return Map.of("count", java.util.Objects.requireNonNull(transaction.execute(status -> {
            errands.soon(runner);
            return runs.release(rule.id());
        })));
    }

    private static UUID place(String page) {
        UUID id = ActionReading.id(page);
        if (id == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
        return id;
    }

    /** Shows what a rule would do, whether it is kept already or only being thought of; as whoever asks. */
    @PostMapping("/dry-run")
    Map<String, Object> dryRun(@RequestBody AutomationRuleBody body) {
        return dryRuns.of(reading.read(reading.type(body.object()), null, 1, body));
    }

    @PostMapping("/{id}/dry-run")
    Map<String, Object> dryRun(@PathVariable String id) {
        return dryRuns.of(mine(id));
    }

    private AutomationRule mine(String id) {
        AutomationRule rule = store.find(addressed.id(id));
        if (rule == null || !reading.mayConfigure(rule.type())) {
            throw Problem.notFound();
        }
        return rule;
    }

    private Map<String, @Nullable Object> shown(UUID id) {
        AutomationRule rule = store.find(id);
        if (rule == null) {
            throw Problem.notFound();
        }
        return json.rules(List.of(rule)).getFirst();
    }

    private void keep(String how, AutomationRule rule) {
        trail.keep(new AuditEvent(
                "automation-rule-changed", rule.type().name(), null,
                Map.of("how", how, "rule", rule.id().toString(), "name", rule.name(), "active", rule.active())));
    }
}
