package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Draft;
import io.keyuan.engine.search.DocumentRows;
import io.keyuan.engine.search.SearchedValues;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Delete;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the document under which a record is found, in the transaction that changes the record. */
@Component
final class WriteSearch implements Storing {

    private final Delete delete = new Delete(DocumentRows.TABLE, "record_id");
    private final SearchedValues values;

    WriteSearch(SearchedValues values) {
        this.values = values;
    }

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        if (!batch.type().can(Capability.SEARCHABLE)) {
            return;
        }
        List<Draft> found = batch.live().where(WriteSearch::isFoundOtherwise).drafts();
        if (!found.isEmpty()) {
            SearchedValues.OfObject worded = values.of(batch.type());
            List<Attribute<?>> attributes = batch.type().attributes();
            changes.add(DocumentRows.write(found.stream()
                    .map(draft -> new DocumentRows.Source(draft.type(), attributes, draft.id(), worded.of(draft::get)))
                    .toList()));
        }
        List<UUID> gone = batch.live(Draft.Action.DELETE).stream().map(Draft::id).toList();
        if (!gone.isEmpty()) {
            changes.add(delete.of(gone));
        }
    }

    private static boolean isFoundOtherwise(Draft draft) {
        return switch (draft.action()) {
            case CREATE, RESTORE -> true;
            case UPDATE -> draft.changes().stream().anyMatch(DocumentRows::matters);
            case DELETE -> false;
        };
    }
}
