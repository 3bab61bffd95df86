package io.keyuan.engine.assign;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Staff;
import io.keyuan.engine.bulk.Chosen;
import io.keyuan.engine.bulk.ChosenRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what somebody asks for what can be done, or says what is wrong with it. */
@Component
class AssignOrders {

    private final ObjectTypes types;
    private final Staff staff;
    private final AssignmentRules rules;
    private final ChosenRecords records;

    AssignOrders(ObjectTypes types, Staff staff, AssignmentRules rules, ChosenRecords records) {
        this.types = types;
        this.staff = staff;
        this.rules = rules;
        this.records = records;
    }

    Order one(ObjectType type, UUID record, Request request) {
        return order(type, request, null, List.of(record), false);
    }

    Order many(ObjectType type, Request request) {
        Chosen chosen = records.read(type, request.filter(), request.ids());
        return order(type, request, chosen.filter(), chosen.ids(), Boolean.TRUE.equals(request.dryRun()));
    }

    private Order order(ObjectType type, Request request, @Nullable String filter, @Nullable List<UUID> ids, boolean dryRun) {
        if ((request.to() == null) == (request.rule() == null)) {
            throw malformed("to", "who-gets-them");
        }
        return new Order(
                type.name(), filter, ids, request.to() == null ? null : person(request.to()), rule(type, request.rule()), along(type, request),
                oneOf("alongOf", request.alongOf(), "same-owner", "anyone"), oneOf("alongState", request.alongState(), "open", "all"),
                GivingNotes.checked(request.note()), dryRun);
    }

    private UUID person(String text) {
        UUID person = id(text, "to");
        requireThere(person);
        return person;
    }

    /** @throws Problem where somebody cannot own records (any more) */
    void requireThere(UUID person) {
        if (staff.there(Set.of(person)).isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("to", "cannot-own"));
        }
    }

    private @Nullable String rule(ObjectType type, @Nullable String rule) {
        if (rule == null || rule.equals(Order.MATCHING)) {
            return rule;
        }
        UUID id = id(rule, "rule");
        if (rules.active(type).stream().noneMatch(each -> each.id().equals(id))) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("rule", "unknown-rule"));
        }
        return id.toString();
    }

    private List<String> along(ObjectType type, Request request) {
        List<Hanging> possible = Hanging.on(types, type);
        List<String> along = new ArrayList<>();
        for (@Nullable String path : request.along() == null ? List.<@Nullable String>of() : request.along()) {
            along.add(possible.stream()
                    .map(Hanging::type)
                    .filter(each -> each.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> malformed("along", "hangs-not"))
                    .name());
        }
        return along.stream().distinct().toList();
    }

    /** What an order says moves along. */
    Along along(ObjectType type, Order order) {
        List<Hanging> objects = Hanging.on(types, type).stream().filter(each -> order.along().contains(each.type().name())).toList();
        return new Along(objects, order.anyone(), order.all());
    }

    private static boolean oneOf(String path, @Nullable String word, String usual, String other) {
        if (word != null && !word.equals(usual) && !word.equals(other)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(path, "one-of", usual + ", " + other));
        }
        return other.equals(word);
    }

    static UUID id(@Nullable String text, String path) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw malformed(path, "bad-id");
        }
    }

    private static Problem malformed(String path, String code) {
        return Problem.of(ProblemKind.MALFORMED, new Fault(path, code, List.of()));
    }
}
