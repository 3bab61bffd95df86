package io.keyuan.engine.segment;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Finds the members of a live segment that is new or has a new condition, among all records there are. Records are locked while they
 * are looked at, so that whatever changes one later is in the log behind which the segment follows.
 */
@Component
class ComputeSegment implements JobKind {

    static final String KIND = "segment";
    static final int PIECE = 2_000;

    private final SegmentStore store;
    private final SegmentMembers members;
    private final ObjectTypes types;

    ComputeSegment(SegmentStore store, SegmentMembers members, ObjectTypes types) {
        this.store = store;
        this.members = members;
        this.types = types;
    }

    /** What is to be done. */
    record Order(String object, UUID segment) {}

    /** @param passed the last record looked at; null before the first */
    record Progress(@Nullable UUID passed, long looked, boolean done) {}

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
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, 0, false) : noted;
        ObjectType type = types.byName(order.object());
        int all = type == null ? 0 : members.count(type);
        while (type != null && !progress.done()) {
            progress = piece(run, type, order, progress, all);
        }
        run.report(1, Map.of("looked", progress.looked()));
    }

    private Progress piece(JobRun run, ObjectType type, Order order, Progress before, int all) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            Segment segment = due(run, order);
            Set<UUID> records = segment == null ? Set.of() : members.next(type, before.passed(), PIECE);
            boolean done = records.size() < PIECE;
            if (segment != null) {
                members.settle(type, Set.of(segment.id()), records);
                if (done) {
                    store.computed(segment.id());
                }
            }
            UUID last = records.isEmpty() ? before.passed() : List.copyOf(records).getLast();
            var progress = new Progress(last, before.looked() + records.size(), done);
            after.set(progress);
            return new JobRun.Piece(Math.min(1, (double) progress.looked() / Math.max(1, all)), Map.of("looked", progress.looked()), progress);
        });
        return Objects.requireNonNull(after.get());
    }

    /** One that was changed again has another job. */
    private @Nullable Segment due(JobRun run, Order order) {
        Segment segment = store.find(order.segment());
        return segment != null && segment.isLive() && run.id().equals(segment.job()) ? segment : null;
    }
}
