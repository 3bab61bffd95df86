package io.keyuan.identity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of passwords. */
public final class CredentialTable {

    public static final Table<Record> CREDENTIAL = table(name("credential"));
    public static final Field<UUID> TENANT = field(name("credential", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("credential", "person_id"), SQLDataType.UUID);
    public static final Field<String> PASSWORD = field(name("credential", "password"), SQLDataType.CLOB);
    public static final Field<Boolean> MUST_CHANGE = field(name("credential", "must_change"), SQLDataType.BOOLEAN);
    public static final Field<OffsetDateTime> CHANGED = field(name("credential", "changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private CredentialTable() {}
}
