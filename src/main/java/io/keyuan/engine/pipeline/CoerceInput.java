package io.keyuan.engine.pipeline;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses attributes that are not there or not for the caller to write, and makes values of the others. */
@Component
final class CoerceInput implements Step {

    private final Access access;
    private final Coercions coercions;

    CoerceInput(Access access, Coercions coercions) {
        this.access = access;
        this.coercions = coercions;
    }

    @Override
    public void apply(Batch batch) {
        batch.correctable().forEach(draft -> draft.input().forEach((name, json) -> take(draft, name, json)));
    }

    private void take(Draft draft, String name, @Nullable Object json) {
        Attribute<?> attribute = draft.type().find(name);
        if (attribute == null || !access.mayRead(attribute)) {
            draft.reject(Fault.at(shortened(name), "unknown-attribute"));
        } else if (!attribute.isWritable() || !access.mayWrite(attribute)) {
            draft.fail(ProblemKind.RULE_BROKEN, Fault.at(attribute, "not-writable"));
        } else {
            coerce(draft, attribute, json);
        }
    }

    private <T> void coerce(Draft draft, Attribute<T> attribute, @Nullable Object json) {
        draft.give(attribute);
        if (isEmpty(json)) {
            draft.set(attribute, null);
            return;
        }
        try {
            T value = attribute.type().coerce(Objects.requireNonNull(json), draft.get(attribute), coercions.of(attribute));
            draft.set(attribute, attribute.type().isNothing(value) ? null : value);
        } catch (BadValue e) {
            e.faults(attribute.name()).forEach(draft::reject);
        }
    }

    /** Blank text is no text: a required name of three spaces is not given. */
    private static boolean isEmpty(@Nullable Object json) {
        return json == null || json instanceof String text && text.isBlank() || json instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
