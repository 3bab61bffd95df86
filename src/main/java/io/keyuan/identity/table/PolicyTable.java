package io.keyuan.identity.table;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table of what companies demand of those who sign in. */
public final class PolicyTable {

    public static final Table<Record> POLICY = table(name("sign_in_policy"));
    public static final Field<UUID> TENANT = field(name("sign_in_policy", "tenant_id"), SQLDataType.UUID);
    public static final Field<String> SECOND_FACTOR = field(name("sign_in_policy", "second_factor"), SQLDataType.CLOB);
    public static final Field<Integer> IDLE_MINUTES = field(name("sign_in_policy", "idle_minutes"), SQLDataType.INTEGER);
    public static final Field<Integer> LONGEST_HOURS = field(name("sign_in_policy", "longest_hours"), SQLDataType.INTEGER);

    private PolicyTable() {}
}
