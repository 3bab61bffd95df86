package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.ObjectType;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;

/** Rows that are not stored yet, as a table that looks like that of their object, so that conditions can be asked of them. */
public final class DraftedRows {

    private DraftedRows() {}

    /** @param rows an array of objects with a member for each column; the tenant's id is one of them */
    public static Table<Record> of(ObjectType type, String alias, String rows) {
        return table("jsonb_populate_recordset(null::" + Insert.quoted(type.table()) + ", {0})", val(JSONB.valueOf(rows))).as(name(alias));
    }
}
