package io.keyuan.engine.exports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.FileFormat;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Row;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.StoredFiles;
import io.keyuan.engine.query.Masking;
import io.keyuan.engine.query.WholeLists;
import io.keyuan.engine.tables.SheetWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows of a list, piece by piece, for whoever asked to fetch them as a file. */
@Component
class ExportJob implements JobKind {

    static final String KIND = "export";

    /** Taken out data is to lie about no longer than somebody needs to fetch it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int PIECE = 1_000;

    private final ObjectTypes types;
    private final Access access;
    private final ExportOrders orders;
    private final WholeLists lists;
    private final Masking masking;
    private final StoredFiles files;
    private final ExportTrail told;
    private final JsonMapper json;

    ExportJob(
            ObjectTypes types, Access access, ExportOrders orders, WholeLists lists, Masking masking, StoredFiles files, ExportTrail told, JsonMapper json) {
        this.types = types;
        this.access = access;
        this.orders = orders;
        this.lists = lists;
        this.masking = masking;
        this.files = files;
        this.told = told;
        this.json = json;
    }

    /**
     * How far it is.
     *
     * @param file what has been kept so far
     * @param position after which it goes on; null where nothing is left
     * @param all how many there were when it began, for telling how far it is
     */
    record Progress(UUID file, @Nullable String position, long rows, long all) {

        Account account() {
            return new Account(rows, file);
        }
    }

    /** @param rows how many were kept */
    record Account(long rows, UUID file) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path(), "format", arguments.path("format").asString("").toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Object told(JsonNode result) {
        return Map.of("rows", result.path("rows").asLong(0));
    }

    @Override
    public @Nullable UUID file(JsonNode result) {
        return result.hasNonNull("file") ? UUID.fromString(result.path("file").asString()) : null;
    }

    @Override
    public Duration filesKept() {
        return KEPT;
    }

    @Override
    public void run(JobRun run) {
        ExportOrder order = run.arguments(ExportOrder.class);
        Query query = orders.query(order);
        access.requireExport(query.type());
        Progress noted = run.checkpoint(Progress.class);
        if (noted != null && noted.position() == null) {
            return;
        }
        long all = noted == null ? count(order, query) : noted.all();
        var kept = new KeptRows(query.type(), query.attributes(), json);
        var progress = new AtomicReference<@Nullable Progress>(noted);
        lists.read(query, order.ids(), noted == null ? null : noted.position(), PIECE,
                (rows, position) -> run.piece(() -> piece(run, order, kept, rows, position, all, progress)));
        run.report(1, Objects.requireNonNull(progress.get()).account());
    }

    private long count(ExportOrder order, Query query) {
        long all = lists.count(query, order.ids());
        if (order.format() == FileFormat.XLSX && all >= SheetWriter.MOST_ROWS) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("export-too-many-rows", SheetWriter.MOST_ROWS - 1));
        }
        return all;
    }

    private JobRun.Piece piece(
            JobRun run, ExportOrder order, KeptRows kept, List<Row> rows, @Nullable String position, long all,
            AtomicReference<@Nullable Progress> progress) {
        Progress before = progress.get();
        UUID file = before == null ? files.create(run.id(), order.object()) : before.file();
        masking.apply(rows);
        if (!rows.isEmpty()) {
            files.append(file, kept.piece(rows));
        }
        var after = new Progress(file, position, (before == null ? 0 : before.rows()) + rows.size(), all);
        if (position == null) {
            told.exported(order, columns(order), after.rows(), Map.of("job", run.id().toString()));
        }
        progress.set(after);
        return new JobRun.Piece(Math.min(1, (double) after.rows() / Math.max(1, all)), after.account(), after);
    }

    private List<String> columns(ExportOrder order) {
        return orders.columns(order).stream().map(Attribute::name).toList();
    }
}
