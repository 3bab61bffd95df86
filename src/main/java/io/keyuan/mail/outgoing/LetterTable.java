package io.keyuan.mail.outgoing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of letters and its columns. */
final class LetterTable {

    private static final String NAME = "mail_letter";

    static final Table<Record> LETTER = table(name(NAME));
    static final Field<UUID> TENANT = field(name(NAME, "tenant_id"), SQLDataType.UUID);
    static final Field<UUID> ID = field(name(NAME, "id"), SQLDataType.UUID);
    static final Field<String> TO = text("to_address");
    static final Field<String> TO_NAME = text("to_name");
    static final Field<String> SUBJECT = text("subject");
    static final Field<String> CONTENT = text("content");
    static final Field<String> STATE = text("state");
    static final Field<Integer> ATTEMPTS = field(name(NAME, "attempts"), SQLDataType.INTEGER);
    static final Field<OffsetDateTime> DUE = time("due_at");
    static final Field<String> TROUBLE = text("trouble");
    static final Field<String> REPLY = text("reply");
    static final Field<OffsetDateTime> CREATED = time("created_at");
    static final Field<OffsetDateTime> SENT = time("sent_at");

    private LetterTable() {}

    private static Field<String> text(String column) {
        return field(name(NAME, column), SQLDataType.CLOB);
    }

    private static Field<OffsetDateTime> time(String column) {
        return field(name(NAME, column), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }
}
