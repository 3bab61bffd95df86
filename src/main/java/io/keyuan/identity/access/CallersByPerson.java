package io.keyuan.identity.access;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.identity.table.PersonTable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        return of(tenant, Set.of(person), language).get(person);
    }

    @Override
    public Map<UUID, Caller> of(UUID tenant, Set<UUID> people, Locale language) {
        return AcrossTenants.call("nobody is bound before it is known who", () -> sql.select(PersonTable.ID, PersonTable.ADMINISTRATOR)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(tenant))
                .and(PersonTable.ID.eq(any(people.toArray(UUID[]::new))))
                .and(PersonTable.mayAct())
                .fetchMap(row -> row.value1(), row -> new Caller(tenant, row.value1(), row.value2(), language, null)));
    }
}
