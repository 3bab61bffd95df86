package io.keyuan.engine.imports;

import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Imports a file: looks through it once, then writes it chunk by chunk, each with the account of all rows so far. */
@Component
class ImportJob implements JobKind {

    static final String KIND = "import";

    private final Preparation preparation;
    private final WorkFiles files;
    private final Writers writers;

    ImportJob(Preparation preparation, WorkFiles files, Writers writers) {
        this.preparation = preparation;
        this.files = files;
        this.writers = writers;
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
        if (arguments.hasNonNull("upload")) {
            about.put("upload", arguments.path("upload").asString(""));
        }
        return about;
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return !arguments.path("dryRun").asBoolean(false);
    }

    @Override
    public void run(JobRun run) throws Exception {
        Order order = run.arguments(Order.class);
        try (WorkFiles.WorkFile file = files.fetch(order.file())) {
            Preparation.Prepared prepared = preparation.of(order, file.path());
            Survey survey = Survey.of(prepared.table(), prepared.plan());
            ChunkWriter writer = writers.of(order, prepared, survey, run);
            Progress progress = begin(order, run);
            do {
                progress = pass(run, prepared, survey, writer, progress);
            } while (!progress.isEnd());
            run.report(1, progress.counts());
        }
    }

    /** What a dry run saw is in memory only: one that was interrupted begins again. */
    private Progress begin(Order order, JobRun run) {
        Progress noted = run.checkpoint(Progress.class);
        if (noted == null) {
            return Progress.START;
        }
        if (order.dryRun()) {
            writers.forget(run);
            return Progress.START;
        }
        return noted;
    }

    private static Progress pass(JobRun run, Preparation.Prepared prepared, Survey survey, ChunkWriter writer, Progress begun)
            throws Exception {
        BitSet waiting = begun.waitingRows();
        LongPredicate wanted = number -> number >= begun.next() && (begun.pass() == 1 || waiting.get((int) number));
        Progress progress = begun;
        try (var chunks = new Chunks(prepared.table(), prepared.plan(), wanted)) {
            for (List<Candidate> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                Progress before = progress;
                List<Candidate> rows = chunk;
                progress = note(run, survey, () -> writer.write(rows, before));
            }
        }
        Progress done = progress;
        return done.isEnd() ? done : note(run, survey, done::nextPass);
    }

    private static Progress note(JobRun run, Survey survey, Supplier<Progress> work) {
        var noted = new AtomicReference<>(Progress.START);
        run.piece(() -> {
            Progress after = work.get();
            noted.set(after);
            return new JobRun.Piece(after.share(survey.rows()), after.counts(), after);
        });
        return Objects.requireNonNull(noted.get());
    }
}
