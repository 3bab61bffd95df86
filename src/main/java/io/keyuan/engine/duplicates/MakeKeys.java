package io.keyuan.engine.duplicates;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the records of a company their keys, object by object. */
@Component
class MakeKeys implements JobKind {

    static final String KIND = "duplicate-keys";

    private final KeyMaker maker;
    private final ComparedRows rows;
    private final ObjectTypes types;

    MakeKeys(KeyMaker maker, ComparedRows rows, ObjectTypes types) {
        this.maker = maker;
        this.rows = rows;
        this.types = types;
    }

    /** @param passed the last record of the object that has its keys; null before the first */
    record Progress(String object, @Nullable UUID passed, long looked) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Progress noted = run.checkpoint(Progress.class);
        var progress = new AtomicReference<>(noted == null ? new Progress("", null, 0) : noted);
        for (ObjectType type : types.all()) {
            if (type.sameness() != null && !maker.isDone(type)) {
                make(run, type, progress);
            }
        }
        run.report(1, Map.of("looked", Objects.requireNonNull(progress.get()).looked()));
    }

    private void make(JobRun run, ObjectType type, AtomicReference<Progress> progress) {
        int all = rows.count(type);
        var done = new AtomicReference<Boolean>(false);
        while (!Boolean.TRUE.equals(done.get())) {
            run.piece(() -> {
                Progress before = Objects.requireNonNull(progress.get());
                KeyMaker.Step step = maker.step(type, before.object().equals(type.name()) ? before.passed() : null);
                done.set(step == null);
                var after = new Progress(type.name(), step == null ? null : step.passed(), before.looked() + (step == null ? 0 : step.looked()));
                progress.set(after);
                return new JobRun.Piece(Math.min(1, (double) after.looked() / Math.max(1, all)), Map.of("looked", after.looked()), after);
            });
        }
    }
}
