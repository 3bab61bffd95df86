package io.keyuan.identity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of people, as far as signing in reads it; their records are read and written by the engine. */
public final class PersonTable {

    public static final Table<Record> PERSON = table(name("person"));
    public static final Field<UUID> TENANT = field(name("person", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> ID = field(name("person", "id"), SQLDataType.UUID);
    public static final Field<String> NAME = field(name("person", "name"), SQLDataType.CLOB);
    public static final Field<String> LOGIN = field(name("person", "login"), SQLDataType.CLOB);
    public static final Field<String> EMAIL = field(name("person", "email"), SQLDataType.CLOB);
    public static final Field<Boolean> ADMINISTRATOR = field(name("person", "administrator"), SQLDataType.BOOLEAN);
    public static final Field<OffsetDateTime> CREATED = field(name("person", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    public static final Field<String> PHONE = field(name("person", "phone"), SQLDataType.CLOB);

    private static final String SERVICE = "service";
    private static final Field<String> ACCOUNT = field(name("person", "account"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> DELETED = field(name("person", "deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private PersonTable() {}

    /** Whoever is disabled or deleted is nobody, whatever they still hold. */
    public static Condition maySignIn() {
        return ACCOUNT.eq("active").and(alive());
    }

    /** Programs of service accounts act, though nobody signs in with one. */
    public static Condition mayAct() {
        return ACCOUNT.in("active", SERVICE).and(alive());
    }

    public static Condition isService() {
        return ACCOUNT.eq(SERVICE);
    }

    public static Condition alive() {
        return DELETED.isNull();
    }

    /** Logins are the same whatever their case. */
    public static Condition hasLogin(String login) {
        return lower(LOGIN).eq(login.strip().toLowerCase(Locale.ROOT));
    }
}
