package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.duplicates.KeyRows;
import io.keyuan.engine.sql.DataChange;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the keys under which a record is found when one like it comes, in the transaction that changes the record. */
@Component
final class WriteKeys implements Storing {

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        if (batch.type().sameness() == null) {
            return;
        }
        List<KeyRows.Change> records = batch.live().where(WriteKeys::isFoundOtherwise).stream().map(WriteKeys::change).toList();
        if (!records.isEmpty()) {
            KeyRows.write(batch.type(), records, changes);
        }
    }

    private static boolean isFoundOtherwise(Draft draft) {
        return draft.action() != Draft.Action.UPDATE || draft.changes().stream().anyMatch(KeyRows::matters);
    }

    private static KeyRows.Change change(Draft draft) {
        return switch (draft.action()) {
            case CREATE, RESTORE -> new KeyRows.Change(draft.id(), null, draft::get);
            case UPDATE -> new KeyRows.Change(draft.id(), draft::old, draft::get);
            case DELETE -> new KeyRows.Change(draft.id(), draft::old, null);
        };
    }
}
