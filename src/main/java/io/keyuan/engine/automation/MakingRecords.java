package io.keyuan.engine.automation;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.automation.AutomationRun.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a record for each of the records, of whichever object. */
@Component
class MakingRecords implements ActionWork {

    private final ObjectTypes types;
    private final Records records;
    private final ActionValues values;

    MakingRecords(ObjectTypes types, Records records, ActionValues values) {
        this.types = types;
        this.records = records;
        this.values = values;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.CREATE;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        Map<UUID, Step> steps = new LinkedHashMap<>();
        ObjectType made = action.object() == null ? null : types.byName(action.object());
        if (made == null) {
            ids.forEach(id -> steps.put(id, Step.failed(action, List.of(Fault.at("object", "bad-value")))));
            return steps;
        }
        ActionValues.Inputs inputs = values.of(acting.type(), made, action.values(), ids);
        List<UUID> causes = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (UUID id : ids) {
            Map<String, @Nullable Object> input = inputs.inputs().get(id);
            if (input == null) {
                steps.put(id, Step.failed(action, inputs.faults().isEmpty() ? GONE : inputs.faults()));
            } else {
                causes.add(id);
                drafts.add(draft(made, input));
            }
        }
        if (!drafts.isEmpty()) {
            Batch batch = new Batch(made, drafts);
            List<Draft> judged = (acting.shown() ? records.judge(batch) : records.saveEach(batch)).drafts();
            for (int i = 0; i < judged.size(); i++) {
                steps.put(causes.get(i), step(action, made, judged.get(i), acting.shown()));
            }
        }
        return steps;
    }

    /** What nobody gives is left out, so that a new record has what it begins with. */
    private static Draft draft(ObjectType made, Map<String, @Nullable Object> input) {
        Map<String, Object> given = new LinkedHashMap<>();
        input.forEach((name, value) -> {
            if (value != null) {
                given.put(name, value);
            }
        });
        return Draft.create(made, given);
    }

    private static Step step(Action action, ObjectType made, Draft draft, boolean shown) {
        if (!draft.isAlive()) {
            return Step.failed(action, draft.faults().isEmpty() ? List.of(Fault.whole("may-not-create")) : draft.faults());
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("object", made.path());
        if (shown) {
            told.put("values", SettingValues.values(draft, made.attributes().stream()
                    .filter(attribute -> attribute.isWritable() && !attribute.columns().isEmpty() && draft.get(attribute) != null)
                    .toList()));
        } else {
            told.put("record", draft.id().toString());
        }
        return Step.done(action, told);
    }
}
