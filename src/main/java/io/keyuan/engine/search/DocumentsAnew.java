package io.keyuan.engine.search;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Delete;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes documents of records as they are now; the records are locked meanwhile, so that none changes in between. */
@Component
class DocumentsAnew {

    private static final Delete DELETE = new Delete(DocumentRows.TABLE, "record_id");

    private final DSLContext sql;
    private final Statements statements;
    private final SearchedValues values;

    DocumentsAnew(DSLContext sql, Statements statements, SearchedValues values) {
        this.sql = sql;
        this.statements = statements;
        this.values = values;
    }

    /** In the current transaction; what is not there any more has no document either. */
    void write(ObjectType type, List<UUID> ids) {
        List<DocumentRows.Source> sources = read(type, ids);
        Set<UUID> gone = new HashSet<>(ids);
        sources.forEach(source -> gone.remove(source.id()));
        List<DataChange> changes = new ArrayList<>();
        if (!sources.isEmpty()) {
            changes.add(DocumentRows.write(sources));
        }
        if (!gone.isEmpty()) {
            changes.add(DELETE.of(List.copyOf(gone)));
        }
        statements.execute(changes);
    }

    /** Of records of objects that this release does not know. */
    void remove(List<UUID> ids) {
        statements.execute(List.of(DELETE.of(ids)));
    }

    private List<DocumentRows.Source> read(ObjectType type, List<UUID> ids) {
        List<Attribute<?>> attributes = type.attributes().stream()
                .filter(attribute -> attribute.equals(type.id) || DocumentRows.matters(attribute))
                .toList();
        var reader = new Reader(type, attributes);
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .orderBy(Tables.uuid("t", "id"))
                .forShare());
        SearchedValues.OfObject worded = values.of(type);
        return rows.stream().map(row -> new DocumentRows.Source(type, attributes, Objects.requireNonNull(row.get(type.id)), worded.of(row::get))).toList();
    }
}
