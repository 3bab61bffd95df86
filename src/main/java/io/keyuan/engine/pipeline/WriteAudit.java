package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Era;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.PositionedInsert;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps who changed what from what to what: enough to tell a record's story and to rebuild it as of any moment. */
@Component
final class WriteAudit implements Storing {

    private static final List<Column> COLUMNS = List.of(
            column("id", "uuid"),
            column("at", "timestamptz"),
            column("actor", "uuid"),
            column("object", "text"),
            column("record_id", "uuid"),
            column("action", "text"),
            column("version", "bigint"),
            column("operation_id", "uuid"),
            column("anchor_id", "uuid"),
            column("before", "jsonb"),
            column("after", "jsonb"));

    private final Json json;
    private final Era era;
    private final PositionedInsert insert = new PositionedInsert("audit", COLUMNS);

    WriteAudit(Json json, Era era) {
        this.json = json;
        this.era = era;
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        List<Draft> drafts = batch.live().where(Draft::isEffective).drafts();
        if (drafts.isEmpty()) {
            return;
        }
        @Nullable Object[][] values = new Object[COLUMNS.size()][drafts.size()];
        for (int row = 0; row < drafts.size(); row++) {
            @Nullable Object[] cells = row(drafts.get(row));
            for (int column = 0; column < cells.length; column++) {
                java.util.Objects.requireNonNull(values[column])[row] = cells[column];
            }
        }
        changes.add(insert.of(era.current(), values));
    }

    private static @Nullable UUID anchor(Draft draft) {
        Attribute<Ref> anchor = draft.type().anchor();
        Ref ref = anchor == null ? null : draft.get(anchor);
        return ref == null ? null : ref.id();
    }

    private @Nullable Object[] row(Draft draft) {
        Caller caller = Caller.current();
        List<Attribute<?>> told = draft.changes().stream().filter(attribute -> !attribute.isSystem()).toList();
        boolean changed = draft.action() == Draft.Action.UPDATE;
        return new @Nullable Object[] {
            Ids.next(),
            java.util.Objects.requireNonNull(draft.get(draft.type().updatedAt)).atOffset(java.time.ZoneOffset.UTC),
            draft.by(),
            draft.type().name(),
            draft.id(),
            draft.action().name().toLowerCase(Locale.ROOT),
            draft.get(draft.type().version),
            caller.operation(),
            anchor(draft),
            changed ? json.text(Json.before(draft, told)) : null,
            told.isEmpty() ? null : json.text(Json.after(draft, told))
        };
    }
}
