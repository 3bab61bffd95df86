package io.keyuan.identity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of what people have chosen for themselves. */
public final class PreferenceTable {

    public static final Table<Record> PREFERENCE = table(name("preference"));
    public static final Field<UUID> TENANT = field(name("preference", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("preference", "person_id"), SQLDataType.UUID);
    public static final Field<String> LANGUAGE = field(name("preference", "language"), SQLDataType.CLOB);

    private PreferenceTable() {}
}
