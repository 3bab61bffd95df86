package io.keyuan.identity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of what stands in for a lost second factor. */
public final class RecoveryCodeTable {

    public static final Table<Record> CODE = table(name("recovery_code"));
    public static final Field<UUID> TENANT = field(name("recovery_code", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("recovery_code", "person_id"), SQLDataType.UUID);
    public static final Field<byte[]> HASH = field(name("recovery_code", "hash"), SQLDataType.BLOB);
    public static final Field<byte[]> SALT = field(name("recovery_code", "salt"), SQLDataType.BLOB);

    private RecoveryCodeTable() {}
}
