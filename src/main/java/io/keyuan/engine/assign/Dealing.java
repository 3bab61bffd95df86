package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Staff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out by rules who gets which record. */
@Component
class Dealing {

    private final Staff staff;
    private final Turns turns;
    private final Workload workload;

    Dealing(Staff staff, Turns turns, Workload workload) {
        this.staff = staff;
        this.turns = turns;
        this.workload = workload;
    }

    /** Deals for real: the turns that are taken are kept with the current transaction. */
    Hand real(ObjectType type, List<AssignmentRule> rules) {
        return new Hand(type, rules, true);
    }

    /** Shows who would get what, for as long as it is asked. */
    Hand shown(ObjectType type, List<AssignmentRule> rules) {
        return new Hand(type, rules, false);
    }

    /** Deals records of one object by some rules, one lot after the other. */
    final class Hand {

        private final ObjectType type;
        private final List<AssignmentRule> rules;
        private final boolean real;
        private final Load load = new Load();
        private final Map<UUID, Distribution> distributions = new HashMap<>();

        private Hand(ObjectType type, List<AssignmentRule> rules, boolean real) {
            this.type = type;
            this.rules = rules;
            this.real = real;
        }

        /**
         * Deals out a lot, each record to whom the first rule knows that holds of it.
         *
         * @param cases as the same rules see them
         * @return who gets which; those that nobody gets are left out
         */
        Map<UUID, UUID> deal(List<Cases.Case> cases) {
            Map<UUID, UUID> dealt = new LinkedHashMap<>();
            Set<UUID> released = new HashSet<>();
            for (int i = 0; i < rules.size(); i++) {
                int index = i;
                List<Cases.Case> due = cases.stream().filter(each -> each.holds().get(index) && !dealt.containsKey(each.id())).toList();
                if (!due.isEmpty()) {
                    Distribution distribution = distribution(rules.get(index));
                    due.forEach(each -> release(each, released));
                    due.forEach(each -> deal(rules.get(index), distribution, each.id(), each.values().get(index), dealt));
                    keep(rules.get(index), distribution);
                }
            }
            return dealt;
        }

        /** What is dealt out counts for nobody until it is dealt. */
        private void release(Cases.Case each, Set<UUID> released) {
            if (each.owner() != null && each.open() && released.add(each.id())) {
                load.remove(each.owner());
            }
        }

        private void deal(AssignmentRule rule, Distribution distribution, UUID record, @Nullable String value, Map<UUID, UUID> dealt) {
            UUID person = switch (rule.method()) {
                case ROUND_ROBIN -> distribution.inTurn();
                case LEAST_LOAD -> distribution.leastLoaded();
                case BY_VALUE -> distribution.named(value == null ? null : rule.pool().byValue().get(ValuePath.key(value)));
            };
            if (person != null) {
                dealt.put(record, person);
            }
        }

        private void keep(AssignmentRule rule, Distribution distribution) {
            if (real && rule.method() != AssignmentRule.Method.BY_VALUE) {
                turns.keep(rule.id(), distribution.turn());
            }
        }

        private Distribution distribution(AssignmentRule rule) {
            return distributions.computeIfAbsent(rule.id(), any -> distributionOf(rule));
        }

        private Distribution distributionOf(AssignmentRule rule) {
            boolean alone = rule.method() == AssignmentRule.Method.BY_VALUE && rule.mostOpen() == null;
            Turn turn = alone ? Turn.FIRST : real ? turns.lock(rule.id()) : turns.look(rule.id());
            List<UUID> people = people(rule);
            Map<UUID, UUID> takers = staff.takers(people);
            if (rule.mostOpen() != null || rule.method() == AssignmentRule.Method.LEAST_LOAD) {
                Set<UUID> counted = new HashSet<>(takers.values());
                if (!load.knows(counted)) {
                    load.learn(counted, workload.of(type, counted));
                }
            }
            return new Distribution(people, takers, load, rule.mostOpen(), turn);
        }

        private List<UUID> people(AssignmentRule rule) {
            AssignmentRule.Pool pool = rule.pool();
            List<UUID> people = new ArrayList<>(pool.group() == null ? pool.people() : staff.members(pool.group().type(), pool.group().id()));
            people.addAll(pool.byValue().values());
            return people.stream().distinct().toList();
        }
    }
}
