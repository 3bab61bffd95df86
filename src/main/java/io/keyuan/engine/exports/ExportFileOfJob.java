package io.keyuan.engine.exports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.jobs.JobFile;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.StoredFiles;
import io.keyuan.engine.query.WholeLists;
import io.keyuan.engine.tables.Cell;
import io.keyuan.engine.tables.CellWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands over what a job has kept, by the rights of now: records that are not seen any more or are gone, and attributes that are not
 * seen any more, are left out.
 */
@Component
class ExportFileOfJob implements JobFile {

    private final Access access;
    private final ExportOrders orders;
    private final StoredFiles files;
    private final WholeLists lists;
    private final ExportCells cells;
    private final ExportFile file;
    private final ExportTrail told;
    private final AuditTrail trail;
    private final JsonMapper json;

    ExportFileOfJob(
            Access access, ExportOrders orders, StoredFiles files, WholeLists lists, ExportCells cells, ExportFile file, ExportTrail told,
            AuditTrail trail, JsonMapper json) {
        this.access = access;
        this.orders = orders;
        this.files = files;
        this.lists = lists;
        this.cells = cells;
        this.file = file;
        this.told = told;
        this.trail = trail;
        this.json = json;
    }

    @Override
    public String kind() {
        return ExportJob.KIND;
    }

    @Override
    public void send(Jobs.Described job, HttpServletResponse response) throws IOException {
        ExportOrder order = job.arguments(ExportOrder.class);
        access.requireExport(orders.type(order));
        long rows = Objects.requireNonNull(job.result(ExportJob.Account.class)).rows();
        told.fetched(order, orders.columns(order).stream().map(Attribute::name).toList(), rows, job.id());
        CellWriter out = file.begin(response, orders.type(order), order, orders.columns(order));
        try (InputStream kept = files.open(Objects.requireNonNull(job.file()))) {
            write(order, kept, out);
        }
        out.close();
    }

    private void write(ExportOrder order, InputStream content, CellWriter out) throws IOException {
        ObjectType type = orders.type(order);
        var kept = new KeptRows(type, orders.read(order), json);
        ExportCells.Table table = cells.table(type, orders.columns(order));
        out.header(table.header());
        for (List<Row> piece = kept.next(content); !piece.isEmpty(); piece = kept.next(content)) {
            List<List<Cell>> lines = table.cells(seen(type, piece));
            Disclosures.keep(trail);
            for (List<Cell> line : lines) {
                out.write(line);
            }
        }
    }

    private List<Row> seen(ObjectType type, List<Row> piece) {
        Set<UUID> ids = new HashSet<>();
        piece.forEach(row -> ids.add(id(row)));
        Set<UUID> seen = lists.seen(type, ids);
        return piece.stream().filter(row -> seen.contains(id(row))).toList();
    }

    private static UUID id(Row row) {
        return Objects.requireNonNull(row.get(row.type().id));
    }
}
