package io.keyuan.engine.share;

import io.keyuan.engine.Access;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.expression.Expressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sharing rules, for whoever may set up the object they are about. */
@RestController
@RequestMapping("/api/v1/sharing-rules")
class RuleController {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_TARGETS = 100;

    private final Addressed addressed;
    private final Rules rules;
    private final RuleStore store;
    private final RuleJobs jobs;
    private final Judge judge;
    private final Principals principals;

    RuleController(Addressed addressed, Rules rules, RuleStore store, RuleJobs jobs, Judge judge, Principals principals) {
        this.addressed = addressed;
        this.rules = rules;
        this.store = store;
        this.jobs = jobs;
        this.judge = judge;
        this.principals = principals;
    }

    /** @param kind such as {@code user}, {@code team}, {@code department} */
    record Target(@Nullable String kind, @Nullable UUID id, @Nullable String title) {}

    /** @param object as in addresses; not changed afterwards */
    record Body(
            @Nullable String object, @Nullable String name, @Nullable String condition, @Nullable Boolean editing,
            @Nullable Boolean along, @Nullable Boolean active, @Nullable List<Target> targets) {}

    /** @param job which last carried it out; null where it is gone, or not for the caller */
    record Shown(
            UUID id, String object, String name, String condition, boolean editing, boolean along, boolean active, List<Target> targets,
            @Nullable Map<String, Object> job) {}

    @GetMapping
    Map<String, List<Shown>> list() {
        List<SharingRule> all = store.all().stream().filter(rule -> judge.mayConfigure(rule.object())).toList();
        return Map.of("items", shown(all));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown create(@RequestBody Body body) {
        ObjectType type = judge.object(body.object());
        return shown(rules.create(judge.rule(type, body, null)));
    }

    @PutMapping("/{id}")
    Shown change(@PathVariable String id, @RequestBody Body body) {
        SharingRule before = find(id);
        ObjectType type = judge.objectNamed(before.object());
        return shown(rules.change(before, judge.rule(type, body, before)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        rules.delete(find(id));
    }

    private SharingRule find(String id) {
        SharingRule rule = store.find(addressed.id(id));
        if (rule == null || !judge.mayConfigure(rule.object())) {
            throw Problem.notFound();
        }
        return rule;
    }

    private Shown shown(SharingRule rule) {
        return shown(List.of(rule)).getFirst();
    }

    private List<Shown> shown(List<SharingRule> some) {
        Set<UUID> named = new HashSet<>();
        some.forEach(rule -> rule.targets().forEach(target -> named.add(target.id())));
        Map<UUID, Principals.Principal> known = principals.of(named);
        Map<UUID, Map<String, Object>> carriedOut = jobs.of(some.stream().map(SharingRule::id).toList());
        return some.stream()
                .map(rule -> new Shown(
                        rule.id(), judge.objectNamed(rule.object()).path(), rule.name(), rule.condition(), rule.editing(), rule.along(), rule.active(),
                        rule.targets().stream().map(target -> target(target, known.get(target.id()))).toList(),
                        carriedOut.get(rule.id())))
                .toList();
    }

    private static Target target(SharingRule.Target target, Principals.@Nullable Principal known) {
        return new Target(target.kind(), target.id(), known == null ? null : known.title());
    }

    /** Whether what somebody wants of a rule can be. */
    @org.springframework.stereotype.Component
    static final class Judge {

        private final ObjectTypes types;
        private final Access access;
        private final Expressions expressions;
        private final Principals principals;

        Judge(ObjectTypes types, Access access, Expressions expressions, Principals principals) {
            this.types = types;
            this.access = access;
            this.expressions = expressions;
            this.principals = principals;
        }

        boolean mayConfigure(String object) {
            ObjectType type = types.byName(object);
            return type != null && access.may(Right.CONFIGURE, type);
        }

        ObjectType objectNamed(String name) {
            ObjectType type = types.byName(name);
            if (type == null) {
                throw Problem.notFound();
            }
            return type;
        }

        ObjectType object(@Nullable String path) {
            ObjectType type = path == null ? null : types.byPath(path);
            if (type == null || !type.can(Capability.OWNED)) {
                throw wrong("object", path == null ? "required" : "bad-value");
            }
            if (!access.may(Right.CONFIGURE, type)) {
                throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-configure"));
            }
            return type;
        }

        SharingRule rule(ObjectType type, Body body, @Nullable SharingRule before) {
            String name = text("name", body.name(), LONGEST_NAME);
            String condition = text("condition", body.condition(), 10_000);
            List<String> attributes = attributes(type, condition);
            UUID generation = before != null && before.condition().equals(condition) ? before.generation() : io.keyuan.engine.Ids.next();
            UUID id = before == null ? io.keyuan.engine.Ids.next() : before.id();
            return new SharingRule(
                    id, type.name(), name, condition, attributes, Boolean.TRUE.equals(body.editing()), Boolean.TRUE.equals(body.along()),
                    !Boolean.FALSE.equals(body.active()), targets(body.targets()), generation);
        }

        /** The fault stands where people wrote it. */
        private List<String> attributes(ObjectType type, String condition) {
            try {
                return expressions.ownAttributes(type, condition).stream().map(io.keyuan.engine.Attribute::name).toList();
            } catch (Problem problem) {
                Fault fault = problem.faults().getFirst();
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("condition", fault.code(), fault.args().toArray()));
            }
        }

        private List<SharingRule.Target> targets(@Nullable List<Target> given) {
            if (given == null || given.isEmpty() || given.size() > MOST_TARGETS) {
                throw wrong("targets", given == null || given.isEmpty() ? "required" : "too-many", MOST_TARGETS);
            }
            List<SharingRule.Target> targets = new ArrayList<>();
            for (Target target : given) {
                if (target == null || target.kind() == null || target.id() == null || !principals.of(target.kind(), Set.of(target.id())).containsKey(target.id())) {
                    throw wrong("targets", "unknown-reference");
                }
                targets.add(new SharingRule.Target(target.kind(), target.id()));
            }
            return targets.stream().distinct().toList();
        }

        private static String text(String path, @Nullable String text, int longest) {
            if (text == null || text.isBlank()) {
                throw wrong(path, "required");
            }
            if (text.length() > longest) {
                throw wrong(path, "too-long", longest, text.length());
            }
            return text.strip();
        }

        private static Problem wrong(String path, String code, Object... args) {
            return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
        }
    }
}
