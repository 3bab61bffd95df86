package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.SQLDataType;

/** What is visible to whom, in the terms of PostgreSQL's transactions. */
public final class Snapshots {

    private Snapshots() {}

    /** Rows of the change log whose transaction no longer runs, nor any that began before it: nothing can appear among them. */
    public static Condition settled() {
        return condition("c.transaction_id < pg_snapshot_xmin(pg_current_snapshot())");
    }

    /** Rows of the change log after a position. */
    public static Condition after(long transaction, long sequence) {
        return condition(
                "(c.transaction_id, c.sequence) > ({0}::text::xid8, {1})",
                val(Long.toUnsignedString(transaction)), val(sequence));
    }

    public static Field<String> transaction() {
        return field("c.transaction_id::text", SQLDataType.CLOB);
    }

    public static SortField<?> order() {
        return field("c.transaction_id").asc();
    }
}
