package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ProblemKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The order in which records are written, for every object and every way in: screen, API, import, command. Preparing judges
 * a batch without touching stored rows, storing writes what was found good; lines go with the records they belong to.
 */
@Component
final class Pipeline {

    private final List<Step> preparing;
    private final List<Step> storing;
    private final PrepareLines lines;

    Pipeline(PreparingSteps preparing, StoringSteps storing, PrepareLines lines) {
        this.preparing = preparing.inOrder();
        this.storing = storing.inOrder();
        this.lines = lines;
    }

    /** @return what is to be stored; drafts that failed say why */
    Prepared prepare(Batch batch) {
        batch.drafts().forEach(Draft::begin);
        preparing.forEach(step -> step.apply(batch));
        List<Prepared> parts = lines.of(batch).stream().map(this::prepare).toList();
        return new Prepared(batch, parts, null);
    }

    private Prepared prepare(PrepareLines.Part part) {
        Prepared prepared = prepare(part.batch());
        part.judge();
        return new Prepared(part.batch(), prepared.parts(), part);
    }

    void store(Prepared prepared) {
        store(prepared, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private void store(Prepared prepared, Instant moment) {
        Batch batch = prepared.part() == null ? prepared.batch() : prepared.part().ofLivingOwners();
        batch.writtenAt(moment);
        storing.forEach(step -> step.apply(batch));
        prepared.parts().forEach(part -> store(part, moment));
    }

    /** Ends the way of all that could be written because one could not. */
    static void abandon(Batch batch) {
        batch.live().forEach(draft -> draft.fail(ProblemKind.CONFLICT));
    }

    /** A batch that was judged, with the lines that belong to it. */
    record Prepared(Batch batch, List<Prepared> parts, PrepareLines.@org.jspecify.annotations.Nullable Part part) {}
}
