package io.keyuan.engine.segment;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.bulk.Chosen;
import io.keyuan.engine.bulk.ChosenRecords;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts many records into a static segment, or takes them out, piece by piece. */
@Component
class PutMembers implements JobKind {

    static final String KIND = "segment-members";

    private static final int PIECE = 1_000;

    private final AccessibleSegments segments;
    private final SegmentMembers members;
    private final MemberChanges changes;
    private final ChosenRecords records;
    private final ObjectTypes types;

    PutMembers(AccessibleSegments segments, SegmentMembers members, MemberChanges changes, ChosenRecords records, ObjectTypes types) {
        this.segments = segments;
        this.members = members;
        this.changes = changes;
        this.records = records;
        this.types = types;
    }

    /** @param remove whether they are taken out */
    record Order(String object, UUID segment, Chosen chosen, boolean remove) {}

    /** What came of it. */
    record Tally(long in, long updated, long skipped, long failed) {}

    /** @param passed the last record that was dealt with; null before the first */
    record Progress(@Nullable UUID passed, Tally tally) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path(), "segment", arguments.path("segment").asString(""));
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return true;
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        ObjectType type = types.byName(order.object());
        if (type == null) {
            throw Problem.notFound();
        }
        int all = records.count(type, order.chosen(), run.id());
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, new Tally(0, 0, 0, 0)) : noted;
        ChosenRecords.Page page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        while (page != null) {
            progress = piece(run, type, order, page, progress, all);
            page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        }
        run.report(1, progress.tally());
    }

    private Progress piece(JobRun run, ObjectType type, Order order, ChosenRecords.Page page, Progress before, int all) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            Segment segment = segments.changeable(order.segment());
            if (segment.isLive()) {
                throw Problem.of(ProblemKind.CONFLICT, Fault.whole("segment-is-live"));
            }
            Set<UUID> put = members.put(segment, type, new LinkedHashSet<>(page.there()), !order.remove());
            changes.note(run.id(), segment, put, !order.remove());
            long changed = put.size();
            Tally tally = before.tally();
            var progress = new Progress(page.last(), new Tally(
                    tally.in() + page.there().size() + page.missing().size(), tally.updated() + changed,
                    tally.skipped() + page.there().size() - changed, tally.failed() + page.missing().size()));
            after.set(progress);
            return new JobRun.Piece(Math.min(1, (double) progress.tally().in() / Math.max(1, all)), progress.tally(), progress);
        });
        return Objects.requireNonNull(after.get());
    }
}
