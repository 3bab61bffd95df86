package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What somebody wrote to those they gave records to, once for all that one operation gave. */
@Repository
class GivingNotes {

    static final int LONGEST = 1_000;

    private static final Field<UUID> OPERATION = Tables.uuid("n", "operation_id");
    private static final Field<String> NOTE = Tables.text("n", "note");

    private final DSLContext sql;

    GivingNotes(DSLContext sql) {
        this.sql = sql;
    }

    /** @throws Problem where it is too long, or nothing that can be stored */
    static @Nullable String checked(@Nullable String note) {
        try {
            return note == null || note.isBlank() ? null : TextType.lines(note, LONGEST);
        } catch (BadValue bad) {
            throw Problem.of(ProblemKind.RULE_BROKEN, new Fault("note", bad.code(), bad.args()));
        }
    }

    /** Keeps it for the operation the caller is in; once is enough. */
    void keep(String note) {
        Caller caller = Caller.current();
        sql.insertInto(table(name("assignment_note")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID), field(name("operation_id"), SQLDataType.UUID),
                        field(name("note"), SQLDataType.CLOB))
                .values(caller.tenant(), Objects.requireNonNull(caller.operation()), note)
                .onConflictDoNothing()
                .execute();
    }

    Map<UUID, String> of(Collection<UUID> operations) {
        return operations.isEmpty() ? Map.of() : sql.select(OPERATION, NOTE)
                .from(Tables.of("assignment_note", "n"))
                .where(Tables.ofTenant("n"))
                .and(OPERATION.eq(org.jooq.impl.DSL.any(operations.toArray(UUID[]::new))))
                .fetchMap(OPERATION, NOTE);
    }
}
