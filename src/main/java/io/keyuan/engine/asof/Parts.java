package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.sql.DraftedRows;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import tools.jackson.databind.json.JsonMapper;

/** The records of an object at a moment: those of the table that are today what they were, and the others, rebuilt. */
public final class Parts {

    private final Instant moment;
    private final States changed;
    private final JsonMapper json;
    /** A page, its count and whatever points there want the same rows. */
    private final Map<Boolean, String> written = new HashMap<>();

    Parts(Instant moment, States changed, JsonMapper json) {
        this.moment = moment;
        this.changed = changed;
        this.json = json;
    }

    /** The rows of the table that are today what they were. */
    public Condition untouched(String alias) {
        Set<UUID> ids = changed.ids();
        Condition standing = Tables.ofTenant(alias)
                .and(Tables.alive(alias))
                .and(Tables.time(alias, "created_at").le(Tables.bound(moment)));
        return ids.isEmpty()
                ? standing
                : standing.and(Tables.uuid(alias, "id").notIn(select(Tables.elements(val(ids.toArray(UUID[]::new))))));
    }

    /** The others, as a table that looks like that of the object; of the current tenant. */
    public Table<Record> rebuilt(String alias, boolean reachedOnly) {
        return DraftedRows.of(changed.type(), alias, written.computeIfAbsent(reachedOnly, some -> json.writeValueAsString(changed.cells(some))));
    }
}
