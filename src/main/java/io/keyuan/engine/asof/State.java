package io.keyuan.engine.asof;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import java.util.Objects;
import java.util.UUID;

/** A record on its way back in time. */
final class State {

    private final Row row;
    private final boolean reached;
    private boolean there;

    /**
     * @param row all attributes of the record as it is; it is changed to what they were
     * @param reached whether the caller may see the record today, in the recycle bin if it is there
     */
    State(Row row, boolean reached) {
        this.row = row;
        this.reached = reached;
        this.there = row.get(row.type().deletedAt) == null;
    }

    Row row() {
        return row;
    }

    UUID id() {
        return Objects.requireNonNull(row.get(row.type().id));
    }

    boolean isReached() {
        return reached;
    }

    /** Whether the record had been made and was not in the recycle bin. */
    boolean isThere() {
        return there;
    }

    void there(boolean there) {
        this.there = there;
        ObjectType type = row.type();
        row.replace(type.deletedAt, null);
        row.replace(type.deletedBy, null);
    }
}
