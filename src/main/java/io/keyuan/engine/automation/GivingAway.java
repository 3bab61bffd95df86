package io.keyuan.engine.automation;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Records;
import io.keyuan.engine.Staff;
import io.keyuan.engine.assign.RuledGiving;
import io.keyuan.engine.automation.AutomationRun.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives the records to a person, or to whom rules of assigning know. */
@Component
class GivingAway implements ActionWork {

    private final Records records;
    private final Staff staff;
    private final RuledGiving rules;

    GivingAway(Records records, Staff staff, RuledGiving rules) {
        this.records = records;
        this.staff = staff;
        this.rules = rules;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.ASSIGN;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        Map<UUID, Step> steps = new LinkedHashMap<>();
        Map<UUID, UUID> wanted = wanted(acting, action, ids);
        List<Draft> drafts = new ArrayList<>();
        for (UUID id : ids) {
            UUID person = wanted.get(id);
            if (person == null) {
                steps.put(id, Step.failed(action, List.of(Fault.whole(action.person() == null ? "nobody-for-it" : "cannot-own"))));
            } else {
                drafts.add(Draft.assign(acting.type(), id, person));
            }
        }
        if (!drafts.isEmpty()) {
            Batch batch = new Batch(acting.type(), drafts);
            (acting.shown() ? records.judge(batch) : records.saveEach(batch)).drafts()
                    .forEach(draft -> steps.put(draft.id(), ActionWork.step(
                            action, why(draft), Map.of("person", String.valueOf(wanted.get(draft.id()))))));
        }
        return steps;
    }

    private Map<UUID, UUID> wanted(Acting acting, Action action, List<UUID> ids) {
        UUID person = action.person();
        if (person == null) {
            return rules.of(acting.type(), ids, !acting.shown());
        }
        Map<UUID, UUID> wanted = new HashMap<>();
        if (!staff.there(Set.of(person)).isEmpty()) {
            ids.forEach(id -> wanted.put(id, person));
        }
        return wanted;
    }

    private static List<Fault> why(Draft draft) {
        if (draft.isAlive()) {
            return List.of();
        }
        return draft.faults().isEmpty() ? List.of(Fault.whole("may-not-assign")) : draft.faults();
    }
}
