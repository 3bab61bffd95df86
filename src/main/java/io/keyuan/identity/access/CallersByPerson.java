package io.keyuan.identity.access;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.identity.table.PersonTable;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes callers of people as they are now: somebody who was disabled since then acts no more. */
@Component
final class CallersByPerson implements Callers {

    private final DSLContext sql;

    CallersByPerson(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public @Nullable Caller of(UUID tenant, UUID person, Locale language) {
        return AcrossTenants.call("nobody is bound before it is known who", () -> sql.select(PersonTable.ADMINISTRATOR)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(tenant))
                .and(PersonTable.ID.eq(person))
                .and(PersonTable.maySignIn())
                .fetchOne(row -> new Caller(tenant, person, row.value1(), language, null)));
    }
}
