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

/** The table of browser sessions. */
public final class SessionTable {

    public static final Table<Record> SESSION = table(name("session"));
    public static final Field<byte[]> ID = field(name("session", "id"), SQLDataType.BLOB);
    public static final Field<UUID> TENANT = field(name("session", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("session", "person_id"), SQLDataType.UUID);
    public static final Field<String> CSRF = field(name("session", "csrf"), SQLDataType.CLOB);
    public static final Field<OffsetDateTime> CREATED = time("created_at");
    public static final Field<OffsetDateTime> LAST_SEEN = time("last_seen_at");
    public static final Field<OffsetDateTime> EXPIRES = time("expires_at");
    public static final Field<String> USER_AGENT = field(name("session", "user_agent"), SQLDataType.CLOB);
    public static final Field<String> ADDRESS = field(name("session", "address"), SQLDataType.CLOB);

    /** Null where the person has proved who they are only when the session began. */
    public static final Field<OffsetDateTime> CONFIRMED = time("confirmed_at");
    /** Null for a password. */
    public static final Field<String> MEANS = field(name("session", "means"), SQLDataType.CLOB);

    /** The person with whose eyes an administrator looks; null for their own. */
    public static final Field<UUID> SEEN_AS = field(name("session", "seen_as"), SQLDataType.UUID);

    private SessionTable() {}

    private static Field<OffsetDateTime> time(String column) {
        return field(name("session", column), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
