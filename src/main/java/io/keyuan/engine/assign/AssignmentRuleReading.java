package io.keyuan.engine.assign;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Staff;
import io.keyuan.engine.TextType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a rule of what somebody writes, or says everything that is wrong with it. */
@Component
class AssignmentRuleReading {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_PEOPLE = 1_000;

    private final ObjectTypes types;
    private final Staff staff;
    private final Records records;
    private final Cases cases;

    AssignmentRuleReading(ObjectTypes types, Staff staff, Records records, Cases cases) {
        this.types = types;
        this.staff = staff;
        this.records = records;
        this.cases = cases;
    }

    /** @throws Problem where it says nothing of whose records it is about */
    ObjectType type(RuleInput input) {
        ObjectType type = input.object() == null ? null : types.byPath(input.object());
        if (type == null || type.owner() == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("object", "belongs-to-nobody"));
        }
        return type;
    }

    AssignmentRule read(UUID id, long version, int place, RuleInput input) {
        List<Fault> faults = new ArrayList<>();
        ObjectType type = type(input);
        AssignmentRule.Method method = AssignmentRule.Method.of(input.method());
        if (method == null) {
            faults.add(Fault.at("method", "one-of", "round-robin, least-load, by-value"));
        }
        String name = text(input.name(), "name", LONGEST_NAME, faults);
        if (name.isEmpty()) {
            faults.add(Fault.at("name", "required"));
        }
        if (input.mostOpen() != null && input.mostOpen() < 1) {
            faults.add(Fault.at("mostOpen", "below-minimum", 1));
        }
        String condition = condition(type, input.condition(), faults);
        AssignmentRule.Pool pool = method == AssignmentRule.Method.BY_VALUE ? byValue(type, input, faults) : among(input, faults);
        if (!faults.isEmpty() || method == null) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        return new AssignmentRule(
                id, version, type, place, name, !Boolean.FALSE.equals(input.active()), Boolean.TRUE.equals(input.automatic()), condition,
                method, pool, input.mostOpen());
    }

    private static String text(@Nullable String text, String path, int longest, List<Fault> faults) {
        try {
            return text == null ? "" : TextType.lines(text, longest);
        } catch (BadValue bad) {
            faults.add(new Fault(path, bad.code(), bad.args()));
            return "?";
        }
    }

    /** Says where it is wrong as filters do. */
    private @Nullable String condition(ObjectType type, @Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            cases.condition(type, text);
        } catch (Problem wrong) {
            wrong.faults().forEach(fault -> faults.add(new Fault("condition", fault.code(), fault.args())));
        }
        return text.strip();
    }

    private AssignmentRule.Pool among(RuleInput input, List<Fault> faults) {
        List<UUID> people = new ArrayList<>();
        (input.people() == null ? List.<@Nullable String>of() : input.people()).forEach(person -> people.add(AssignOrders.id(person, "people")));
        AssignmentRule.Group group = group(input.group(), faults);
        List<UUID> distinct = people.stream().distinct().toList();
        if (group == null && distinct.isEmpty() && faults.stream().noneMatch(fault -> fault.path().equals("group"))) {
            faults.add(Fault.at("people", "required"));
        }
        requirePeople(distinct, "people", faults);
        return new AssignmentRule.Pool(group == null ? distinct : List.of(), group, null, Map.of());
    }

    private void requirePeople(Collection<UUID> people, String path, List<Fault> faults) {
        if (people.size() > MOST_PEOPLE) {
            faults.add(Fault.at(path, "too-many-rows", MOST_PEOPLE));
        } else if (!people.isEmpty() && !records.titles(types.people(), Set.copyOf(people)).keySet().containsAll(people)) {
            faults.add(Fault.at(path, "unknown-reference"));
        }
    }

    private AssignmentRule.@Nullable Group group(RuleInput.@Nullable GroupInput input, List<Fault> faults) {
        if (input == null) {
            return null;
        }
        UUID id = AssignOrders.id(input.id(), "group");
        ObjectType type = staff.groups().stream().filter(each -> each.path().equals(input.object())).findFirst().orElse(null);
        if (type == null || records.titles(type, Set.of(id)).isEmpty()) {
            faults.add(Fault.at("group", "unknown-reference"));
            return null;
        }
        return new AssignmentRule.Group(type, id);
    }

    private AssignmentRule.Pool byValue(ObjectType type, RuleInput input, List<Fault> faults) {
        ValuePath value = input.attribute() == null ? null : ValuePath.of(types, type, input.attribute());
        if (value == null) {
            faults.add(Fault.at("attribute", "no-value-to-go-by"));
        }
        Map<String, UUID> people = new LinkedHashMap<>();
        for (RuleInput.@Nullable ValueInput each : input.values() == null ? List.<RuleInput.@Nullable ValueInput>of() : input.values()) {
            if (each == null || each.value() == null || each.value().isBlank()) {
                faults.add(Fault.at("values", "required"));
            } else {
                people.put(ValuePath.key(text(each.value(), "values", LONGEST_NAME * 2, faults)), AssignOrders.id(each.person(), "values"));
            }
        }
        if (people.isEmpty()) {
            faults.add(Fault.at("values", "required"));
        }
        requirePeople(Set.copyOf(people.values()), "values", faults);
        return new AssignmentRule.Pool(List.of(), null, value, people);
    }
}
