package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
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
        return transactionOf("c");
    }

    /** @param alias of the change log, or its own name */
    public static Field<String> transactionOf(String alias) {
        return field(name(alias, "transaction_id")).cast(SQLDataType.CLOB);
    }

    /** Rows of the change log, under the alias {@code c}, that were written by one of these transactions. */
    public static Condition in(Collection<String> transactions) {
        return condition("c.transaction_id = any({0}::text[]::xid8[])", val(transactions.toArray(String[]::new)));
    }

    public static SortField<?> order() {
        return field("c.transaction_id").asc();
    }
}
