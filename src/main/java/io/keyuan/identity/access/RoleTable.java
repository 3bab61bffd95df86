package io.keyuan.identity.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The tables of roles and of who has them. */
final class RoleTable {

    static final String ROLE = "role";
    static final String OF_PEOPLE = "person_role";

    static final Field<UUID> ID = field(name("r", "id"), SQLDataType.UUID);
    static final Field<Long> VERSION = field(name("r", "version"), SQLDataType.BIGINT);
    static final Field<@Nullable String> CODE = field(name("r", "code"), SQLDataType.CLOB);
    static final Field<@Nullable String> NAME = field(name("r", "name"), SQLDataType.CLOB);
    static final Field<@Nullable String> DESCRIPTION = field(name("r", "description"), SQLDataType.CLOB);
    static final Field<Boolean> INITIAL = field(name("r", "initial"), SQLDataType.BOOLEAN);
    static final Field<@Nullable JSONB> GRANTS = field(name("r", "grants"), SQLDataType.JSONB);
    static final List<Field<?>> COLUMNS = List.of(ID, VERSION, CODE, NAME, DESCRIPTION, INITIAL, GRANTS);

    static final Table<Record> TABLE = table(name(ROLE));
    static final Field<?>[] SEEDED = {
        own("tenant_id", UUID.class), own("id", UUID.class), own("version", Long.class), own("code", String.class),
        own("place", Long.class), own("initial", Boolean.class), own("created_at", OffsetDateTime.class), own("updated_at", OffsetDateTime.class)
    };

    private RoleTable() {}

    static <T> Field<T> own(String column, Class<T> type) {
        return field(name(column), type);
    }

    /** @throws IllegalStateException where a role has neither grants nor a code this release knows */
    static ReadyMade readyMade(@Nullable String code) {
        return Arrays.stream(ReadyMade.values())
                .filter(ready -> ready.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ready-made role is called " + code));
    }
}
