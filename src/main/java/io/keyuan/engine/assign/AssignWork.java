package io.keyuan.engine.assign;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out orders, some records at a time: finds who gets them and gives them, or only shows it. */
@Component
class AssignWork {

    private static final List<Fault> NOBODY = List.of(Fault.whole("nobody-for-it"));

    private final ObjectTypes types;
    private final AssignOrders orders;
    private final AssignmentRules rules;
    private final Cases cases;
    private final Dealing dealing;
    private final Assignment assignment;
    private final HangingRecords hanging;

    AssignWork(
            ObjectTypes types, AssignOrders orders, AssignmentRules rules, Cases cases, Dealing dealing, Assignment assignment,
            HangingRecords hanging) {
        this.types = types;
        this.orders = orders;
        this.rules = rules;
        this.cases = cases;
        this.dealing = dealing;
        this.assignment = assignment;
        this.hanging = hanging;
    }

    /**
     * What became of some records.
     *
     * @param kept why records of which object stayed with whom they were
     */
    record Done(Tally tally, Map<ObjectType, Map<UUID, List<Fault>>> kept) {}

    ObjectType type(Order order) {
        return Objects.requireNonNull(types.byName(order.object()));
    }

    /** The rules an order goes by; empty where it names a person. */
    private List<AssignmentRule> rules(Order order) {
        List<AssignmentRule> active = order.rule() == null ? List.of() : rules.active(type(order));
        return active.stream().filter(rule -> Order.MATCHING.equals(order.rule()) || rule.id().toString().equals(order.rule())).toList();
    }

    /** Deals by the order's rules for as long as it is only shown; null where it goes by none. */
    Dealing.@Nullable Hand shown(Order order) {
        return order.rule() == null ? null : dealing.shown(type(order), rules(order));
    }

    /** Gives these, in the current transaction. */
    Done give(Order order, List<UUID> ids) {
        ObjectType type = type(order);
        Set<UUID> reached = assignment.reached(type, ids, true).keySet();
        Dealing.Hand hand = order.rule() == null ? null : dealing.real(type, rules(order));
        Map<UUID, UUID> wanted = wanted(order, hand, ids.stream().filter(reached::contains).toList());
        Outcome outcome = assignment.assign(type, wanted, orders.along(type, order));
        Map<UUID, List<Fault>> kept = new LinkedHashMap<>(outcome.records().kept());
        kept.putAll(undealt(ids, reached, wanted));
        Map<ObjectType, Map<UUID, List<Fault>>> all = new LinkedHashMap<>(Map.of(type, kept));
        outcome.along().forEach((each, given) -> all.put(each, given.kept()));
        return new Done(tally(ids, outcome, kept, wanted), all);
    }

    private static Tally tally(List<UUID> ids, Outcome outcome, Map<UUID, List<Fault>> kept, Map<UUID, UUID> wanted) {
        Map<String, Long> along = new LinkedHashMap<>();
        Map<String, Long> stayed = new LinkedHashMap<>();
        outcome.along().forEach((each, given) -> {
            along.put(each.path(), (long) given.given().size());
            stayed.put(each.path(), (long) given.kept().size());
        });
        Set<UUID> given = outcome.records().given();
        return new Tally(ids.size(), given.size(), outcome.already(), kept.size(), along, stayed, people(wanted, given));
    }

    private static Map<String, Long> people(Map<UUID, UUID> wanted, Set<UUID> given) {
        Map<String, Long> people = new LinkedHashMap<>();
        given.forEach(record -> people.merge(Objects.requireNonNull(wanted.get(record)).toString(), 1L, Long::sum));
        return people;
    }

    private static Map<UUID, List<Fault>> undealt(List<UUID> ids, Set<UUID> reached, Map<UUID, UUID> wanted) {
        Map<UUID, List<Fault>> undealt = new LinkedHashMap<>();
        ids.stream().filter(id -> !wanted.containsKey(id)).forEach(id -> undealt.put(id, reached.contains(id) ? NOBODY : Giving.MAY_NOT));
        return undealt;
    }

    private Map<UUID, UUID> wanted(Order order, Dealing.@Nullable Hand hand, List<UUID> ids) {
        if (hand != null) {
            return ids.isEmpty() ? Map.of() : hand.deal(cases.stored(type(order), rules(order), ids));
        }
        Map<UUID, UUID> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, Objects.requireNonNull(order.to())));
        return wanted;
    }

    /** Shows what would become of these. */
    Tally show(Order order, Dealing.@Nullable Hand hand, List<UUID> ids) {
        ObjectType type = type(order);
        Map<UUID, @Nullable UUID> owners = assignment.reached(type, ids, false);
        Map<UUID, UUID> wanted = wanted(order, hand, ids.stream().filter(owners::containsKey).toList());
        Map<String, Long> along = new LinkedHashMap<>();
        Map<String, Long> stayed = new LinkedHashMap<>();
        Along moving = orders.along(type, order);
        for (Hanging each : moving.objects()) {
            Set<UUID> hung = hanging.of(each, wanted, owners, moving).keySet();
            long reached = assignment.reached(each.type(), hung, false).size();
            along.put(each.type().path(), reached);
            stayed.put(each.type().path(), hung.size() - reached);
        }
        Map<UUID, UUID> changing = new HashMap<>(wanted);
        changing.entrySet().removeIf(each -> each.getValue().equals(owners.get(each.getKey())));
        return new Tally(
                ids.size(), changing.size(), wanted.size() - changing.size(), ids.size() - wanted.size(), along, stayed,
                people(wanted, changing.keySet()));
    }
}
