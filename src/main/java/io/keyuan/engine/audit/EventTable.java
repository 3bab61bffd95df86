package io.keyuan.engine.audit;

import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of events. */
final class EventTable {

    static final String NAME = "audit_event";
    static final Table<Record> EVENT = DSL.table(DSL.name(NAME));
    static final Field<UUID> TENANT = column("tenant_id", SQLDataType.UUID);
    static final Field<UUID> ID = column("id", SQLDataType.UUID);
    static final Field<OffsetDateTime> AT = column("at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<UUID> ACTOR = column("actor", SQLDataType.UUID);
    static final Field<UUID> SEEN_AS = column("seen_as", SQLDataType.UUID);
    static final Field<String> KIND = column("kind", SQLDataType.CLOB);
    static final Field<String> OBJECT = column("object", SQLDataType.CLOB);
    static final Field<UUID> RECORD = column("record_id", SQLDataType.UUID);
    static final Field<UUID[]> RECORDS = column("records", SQLDataType.UUID.array());
    static final Field<JSONB> DETAILS = column("details", SQLDataType.JSONB);
    static final Field<String> ADDRESS = column("address", SQLDataType.CLOB);
    static final Field<String> REQUEST = column("request", SQLDataType.CLOB);
    static final Field<UUID> TOKEN = column("token_id", SQLDataType.UUID);
    static final Field<Long> POSITION = column("position", SQLDataType.BIGINT);

    private EventTable() {}

    private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
        return DSL.field(DSL.name(name), type);
    }

    static Table<Record> as(String alias) {
        return Tables.of(NAME, alias);
    }
}
