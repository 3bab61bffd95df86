package io.keyuan.engine.asof;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.DraftedRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What some records of an object were. */
public final class States {

    private final ObjectType type;
    private final Map<UUID, State> states;

    States(ObjectType type, Map<UUID, State> states) {
        this.type = type;
        this.states = states;
    }

    ObjectType type() {
        return type;
    }

    int size() {
        return states.size();
    }

    /** All of them, those that were not there too. */
    Set<UUID> ids() {
        return states.keySet();
    }

    /** Those that were there, whoever sees them. */
    public List<Row> all() {
        return states.values().stream().filter(State::isThere).map(State::row).toList();
    }

    /** Null where it was not there, or is not there for the caller. */
    public @Nullable Row reached(UUID id) {
        State state = states.get(id);
        return state != null && state.isThere() && state.isReached() ? state.row() : null;
    }

    /** For {@link DraftedRows}. */
    List<Map<String, Object>> cells(Parts.Which which) {
        return states.values().stream()
                .filter(state -> which == Parts.Which.MADE || state.isThere())
                .filter(state -> which != Parts.Which.REACHED || state.isReached())
                .map(state -> DraftedRows.row(type, state.row()::get))
                .toList();
    }
}
