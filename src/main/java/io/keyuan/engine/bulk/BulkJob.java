package io.keyuan.engine.bulk;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.LeftRecords;
import io.keyuan.engine.web.FaultWords;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes or deletes many records, piece by piece, or shows what would become of them. */
@Component
class BulkJob implements JobKind {

    static final String KIND = "bulk";

    private static final int PIECE = 500;
    private static final LeftRecords.File LEFT = new LeftRecords.File("left.csv", "bulk.left.");

    private final ObjectTypes types;
    private final BulkOrders orders;
    private final ChosenRecords records;
    private final BulkWork work;
    private final LeftRecords left;
    private final FaultWords words;
    private final JsonMapper json;

    BulkJob(
            ObjectTypes types, BulkOrders orders, ChosenRecords records, BulkWork work, LeftRecords left, FaultWords words, JsonMapper json) {
        this.types = types;
        this.orders = orders;
        this.records = records;
        this.work = work;
        this.left = left;
        this.words = words;
        this.json = json;
    }

    /**
     * How far it is.
     *
     * @param passed the last record that was dealt with; null before the first
     */
    record Progress(@Nullable UUID passed, BulkTally tally) {

        static final Progress START = new Progress(null, BulkTally.NONE);
    }

    @Override
    public LeftRecords.File left() {
        return LEFT;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path(), "dryRun", arguments.path("dryRun").asBoolean(false));
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return !arguments.path("dryRun").asBoolean(false);
    }

    /** Reasons are kept without words, so that everybody reads them in their own language. */
    @Override
    public Object told(JsonNode result) {
        if (!result.has("why")) {
            return result;
        }
        BulkTally tally = json.treeToValue(result, BulkTally.class);
        Locale language = Caller.current().locale();
        Map<String, Object> told = new LinkedHashMap<>();
        result.forEachEntry(told::put);
        told.put("why", tally.why().stream().map(reason -> {
            Map<String, Object> each = words.of(reason.fault(), language);
            each.put("count", reason.count());
            return each;
        }).toList());
        return told;
    }

    @Override
    public void run(JobRun run) {
        BulkOrder order = run.arguments(BulkOrder.class);
        ObjectType type = Objects.requireNonNull(types.byName(order.object()));
        orders.requireAllowed(type, order.update() == null);
        int all = records.count(type, order.chosen(), run.id());
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? Progress.START : noted;
        ChosenRecords.Page page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        while (page != null) {
            progress = piece(run, type, order, page, progress, all);
            page = records.next(type, order.chosen(), run.id(), progress.passed(), PIECE);
        }
        run.report(1, progress.tally());
    }

    private Progress piece(JobRun run, ObjectType type, BulkOrder order, ChosenRecords.Page page, Progress before, int all) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            BulkWork.Done done = work.some(type, order, page);
            left.write(run, LEFT, type, done.left());
            BulkTally tally = before.tally().plus(done.tally());
            var progress = new Progress(page.last(), tally);
            after.set(progress);
            return new JobRun.Piece(Math.min(1, (double) tally.in() / Math.max(1, all)), tally, progress);
        });
        return Objects.requireNonNull(after.get());
    }
}
