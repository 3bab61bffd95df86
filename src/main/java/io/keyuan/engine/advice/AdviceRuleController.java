package io.keyuan.engine.advice;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.IfMatch;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules by which records' pages say what is best done next, for whoever may set up the objects. */
@RestController
@RequestMapping(AdviceRuleController.PATH)
class AdviceRuleController {

    static final String PATH = "/api/v1/advice-rules";

    /** Of a company's own on the pages of one object: all of them are asked with every page. */
    private static final int MOST = 30;

    private final ObjectTypes types;
    private final AdviceStore store;
    private final AdviceReading reading;
    private final AdviceMeaning meaning;
    private final AdviceRuleJson json;
    private final AdviceTrial trial;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    AdviceRuleController(
            ObjectTypes types, AdviceStore store, AdviceReading reading, AdviceMeaning meaning, AdviceRuleJson json, AdviceTrial trial, AuditTrail trail,
            TransactionTemplate transaction) {
        this.types = types;
        this.store = store;
        this.reading = reading;
        this.meaning = meaning;
        this.json = json;
        this.trial = trial;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, List<AdviceRuleJson.Shown>> list() {
        return Map.of("items", all().stream().map(json::shown).toList());
    }

    /** Object by object, the weightiest first. */
    List<AdviceSetting> all() {
        List<ObjectType> order = new ArrayList<>(types.ever());
        return store.all().stream()
                .filter(setting -> reading.mayConfigure(setting.type()))
                .sorted(Comparator.comparingInt((AdviceSetting setting) -> order.indexOf(setting.type()))
                        .thenComparing(Comparator.comparingInt(AdviceSetting::weight).reversed())
                        .thenComparing(AdviceSetting::name))
                .toList();
    }

    @GetMapping("/{rule}")
    AdviceRuleJson.Shown get(@PathVariable String rule) {
        return json.shown(mine(rule));
    }

    @PostMapping
    ResponseEntity<AdviceRuleJson.Shown> create(@RequestBody AdviceRuleBody body) {
        ObjectType type = reading.type(body.object());
        AdviceSetting made = Objects.requireNonNull(transaction.execute(status -> {
            AdviceSetting rule = reading.read(type, body);
            if (store.all().stream().filter(each -> !each.shipped() && each.type().equals(type)).count() >= MOST) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", MOST));
            }
            store.put(rule);
            keep("made", rule);
            return rule;
        }));
        return ResponseEntity.created(URI.create(PATH + "/" + made.name())).body(get(made.name()));
    }

    @PutMapping("/{rule}")
    AdviceRuleJson.Shown replace(
            @PathVariable String rule, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody AdviceRuleBody body) {
        AdviceSetting before = mine(rule);
        long version = IfMatch.version(match);
        transaction.executeWithoutResult(status -> {
            AdviceSetting after = reading.read(before, version, body);
            if (version == 0 && !before.shipped() || !store.put(after)) {
                throw new Problem(ProblemKind.STALE, List.of(Fault.whole("stale")), Map.of("current", get(rule)));
            }
            keep("changed", after);
        });
        return get(rule);
    }

    /** One that is shipped is again as it is shipped. */
    @DeleteMapping("/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String rule) {
        AdviceSetting before = mine(rule);
        if (before.version() > 0) {
            transaction.executeWithoutResult(status -> {
                store.delete(rule);
                keep("deleted", before);
            });
        }
    }

    /** Of how many records it would be told now, whether it is kept already or only being thought of; as whoever asks. */
    @PostMapping("/trial")
    AdviceTrial.Outcome tried(@RequestBody AdviceRuleBody body) {
        ObjectType type = reading.type(body.object());
        return trial.of(type, Objects.requireNonNull(meaning.of(reading.read(type, body))));
    }

    private AdviceSetting mine(String name) {
        AdviceSetting rule = store.find(name);
        if (rule == null || !reading.mayConfigure(rule.type())) {
            throw Problem.notFound();
        }
        return rule;
    }

    private void keep(String how, AdviceSetting rule) {
        trail.keep(new AuditEvent("advice-rule-changed", rule.type().name(), null, Map.of(
                "how", how, "rule", rule.name(), "name", AdviceInFiles.title(rule), "active", rule.active(), "weight", rule.weight())));
    }
}
