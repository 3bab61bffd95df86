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

    /**
     * Transactions of an era are counted from its number times this. A server gives out so many in thirty years, at a
     * thousand each second.
     */
    private static final long ERA = 1L << 40;

    /** The number under which the current transaction stands in the change log; {@code {0}} is the era's {@link #offset}. */
    static final String CURRENT = "((pg_current_xact_id()::text::bigint + {0})::text)::xid8";

    /** @param era how often the tenant's data came back from a backup: to a server that counts from its own beginning */
    static long offset(int era) {
        return era * ERA;
    }

    /**
     * Rows of the change log whose transaction no longer runs, nor any that began before it: nothing can appear among them.
     * Those of earlier eras ended on another server.
     */
    public static Condition settled(int era) {
        return condition(
                "c.transaction_id < ((pg_snapshot_xmin(pg_current_snapshot())::text::bigint + {0})::text)::xid8", val(offset(era)));
    }

    /** The position of the current transaction among all of a tenant: those that began later have a higher one. */
    public static Field<Long> position(int era) {
        return field("pg_current_xact_id()::text::bigint + {0}", SQLDataType.BIGINT, val(offset(era)));
    }

    /** Below it no transaction runs any more: nothing can appear among rows of lower positions. */
    public static Field<Long> horizon(int era) {
        return field("pg_snapshot_xmin(pg_current_snapshot())::text::bigint + {0}", SQLDataType.BIGINT, val(offset(era)));
    }

    /** No transaction has this position or a higher one yet. */
    public static Field<Long> next(int era) {
        return field("pg_snapshot_xmax(pg_current_snapshot())::text::bigint + {0}", SQLDataType.BIGINT, val(offset(era)));
    }

    /** Rows of the change log after a position. */
    public static Condition after(long transaction, long sequence) {
        return condition(
                "(c.transaction_id, c.sequence) > ({0}::text::xid8, {1})",
                val(Long.toUnsignedString(transaction)), val(sequence));
    }

    /** Whether the change log has rows after the position that stands in a row, of the same tenant. */
    public static Condition anyAfter(String alias) {
        String position = alias + ".transaction_id::text::xid8, " + alias + ".sequence";
        return condition("exists (select 1 from change_log c where c.tenant_id = " + alias + ".tenant_id"
                + " and (c.transaction_id, c.sequence) > (" + position + "))");
    }

    public static Field<String> transaction() {
        return field("c.transaction_id::text", SQLDataType.CLOB);
    }

    public static SortField<?> order() {
        return field("c.transaction_id").asc();
    }
}
