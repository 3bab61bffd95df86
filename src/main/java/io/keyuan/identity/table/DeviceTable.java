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

/** The table of browsers somebody has signed in with. */
public final class DeviceTable {

    public static final Table<Record> DEVICE = table(name("known_device"));
    public static final Field<UUID> TENANT = field(name("known_device", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("known_device", "person_id"), SQLDataType.UUID);
    public static final Field<byte[]> HASH = field(name("known_device", "hash"), SQLDataType.BLOB);
    public static final Field<OffsetDateTime> LAST_SEEN = field(name("known_device", "last_seen_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private DeviceTable() {}
}
