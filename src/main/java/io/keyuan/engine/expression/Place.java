package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.query.RecordTables;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where the attributes of a path are looked up: in the row itself, or in a record that a reference leads to.
 *
 * @param records where records are looked for
 * @param hop how one gets there; null for the row itself
 */
record Place(RecordTables records, ObjectType type, String alias, @Nullable Hop hop) {

    /**
     * @param link the column that holds the id of the record
     * @param visible which records of the place the caller may read: others are as if the reference led nowhere
     */
    record Hop(Place from, Field<UUID> link, Condition visible) {}

    /** Hops from the row to here. */
    int distance() {
        return hop == null ? 0 : hop.from.distance() + 1;
    }

    /** What was found of a record here, said of the row. */
    Truth seenFromRow(Truth test) {
        return hop == null ? test : Truth.known(reached(hop, test.holds()));
    }

    /** Whether there is any such record here, of those that are tied to the row. */
    Truth some(Condition tie, Truth test) {
        return Truth.known(exists(selectOne()
                .from(records.of(type, alias))
                .where(records.there(alias), tie, test.holds())));
    }

    /**
     * By EXISTS, not by {@code id in (select …)}. Both become the same semi-join, but EXISTS is never unknown, so its
     * contrary becomes an anti-join: 0.7 ms for a page where NOT IN took 75 ms, and lost the rows without a reference (a
     * million rows that point to 200,000).
     */
    private Condition reached(Hop hop, Condition condition) {
        var found = exists(selectOne()
                .from(records.of(type, alias))
                .where(records.there(alias), hop.visible, condition)
                .and(Tables.uuid(alias, "id").eq(hop.link)));
        return hop.from.hop == null ? found : hop.from.reached(hop.from.hop, found);
    }
}
