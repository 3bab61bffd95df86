package io.keyuan.engine.assign;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.bulk.ChosenRecords;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.LeftRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives many records away, piece by piece, or shows who would get what. */
@Component
class AssignJob implements JobKind {

    static final String KIND = "assign";

    private static final int PIECE = 500;
    private static final List<Fault> GONE = List.of(Fault.whole("not-there-any-more"));

    private static final LeftRecords.File NOT_ASSIGNED = new LeftRecords.File("not-assigned.csv", "assign.kept.");

    private final AssignOrders orders;
    private final ChosenRecords records;
    private final AssignWork work;
    private final GivingNotes notes;
    private final LeftRecords kept;

    AssignJob(AssignOrders orders, ChosenRecords records, AssignWork work, GivingNotes notes, LeftRecords kept) {
        this.orders = orders;
        this.records = records;
        this.work = work;
        this.notes = notes;
        this.kept = kept;
    }

    /**
     * How far it is.
     *
     * @param passed the last record that was dealt with; null before the first
     */
    record Progress(@Nullable UUID passed, Tally tally) {

        static final Progress START = new Progress(null, Tally.NONE);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("object", arguments.path("object").asString(""));
        about.put("dryRun", arguments.path("dryRun").asBoolean(false));
        List.of("to", "rule").stream().filter(arguments::hasNonNull).forEach(each -> about.put(each, arguments.path(each).asString("")));
        return about;
    }

    @Override
    public LeftRecords.File left() {
        return NOT_ASSIGNED;
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return !arguments.path("dryRun").asBoolean(false);
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        if (order.to() != null) {
            orders.requireThere(order.to());
        }
        ObjectType type = work.type(order);
        int all = records.count(type, order.chosen(), run.id());
        // What was only shown is in memory: an interrupted look begins again.
        Progress noted = order.dryRun() ? null : run.checkpoint(Progress.class);
        Progress progress = noted == null ? Progress.START : noted;
        Dealing.Hand shown = order.dryRun() ? work.shown(order) : null;
        ChosenRecords.Page page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        while (page != null) {
            progress = order.dryRun() ? show(run, order, shown, page, progress, all) : give(run, order, page, progress, all);
            page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        }
        run.report(1, progress.tally());
    }

    private Progress show(JobRun run, Order order, Dealing.@Nullable Hand hand, ChosenRecords.Page page, Progress before, int all) {
        Tally tally = before.tally().plus(missing(page)).plus(work.show(order, hand, page.there()));
        run.report(share(tally, all), tally);
        return new Progress(page.last(), tally);
    }

    private Progress give(JobRun run, Order order, ChosenRecords.Page page, Progress before, int all) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            if (order.note() != null) {
                notes.keep(order.note());
            }
            AssignWork.Done done = work.give(order, page.there());
            done.kept().forEach((type, why) -> kept.write(run, NOT_ASSIGNED, type, why));
            Map<UUID, List<Fault>> gone = new LinkedHashMap<>();
            page.missing().forEach(id -> gone.put(id, GONE));
            kept.write(run, NOT_ASSIGNED, work.type(order), gone);
            var progress = new Progress(page.last(), before.tally().plus(missing(page)).plus(done.tally()));
            after.set(progress);
            return new JobRun.Piece(share(progress.tally(), all), progress.tally(), progress);
        });
        return Objects.requireNonNull(after.get());
    }

    private static Tally missing(ChosenRecords.Page page) {
        int missing = page.missing().size();
        return new Tally(missing, 0, 0, missing, Map.of(), Map.of(), Map.of());
    }

    private static double share(Tally tally, int all) {
        return Math.min(1, (double) tally.in() / Math.max(1, all));
    }
}
