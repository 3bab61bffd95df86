package io.keyuan.engine.assign;

import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows by the rules of an object who gets which of its records. */
@Component
public class RuledGiving {

    private final AssignmentRules rules;
    private final Cases cases;
    private final Dealing dealing;

    RuledGiving(AssignmentRules rules, Cases cases, Dealing dealing) {
        this.rules = rules;
        this.cases = cases;
        this.dealing = dealing;
    }

    /**
     * @param real whether the turns that are taken are kept with the current transaction
     * @return by record; those that nobody gets are left out
     */
    public Map<UUID, UUID> of(ObjectType type, List<UUID> records, boolean real) {
        List<AssignmentRule> asked = rules.active(type);
        if (asked.isEmpty() || records.isEmpty()) {
            return Map.of();
        }
        Dealing.Hand hand = real ? dealing.real(type, asked) : dealing.shown(type, asked);
        return hand.deal(cases.stored(type, asked, records));
    }
}
