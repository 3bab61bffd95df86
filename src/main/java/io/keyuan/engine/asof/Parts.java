package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.sql.DraftedRows;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.EnumMap;
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
    private final Map<Which, String> written = new EnumMap<>(Which.class);

    /** Which records are meant. */
    enum Which {
        /** That were there, and that the caller sees today. */
        REACHED,
        /** That were there, whoever sees them. */
        THERE,
        /** That had been made, be it that they were in the recycle bin. */
        MADE
    }

    Parts(Instant moment, States changed, JsonMapper json) {
        this.moment = moment;
        this.changed = changed;
        this.json = json;
    }

    /** The rows of the table that are today what they were. */
    public Condition untouched(String alias) {
        return made(alias).and(Tables.alive(alias));
    }

    /** The same with those that were in the recycle bin, and are there still. */
    Condition made(String alias) {
        Set<UUID> ids = changed.ids();
        Condition standing = Tables.ofTenant(alias)
                .and(Tables.time(alias, "created_at").le(Tables.bound(moment)));
        return ids.isEmpty()
                ? standing
                : standing.and(Tables.uuid(alias, "id").notIn(select(Tables.elements(val(ids.toArray(UUID[]::new))))));
    }

    /** The others that were there and that the caller sees today, as a table that looks like that of the object; of the current tenant. */
    public Table<Record> rebuilt(String alias) {
        return rebuilt(alias, Which.REACHED);
    }

    Table<Record> rebuilt(String alias, Which which) {
        return DraftedRows.of(changed.type(), alias, written.computeIfAbsent(which, some -> json.writeValueAsString(changed.cells(some))));
    }
}
