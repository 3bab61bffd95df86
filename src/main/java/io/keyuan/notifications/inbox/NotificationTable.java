package io.keyuan.notifications.inbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of notifications and its columns. */
final class NotificationTable {

    private static final String NAME = "notification";

    static final Table<Record> NOTIFICATION = table(name(NAME));
    static final Field<UUID> TENANT = uuid("tenant_id");
    static final Field<UUID> ID = uuid("id");
    static final Field<UUID> PERSON = uuid("person_id");
    static final Field<String> KIND = text("kind");
    static final Field<String> SOURCE = text("source");
    static final Field<String> OBJECT = text("object");
    static final Field<UUID> RECORD = uuid("record_id");
    static final Field<UUID> BY = uuid("by_id");
    static final Field<Integer> COUNT = field(name(NAME, "count"), SQLDataType.INTEGER);
    static final Field<JSONB> DETAILS = field(name(NAME, "details"), SQLDataType.JSONB);
    static final Field<Boolean> SHOWN = field(name(NAME, "shown"), SQLDataType.BOOLEAN);
    static final Field<OffsetDateTime> AT = time("at");
    static final Field<OffsetDateTime> READ = time("read_at");
    static final Field<OffsetDateTime> MAIL_DUE = time("mail_due_at");

    private NotificationTable() {}

    private static Field<UUID> uuid(String column) {
        return field(name(NAME, column), SQLDataType.UUID);
    }

    private static Field<String> text(String column) {
        return field(name(NAME, column), SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String column) {
        return field(name(NAME, column), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
