package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.field;

import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.springframework.modulith.NamedInterface;

/** Columns that hold documents. */
@NamedInterface("tables")
public final class Documents {

    private Documents() {}

    /** The names of a document's members, each as a row of what selects them; no row where there is no document. */
    public static Field<String> names(Field<JSONB> document) {
        return field("jsonb_object_keys({0})", SQLDataType.CLOB, document);
    }
}
