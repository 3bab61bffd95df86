package io.keyuan.engine.undo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.Jobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Lines of one object, of the records that are to be written. */
    private record Part(ObjectType type, Map<UUID, UUID> owners, List<Trace> traces) {

        UUID owner(UUID line) {
            return Objects.requireNonNull(owners.get(line));
        }
    }

    /** @return why those that could not be written could not, by their ids */
    Map<UUID, Refusal> apply(ObjectType type, Jobs.Undoing order, List<Trace> found) {
        List<Part> parts = parts(type, order, found);
        Map<UUID, Refusal> refused = order.insist() ? new HashMap<>() : changedInLines(order, parts);
        List<Draft> saved = save(type, order, found.stream().filter(trace -> !refused.containsKey(trace.record())).toList());
        refused.putAll(refusals(type, saved));
        Set<UUID> restored = saved.stream()
                .filter(draft -> draft.isAlive() && draft.action() == Draft.Action.UPDATE)
                .map(Draft::id)
                .collect(Collectors.toSet());
        parts.forEach(part -> refused.putAll(saveLines(part, order, restored)));
        return refused;
    }

    @SuppressWarnings("unchecked")
    private List<Part> parts(ObjectType type, Jobs.Undoing order, List<Trace> found) {
        Set<UUID> records = found.stream().map(Trace::record).collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.type() instanceof LinesType && !records.isEmpty()) {
                Map<UUID, UUID> owners = traces.lines(types.back((Attribute<Lines>) attribute), records);
                List<Trace> lines = owners.isEmpty()
                        ? List.of()
                        : traces.of(order.job(), owners.keySet()).values().stream().filter(trace -> !trace.isAsBefore()).toList();
                parts.add(new Part(Objects.requireNonNull(types.target(attribute)), owners, lines));
            }
        }
        return parts;
    }

    /** A line that is changed by itself leaves its record as it is; the record is kept with it all the same. */
    private static Map<UUID, Refusal> changedInLines(Jobs.Undoing order, List<Part> parts) {
        Map<UUID, Refusal> changed = new HashMap<>();
        parts.forEach(part -> part.traces().stream()
                .filter(line -> !line.isLastOf(order.job()))
                .forEach(line -> changed.put(part.owner(line.record()), Refusal.CHANGED_SINCE)));
        return changed;
    }

    /** Lines of records that were made go where these go. */
    private Map<UUID, Refusal> saveLines(Part part, Jobs.Undoing order, Set<UUID> restored) {
        List<Trace> due = part.traces().stream().filter(line -> restored.contains(part.owner(line.record()))).toList();
        Map<UUID, Refusal> refused = new HashMap<>();
        refusals(part.type(), save(part.type(), order, due)).forEach((line, why) -> refused.put(part.owner(line), why));
        return refused;
    }

    private List<Draft> save(ObjectType type, Jobs.Undoing order, List<Trace> found) {
        List<Draft> drafts = found.stream().map(trace -> draft(type, order, trace)).toList();
        return drafts.isEmpty() ? drafts : records.saveEach(new Batch(type, drafts)).drafts();
    }

    private Map<UUID, Refusal> refusals(ObjectType type, List<Draft> saved) {
        List<Draft> failed = saved.stream().filter(draft -> !draft.isAlive()).toList();
        List<UUID> missed = failed.stream().filter(draft -> draft.failure() == ProblemKind.NOT_FOUND).map(Draft::id).toList();
        Set<UUID> others = missed.isEmpty() ? Set.of() : traces.alive(type, missed);
        Map<UUID, Refusal> refusals = new HashMap<>();
        failed.forEach(draft -> refusals.put(draft.id(), refusal(draft, others)));
        return refusals;
    }

    /** @param others those that are there, though not for the caller */
    private static Refusal refusal(Draft draft, Set<UUID> others) {
        return switch (Objects.requireNonNull(draft.failure())) {
            case STALE -> Refusal.CHANGED_SINCE;
            case NOT_FOUND -> others.contains(draft.id()) ? Refusal.NOT_YOURS : Refusal.GONE;
            default -> new Refusal(false, draft.faults());
        };
    }

    /** What nobody has changed since is taken back only as long as that holds, and then whoever's it is by now. */
    private static Draft draft(ObjectType type, Jobs.Undoing order, Trace trace) {
        boolean untouched = trace.isLastOf(order.job());
        Long expected = untouched ? trace.latest().version() : null;
        Draft draft = switch (trace.began()) {
            case "create", "restore" -> Draft.delete(type, trace.record(), expected);
            case "delete" -> Draft.restore(type, trace.record());
            default -> commanded(Draft.update(type, trace.record(), expected, writable(type, trace.before())), trace.before());
        };
        return draft.expectedVersion() == null ? draft : draft.takingBack();
    }

    /** What a command set, and no rule would. */
    @SuppressWarnings("unchecked")
    private static Draft commanded(Draft draft, Map<String, @Nullable Object> before) {
        draft.type().attributes().stream()
                .filter(attribute -> attribute.isByCommand() && attribute.type() instanceof ChoiceType)
                .filter(attribute -> before.get(attribute.name()) instanceof String)
                .forEach(attribute -> draft.set((Attribute<Choice>) attribute, Choice.of(String.valueOf(before.get(attribute.name())))));
        return draft;
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
