package io.keyuan.engine.duplicates;

import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Statements;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that are erased are like no other any more, and nothing finds them. */
@Component
class ErasedDuplicates {

    private final ComparedRows rows;
    private final PairStore pairs;
    private final Positions positions;
    private final Statements statements;

    ErasedDuplicates(ComparedRows rows, PairStore pairs, Positions positions, Statements statements) {
        this.rows = rows;
        this.pairs = pairs;
        this.positions = positions;
        this.statements = statements;
    }

    @EventListener
    void on(RecordsErased erased) {
        if (erased.type().sameness() == null) {
            return;
        }
        List<DataChange> changes = new ArrayList<>();
        List<KeyRows.Change> gone = rows.of(erased.type(), erased.ids()).stream()
                .map(each -> new KeyRows.Change(each.id(), each.row()::get, null))
                .toList();
        KeyRows.write(erased.type(), gone, changes);
        statements.execute(changes);
        positions.hold();
        pairs.forget(erased.type(), erased.ids());
    }
}
