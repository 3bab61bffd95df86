package io.keyuan.identity.tenant;

import static io.keyuan.identity.User.USER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Column;
import io.keyuan.engine.Ref;
import io.keyuan.identity.table.PersonTable;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes the one record that cannot go through the pipeline: before it there is nobody to act as. */
@Repository
class FirstPerson {

    private static final String NAME = "管理员";

    private final DSLContext sql;

    FirstPerson(DSLContext sql) {
        this.sql = sql;
    }

    /** @param id also the current caller's */
    void add(UUID id, String login, OffsetDateTime now) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(field(name("tenant_id")), val(Caller.current().tenant()));
        put(row, USER.id, id);
        put(row, USER.version, 1L);
        put(row, USER.createdAt, now.toInstant());
        put(row, USER.createdBy, Ref.to(id));
        put(row, USER.updatedAt, now.toInstant());
        put(row, USER.updatedBy, Ref.to(id));
        put(row, USER.name, NAME);
        put(row, USER.login, login);
        put(row, USER.account, Choice.of("active"));
        put(row, USER.administrator, true);
        sql.insertInto(PersonTable.PERSON, row.keySet()).values(row.values()).execute();
    }

    private static <T> void put(Map<Field<?>, @Nullable Object> row, Attribute<T> attribute, T value) {
        List<Column> columns = attribute.columns();
        @Nullable Object[] cells = new Object[columns.size()];
        attribute.type().bind(value, cells);
        for (int i = 0; i < cells.length; i++) {
            row.put(field(name(columns.get(i).name())), cells[i]);
        }
    }
}
