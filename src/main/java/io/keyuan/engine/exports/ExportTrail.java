package io.keyuan.engine.exports;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the audit trail says of records that were taken out. */
@Component
class ExportTrail {

    private final AuditTrail trail;

    ExportTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** Records were written to an answer, or to what a job keeps for one. */
    void exported(ExportOrder order, List<String> columns, long count, Map<String, Object> more) {
        keep("records-exported", order, columns, count, more);
    }

    /** What a job had kept was fetched. */
    void fetched(ExportOrder order, List<String> columns, long count, UUID job) {
        keep("export-downloaded", order, columns, count, Map.of("job", job.toString()));
    }

    private void keep(String kind, ExportOrder order, List<String> columns, long count, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("format", order.format().code());
        details.put("count", count);
        details.put("attributes", columns);
        if (order.filter() != null) {
            details.put("filter", order.filter());
        }
        trail.keep(new AuditEvent(kind, order.object(), null, order.ids() == null ? List.of() : order.ids(), details));
    }
}
