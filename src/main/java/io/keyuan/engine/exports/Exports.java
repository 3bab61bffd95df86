package io.keyuan.engine.exports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Query;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.query.WholeLists;
import io.keyuan.engine.tables.Cell;
import io.keyuan.engine.tables.CellWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes records to an answer while somebody waits for it. */
@Component
class Exports {

    /** Of more there is a job. */
    static final int MOST = 10_000;

    private static final int TOGETHER = 500;

    private final ExportOrders orders;
    private final WholeLists lists;
    private final ExportCells cells;
    private final ExportFile file;
    private final ExportTrail told;
    private final AuditTrail trail;

    Exports(ExportOrders orders, WholeLists lists, ExportCells cells, ExportFile file, ExportTrail told, AuditTrail trail) {
        this.orders = orders;
        this.lists = lists;
        this.cells = cells;
        this.file = file;
        this.told = told;
        this.trail = trail;
    }

    /** Which records, in their order; one more than {@link #MOST} where there are more. */
    List<UUID> ids(ExportOrder order) {
        return lists.ids(orders.query(order), order.ids(), MOST + 1);
    }

    /** Told before the first byte, so that the trail has it even if the reader goes away. */
    void write(ExportOrder order, List<UUID> ids, HttpServletResponse response) throws IOException {
        Query query = orders.query(order);
        ObjectType type = query.type();
        List<Attribute<?>> columns = orders.columns(order);
        told.exported(order, columns.stream().map(Attribute::name).toList(), ids.size(), Map.of("file", file.name(type, order.format())));
        CellWriter out = file.begin(response, type, order, columns);
        ExportCells.Table table = cells.table(type, columns);
        out.header(table.header());
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            List<List<Cell>> lines = table.cells(lists.rows(type, query.attributes(), ids.subList(from, Math.min(ids.size(), from + TOGETHER))));
            // What leaves in pieces is kept in pieces.
            Disclosures.keep(trail);
            for (List<Cell> line : lines) {
                out.write(line);
            }
        }
        out.close();
    }
}
