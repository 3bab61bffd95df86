package io.keyuan.engine.search;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Writes documents anew that an older release wrote. What is done is no longer stale, so a run that follows another goes on
 * where that one ended, and records that are saved meanwhile are left alone.
 */
@Component
class RebuildSearch implements JobKind {

    static final String KIND = "search-rebuild";

    private static final int PIECE = 500;

    private final StaleDocuments stale;
    private final DocumentsAnew anew;
    private final ObjectTypes types;

    RebuildSearch(StaleDocuments stale, DocumentsAnew anew, ObjectTypes types) {
        this.stale = stale;
        this.anew = anew;
        this.types = types;
    }

    /** @param rebuilt documents, by this run and those before it */
    record Progress(int rebuilt) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Progress noted = run.checkpoint(Progress.class);
        var rebuilt = new AtomicInteger(noted == null ? 0 : noted.rebuilt());
        int all = rebuilt.get() + stale.count();
        var left = new AtomicBoolean(true);
        while (left.get()) {
            run.piece(() -> {
                int done = piece();
                left.set(done == PIECE);
                return piece(rebuilt.addAndGet(done), all);
            });
        }
    }

    private static JobRun.Piece piece(int rebuilt, int all) {
        var progress = new Progress(rebuilt);
        return new JobRun.Piece(Math.min(1, (double) rebuilt / Math.max(1, all)), Map.of("updated", rebuilt), progress);
    }

    /** @return how many were dealt with; fewer than a piece where none is left */
    private int piece() {
        List<StaleDocuments.Stale> some = stale.next(PIECE);
        Map<String, List<UUID>> byObject = new LinkedHashMap<>();
        some.forEach(each -> byObject.computeIfAbsent(each.object(), any -> new ArrayList<>()).add(each.record()));
        byObject.forEach((object, ids) -> {
            ObjectType type = types.byName(object);
            if (type != null) {
                anew.write(type, ids);
            } else {
                anew.remove(ids);
            }
        });
        return some.size();
    }
}
