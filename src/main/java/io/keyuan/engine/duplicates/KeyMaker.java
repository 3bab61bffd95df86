package io.keyuan.engine.duplicates;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives records their keys that an older release wrote, or another program. */
@Component
class KeyMaker {

    static final int PIECE = 2_000;

    private final ComparedRows rows;
    private final KeyStore keys;
    private final Statements statements;

    KeyMaker(ComparedRows rows, KeyStore keys, Statements statements) {
        this.rows = rows;
        this.keys = keys;
        this.statements = statements;
    }

    boolean isDone(ObjectType type) {
        Long shape = keys.shape(type);
        return shape != null && shape == KeyRows.SHAPE;
    }

    /**
     * The next records after one of them, in the current transaction.
     *
     * @return the last of them; null where none is left
     */
    @Nullable Step step(ObjectType type, @Nullable UUID passed) {
        List<Row> next = rows.next(type, passed, PIECE);
        List<DataChange> changes = new ArrayList<>();
        KeyRows.write(type, next.stream().map(row -> new KeyRows.Change(id(type, row), null, row::get)).toList(), changes);
        statements.execute(changes);
        if (next.size() < PIECE) {
            keys.made(type);
            return null;
        }
        return new Step(id(type, next.getLast()), next.size());
    }

    /** @param looked how many */
    record Step(UUID passed, int looked) {}

    private static UUID id(ObjectType type, Row row) {
        return Objects.requireNonNull(row.get(type.id));
    }
}
