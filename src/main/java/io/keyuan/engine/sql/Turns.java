package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Caller;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.modulith.NamedInterface;

/** Turns that transactions of the current caller's company take at something, on whatever node: each has it until it ends. */
@NamedInterface("tables")
public final class Turns {

    private Turns() {}

    /** Waits for the current transaction's turn. */
    public static void await(DSLContext sql, String what) {
        sql.select(function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, key(what))).fetch();
    }

    /** @return whether it is the current transaction's turn, since it is nobody else's */
    public static boolean take(DSLContext sql, String what) {
        return Boolean.TRUE.equals(sql.select(function(name("pg_try_advisory_xact_lock"), SQLDataType.BOOLEAN, key(what))).fetchOne(0, Boolean.class));
    }

    private static Field<Long> key(String what) {
        return function(name("hashtextextended"), SQLDataType.BIGINT, val(what + " " + Caller.current().tenant()), val(0L));
    }
}
