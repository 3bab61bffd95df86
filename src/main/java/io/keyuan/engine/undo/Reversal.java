package io.keyuan.engine.undo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes records as they were before an operation, with the lines that belong to them. */
@Component
class Reversal {

    private final Traces traces;
    private final Records records;
    private final ObjectTypes types;

    Reversal(Traces traces, Records records, ObjectTypes types) {
        this.traces = traces;
        this.records = records;
        this.types = types;
    }

    /** @return why those that could not be written could not, by their ids */
    Map<UUID, List<Fault>> apply(ObjectType type, UUID operation, List<Trace> found) {
        Map<UUID, List<Fault>> refused = new HashMap<>();
        Set<UUID> changed = new HashSet<>();
        for (Draft draft : save(type, found)) {
            if (!draft.isAlive()) {
                refused.put(draft.id(), faults(draft));
            } else if (draft.action() == Draft.Action.UPDATE) {
                changed.add(draft.id());
            }
        }
        type.attributes().stream()
                .filter(attribute -> attribute.type() instanceof LinesType)
                .forEach(lines -> refused.putAll(lines(lines, operation, changed)));
        return refused;
    }

    private List<Draft> save(ObjectType type, List<Trace> found) {
        List<Draft> drafts = found.stream().map(trace -> draft(type, trace)).toList();
        return drafts.isEmpty() ? drafts : records.saveEach(new Batch(type, drafts)).drafts();
    }

    private static List<Fault> faults(Draft draft) {
        return draft.faults().isEmpty() ? List.of(Fault.whole("not-there-any-more")) : draft.faults();
    }

    /** Lines of records that were made go where these go. */
    @SuppressWarnings("unchecked")
    private Map<UUID, List<Fault>> lines(Attribute<?> attribute, UUID operation, Set<UUID> owners) {
        Map<UUID, List<Fault>> refused = new HashMap<>();
        if (owners.isEmpty()) {
            return refused;
        }
        ObjectType child = Objects.requireNonNull(types.target(attribute));
        Map<UUID, UUID> lines = traces.lines(types.back((Attribute<Lines>) attribute), owners);
        List<Trace> found = lines.isEmpty() ? List.of() : new ArrayList<>(traces.of(operation, lines.keySet()).values());
        save(child, found).stream()
                .filter(draft -> !draft.isAlive())
                .forEach(draft -> refused.put(Objects.requireNonNull(lines.get(draft.id())), faults(draft)));
        return refused;
    }

    private static Draft draft(ObjectType type, Trace trace) {
        return switch (trace.began()) {
            case "create", "restore" -> Draft.delete(type, trace.record(), null);
            case "delete" -> Draft.restore(type, trace.record());
            default -> Draft.update(type, trace.record(), null, writable(type, trace.before()));
        };
    }

    /** What rules compute they compute again. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> writable(ObjectType type, Map<String, @Nullable Object> before) {
        Map<String, Object> input = new LinkedHashMap<>();
        before.forEach((name, value) -> {
            Attribute<?> attribute = type.find(name);
            if (attribute != null && attribute.isWritable()) {
                input.put(name, value);
            }
        });
        return input;
    }
}
