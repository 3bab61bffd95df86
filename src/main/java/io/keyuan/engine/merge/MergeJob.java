package io.keyuan.engine.merge;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Right;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes one record of several on which much hangs: what points to them is led to the one piece by piece, and with the last piece they go. Whoever
 * looks meanwhile finds every record, and everything that points to one of them at one of them.
 */
@Component
class MergeJob implements JobKind {

    static final String KIND = "merge";

    private final ObjectTypes types;
    private final Access access;
    private final MergeOrders orders;
    private final MergeWork work;

    MergeJob(ObjectTypes types, Access access, MergeOrders orders, MergeWork work) {
        this.types = types;
        this.access = access;
        this.orders = orders;
        this.work = work;
    }

    /**
     * How far it is.
     *
     * @param all how many records pointed to those that go when it began
     * @param tally null until everything is done
     */
    record Progress(long all, long led, @Nullable MergeTally tally) {

        /** With a place left for the end. */
        double share() {
            return tally == null ? Math.min(0.95, 0.95 * led / Math.max(1, all)) : 1;
        }
    }

    /** What can be told before it is done. */
    record SoFar(long led) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path(), "into", arguments.path("into").asString(""));
    }

    /** The record that stays. */
    @Override
    public @Nullable Concerned concerned(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        String into = arguments.path("into").asString("");
        return type == null || into.isEmpty() ? null : new Concerned(type.path(), UUID.fromString(into));
    }

    /** By whoever may do it. */
    @Override
    public boolean isUndoable(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return type != null && access.may(Right.EDIT, type) && access.may(Right.DELETE, type);
    }

    @Override
    public boolean isWoven() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        MergeOrder order = run.arguments(MergeOrder.class);
        ObjectType type = types.byName(order.object());
        if (type == null) {
            throw Problem.notFound();
        }
        orders.requireAllowed(type);
        var progress = new AtomicReference<>(run.checkpoint(Progress.class));
        if (progress.get() == null) {
            step(run, progress, () -> {
                work.check(type, order);
                return new Progress(work.pointing(type, order, Integer.MAX_VALUE - 1), 0, null);
            });
        }
        boolean left = now(progress).tally() == null;
        while (left) {
            long before = now(progress).led();
            step(run, progress, () -> new Progress(now(progress).all(), before + work.lead(type, order, MergeWork.PIECE), null));
            left = now(progress).led() - before == MergeWork.PIECE;
        }
        if (now(progress).tally() == null) {
            step(run, progress, () -> new Progress(now(progress).all(), now(progress).led(), work.finish(type, order, now(progress).led())));
        }
        run.report(1, Objects.requireNonNull(now(progress).tally()));
    }

    private static Progress now(AtomicReference<@Nullable Progress> progress) {
        return Objects.requireNonNull(progress.get());
    }

    /** What is rolled back has not happened. */
    private static void step(JobRun run, AtomicReference<@Nullable Progress> progress, java.util.function.Supplier<Progress> work) {
        var after = new AtomicReference<@Nullable Progress>();
        run.piece(() -> {
            Progress done = work.get();
            after.set(done);
            return new JobRun.Piece(done.share(), done.tally() == null ? new SoFar(done.led()) : done.tally(), done);
        });
        progress.set(after.get());
    }
}
