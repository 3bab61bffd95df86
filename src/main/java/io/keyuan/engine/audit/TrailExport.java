package io.keyuan.engine.audit;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.tables.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes what is looked for as a table, a page at a time, however long it is. */
@Component
class TrailExport {

    private static final List<String> COLUMNS =
            List.of("at", "by", "kind", "object", "record", "recordId", "details", "address", "request", "id");

    private final TrailSearch search;
    private final TrailView view;
    private final TrailWords words;
    private final Messages messages;
    private final ObjectTypes types;
    private final TrailNaming naming;
    private final AuditTrail trail;

    TrailExport(
            TrailSearch search, TrailView view, TrailWords words, Messages messages, ObjectTypes types, TrailNaming naming, AuditTrail trail) {
        this.search = search;
        this.view = view;
        this.words = words;
        this.messages = messages;
        this.types = types;
        this.naming = naming;
        this.trail = trail;
    }

    /** Before the first byte, so that it is told even if the reader goes away. */
    void announce(AuditQuery query, String file) {
        Map<String, Object> details = new LinkedHashMap<>(query.told());
        details.put("file", file);
        trail.keep(AuditEvent.of("audit-exported", details));
    }

    /** Closes the stream only where all was written: what breaks off must not look whole to who loads it. */
    void write(AuditQuery query, OutputStream out) throws IOException {
        Locale language = Caller.current().locale();
        TableWriter table = TableWriter.safe(out);
        table.write(COLUMNS.stream().map(column -> messages.text(language, "trail.column." + column)).toList());
        for (AuditQuery next = query; next != null; ) {
            TrailSearch.Found page = search.find(next);
            TrailNames names = naming.of(page.rows());
            page.rows().forEach(row -> table.write(cells(language, row, names)));
            // What leaves in pieces is kept in pieces.
            Disclosures.keep(trail);
            next = page.next() == null ? null : next.before(page.next(), query.limit());
        }
        table.close();
    }

    private List<String> cells(Locale language, Kept row, TrailNames names) {
        ObjectType type = row.object() == null ? null : types.byName(row.object());
        String record = row.record() == null ? null : names.title(row.record());
        return Stream.of(
                        row.at(), view.person(row.actor(), names).get("title"), words.kind(language, row.kind()),
                        row.object() == null ? null : words.object(language, row.object()), record,
                        row.record() == null ? String.join(" ", row.records().stream().map(Object::toString).toList()) : row.record(),
                        words.line(language, row, names, view.readable(row, type)), row.address(), row.request(), row.id())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
