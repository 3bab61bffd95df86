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

/** The table of one-time links. */
public final class LinkTable {

    public static final Table<Record> LINK = table(name("account_link"));
    public static final Field<UUID> TENANT = field(name("account_link", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("account_link", "person_id"), SQLDataType.UUID);
    public static final Field<String> KIND = field(name("account_link", "kind"), SQLDataType.CLOB);
    public static final Field<byte[]> HASH = field(name("account_link", "hash"), SQLDataType.BLOB);
    public static final Field<OffsetDateTime> CREATED = field(name("account_link", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    public static final Field<OffsetDateTime> EXPIRES = field(name("account_link", "expires_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private LinkTable() {}
}
