package io.keyuan.engine.automation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.automation.AutomationRun.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes values of the records themselves. */
@Component
class SettingValues implements ActionWork {

    private final Records records;
    private final ActionValues values;

    SettingValues(Records records, ActionValues values) {
        this.records = records;
        this.values = values;
    }

    @Override
    public Action.Kind kind() {
        return Action.Kind.SET;
    }

    @Override
    public Map<UUID, Step> apply(Acting acting, Action action, List<UUID> ids) {
        Map<UUID, Step> steps = new LinkedHashMap<>();
        ActionValues.Inputs inputs = values.of(acting.type(), acting.type(), action.values(), ids);
        List<Draft> drafts = new ArrayList<>();
        for (UUID id : ids) {
            Map<String, @Nullable Object> input = inputs.inputs().get(id);
            if (input == null) {
                steps.put(id, Step.failed(action, inputs.faults().isEmpty() ? GONE : inputs.faults()));
            } else {
                drafts.add(draft(acting, id, input));
            }
        }
        if (!drafts.isEmpty()) {
            Batch batch = new Batch(acting.type(), drafts);
            (acting.shown() ? records.judge(batch) : records.saveEach(batch)).drafts()
                    .forEach(draft -> steps.put(draft.id(), step(action, draft, acting.shown())));
        }
        return steps;
    }

    /** A rule has seen no version: it takes the newest. */
    @SuppressWarnings("NullAway")
    private static Draft draft(Acting acting, UUID id, Map<String, @Nullable Object> input) {
        return Draft.update(acting.type(), id, null, input);
    }

    private static Step step(Action action, Draft draft, boolean shown) {
        return draft.isAlive() ? Step.done(action, told(draft, shown)) : Step.failed(action, why(draft));
    }

    /** Values stand in the history of the record, as far as its reader may know them. */
    private static Map<String, @Nullable Object> told(Draft draft, boolean shown) {
        List<Attribute<?>> changes = draft.changes().stream().filter(attribute -> attribute.isWritable()).toList();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("attributes", changes.stream().map(Attribute::name).toList());
        if (shown) {
            told.put("values", values(draft, changes));
        }
        return told;
    }

    static Map<String, @Nullable Object> values(Draft draft, List<Attribute<?>> attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute.name(), json(draft, attribute)));
        return values;
    }

    private static <T> @Nullable Object json(Draft draft, Attribute<T> attribute) {
        T value = draft.get(attribute);
        if (value != null) {
            Disclosures.note(attribute, draft.id());
        }
        return value == null ? null : attribute.type().json(value);
    }

    static List<Fault> why(Draft draft) {
        if (draft.failure() == ProblemKind.NOT_FOUND) {
            return GONE;
        }
        return draft.faults().isEmpty() ? List.of(Fault.whole("may-not-edit")) : draft.faults();
    }
}
