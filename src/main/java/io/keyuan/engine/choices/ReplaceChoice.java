package io.keyuan.engine.choices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Gives all records that have one choice another one, piece by piece, and drops the one when nothing has it any more. That belongs to the list, not to
 * the records: it is done whoever may change them, and no rule of the object is in the way. Records in the recycle bin keep what they have, and with
 * them the choice stays, out of use.
 */
@Component
class ReplaceChoice implements JobKind {

    static final String KIND = "replace-choice";

    private static final int PIECE = 500;

    private final ObjectTypes types;
    private final Records records;
    private final ChoiceUse use;
    private final ChoiceSettings settings;

    ReplaceChoice(ObjectTypes types, Records records, ChoiceUse use, ChoiceSettings settings) {
        this.types = types;
        this.records = records;
        this.use = use;
        this.settings = settings;
    }

    /**
     * What is asked for.
     *
     * @param object the name in code
     * @param from the code of the choice that goes
     * @param to the code of the one that comes in its place
     */
    record Order(String object, String attribute, String from, String to) {}

    /**
     * What came of it.
     *
     * @param all how many records had the choice when it began
     * @param updated how many have the other one now
     * @param failed how many could not be written
     * @param dropped whether the choice is gone
     */
    record Tally(long all, long updated, long failed, boolean dropped) {}

    /** @param passed the last record that was dealt with */
    record Progress(@Nullable UUID passed, Tally tally) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path(), "attribute", arguments.path("attribute").asString(""));
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        ObjectType type = types.byName(order.object());
        Attribute<?> attribute = type == null ? null : type.find(order.attribute());
        if (attribute == null) {
            throw Problem.notFound();
        }
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, new Tally(use.having(attribute, order.from()), 0, 0, false)) : noted;
        boolean more = true;
        while (more) {
            Progress after = piece(run, attribute, order, progress);
            more = !Objects.equals(after.passed(), progress.passed());
            progress = after;
        }
    }

    /** @return how far it is; it is done where no record was passed any more */
    private Progress piece(JobRun run, Attribute<?> attribute, Order order, Progress before) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            List<UUID> some = use.lock(attribute, order.from(), before.passed(), PIECE);
            Progress done = some.isEmpty() ? end(attribute, order, before) : new Progress(some.getLast(), replace(attribute, order, some, before.tally()));
            after.set(done);
            Tally tally = done.tally();
            double share = some.isEmpty() ? 1 : Math.min(0.99, (double) (tally.updated() + tally.failed()) / Math.max(1, tally.all()));
            return new JobRun.Piece(share, tally, done);
        });
        return Objects.requireNonNull(after.get());
    }

    private Progress end(Attribute<?> attribute, Order order, Progress before) {
        Tally tally = before.tally();
        return new Progress(before.passed(), new Tally(tally.all(), tally.updated(), tally.failed(), settings.dropUnused(attribute, order.from())));
    }

    private Tally replace(Attribute<?> attribute, Order order, List<UUID> ids, Tally before) {
        Object value = attribute.type() instanceof MultiChoiceType ? Map.of("add", List.of(order.to()), "remove", List.of(order.from())) : order.to();
        List<Draft> drafts = ids.stream().map(id -> Draft.update(attribute.object(), id, null, Map.of(attribute.name(), value)).exactly()).toList();
        List<Draft> done = Caller.current().unbounded().get(() -> records.saveEach(new Batch(attribute.object(), drafts))).drafts();
        long updated = done.stream().filter(Draft::isAlive).count();
        return new Tally(before.all(), before.updated() + updated, before.failed() + done.size() - updated, false);
    }
}
