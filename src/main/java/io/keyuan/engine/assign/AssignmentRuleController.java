package io.keyuan.engine.assign;

import io.keyuan.engine.Access;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.Staff;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The rules by which records are given to people, for whoever may configure an object. */
@RestController
@RequestMapping("/api/v1/assignment-rules")
class AssignmentRuleController {

    private final AssignmentRules rules;
    private final AssignmentRuleStore store;
    private final AssignmentRuleReading reading;
    private final AssignmentRuleJson json;
    private final Access access;
    private final Staff staff;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    AssignmentRuleController(
            AssignmentRules rules, AssignmentRuleStore store, AssignmentRuleReading reading, AssignmentRuleJson json, Access access, Staff staff, AuditTrail trail,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.store = store;
        this.reading = reading;
        this.json = json;
        this.access = access;
        this.staff = staff;
        this.trail = trail;
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, Object> list() {
        List<AssignmentRule> mine = store.all().stream().filter(rule -> access.may(Right.CONFIGURE, rule.type())).toList();
        return Map.of("items", json.of(mine), "groups", staff.groups().stream().map(ObjectType::path).toList());
    }

    /** How groups are called in addresses, by their names in code. */
    Map<String, String> groupsByKind() {
        return staff.groups().stream().collect(Collectors.toMap(ObjectType::name, ObjectType::path));
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, @Nullable Object>> get(@PathVariable UUID id) {
        return ResponseEntity.ok(json.of(List.of(mine(id))).getFirst());
    }

    /** A new one is asked last. */
    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> create(@RequestBody RuleInput input) {
        ObjectType type = reading.type(input);
        require(type);
        int place = (int) store.all().stream().filter(rule -> rule.type().equals(type)).count();
        AssignmentRule rule = reading.read(new UUID(0, 0), 1, place, input);
        UUID id = Objects.requireNonNull(transaction.execute(status -> {
            UUID added = store.add(rule);
            changed("made", rule, added);
            return added;
        }));
        return ResponseEntity.created(URI.create("/api/v1/assignment-rules/" + id)).body(json.of(List.of(mine(id))).getFirst());
    }

    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match, @RequestBody RuleInput input) {
        AssignmentRule before = mine(id);
        long version = io.keyuan.engine.api.IfMatch.version(match);
        AssignmentRule rule = reading.read(id, version, before.place(), input);
        if (!rule.type().equals(before.type())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "not-writable"));
        }
        transaction.executeWithoutResult(status -> {
            if (!store.replace(rule)) {
                throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
            }
            changed("changed", rule, id);
        });
        return json.of(List.of(mine(id))).getFirst();
    }

    /**
     * In which order they are asked.
     *
     * @param ids of all rules of one object
     */
    record Sequence(@Nullable List<@Nullable String> ids) {}

    @PostMapping("/order")
    Map<String, Object> order(@RequestBody Sequence sequence) {
        List<UUID> ids = sequence.ids() == null ? List.of() : sequence.ids().stream().map(id -> AssignOrders.id(id, "ids")).toList();
        List<AssignmentRule> ordered = ids.stream().map(this::mine).toList();
        boolean whole = !ordered.isEmpty() && store.all().stream()
                .filter(rule -> rule.type().equals(ordered.getFirst().type()))
                .map(AssignmentRule::id)
                .sorted()
                .toList()
                .equals(ids.stream().distinct().sorted().toList());
        if (!whole || ids.stream().distinct().count() != ids.size()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("ids", "all-rules-of-one-object"));
        }
        transaction.executeWithoutResult(status -> {
            store.place(ids);
            changed("ordered", ordered.getFirst(), null);
        });
        return list();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        AssignmentRule rule = mine(id);
        transaction.executeWithoutResult(status -> {
            store.delete(id);
            changed("deleted", rule, id);
        });
    }

    private AssignmentRule mine(UUID id) {
        AssignmentRule rule = store.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        require(rule.type());
        return rule;
    }

    private void require(ObjectType type) {
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
        }
    }

    private void changed(String how, AssignmentRule rule, @Nullable UUID id) {
        rules.forget();
        Map<String, Object> details = id == null ? Map.of("how", how) : Map.of("how", how, "rule", id.toString(), "name", rule.name());
        trail.keep(new AuditEvent("assignment-rule-changed", rule.type().name(), null, details));
    }
}
