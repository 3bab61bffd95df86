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

/** The table of second factors. */
public final class SecondFactorTable {

    public static final Table<Record> FACTOR = table(name("second_factor"));
    public static final Field<UUID> TENANT = field(name("second_factor", "tenant_id"), SQLDataType.UUID);
    public static final Field<UUID> PERSON = field(name("second_factor", "person_id"), SQLDataType.UUID);
    public static final Field<String> SECRET = field(name("second_factor", "secret"), SQLDataType.CLOB);
    public static final Field<OffsetDateTime> MADE = field(name("second_factor", "made_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    public static final Field<OffsetDateTime> CONFIRMED = field(name("second_factor", "confirmed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    public static final Field<Long> USED_STEP = field(name("second_factor", "used_step"), SQLDataType.BIGINT);

    private SecondFactorTable() {}
}
