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

/** The table of programs' tokens. */
public final class TokenTable {

    public static final Table<Record> TOKEN = table(name("token"));
    public static final Field<UUID> TENANT = field(name("token", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> ID = field(name("token", "id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("token", "person_id"), SQLDataType.UUID);
    public static final Field<String> NAME = field(name("token", "name"), SQLDataType.CLOB);
    public static final Field<byte[]> HASH = field(name("token", "hash"), SQLDataType.BLOB);
    public static final Field<String> PREFIX = field(name("token", "prefix"), SQLDataType.CLOB);
    public static final Field<OffsetDateTime> CREATED = time("created_at");
    public static final Field<OffsetDateTime> EXPIRES = time("expires_at");
    public static final Field<OffsetDateTime> LAST_USED = time("last_used_at");

    public static final Field<UUID> ROLE = field(name("token", "role_id"), SQLDataType.UUID);
    public static final Field<Boolean> READ_ONLY = field(name("token", "read_only"), SQLDataType.BOOLEAN);

    private TokenTable() {}

    private static Field<OffsetDateTime> time(String column) {
        return field(name("token", column), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
