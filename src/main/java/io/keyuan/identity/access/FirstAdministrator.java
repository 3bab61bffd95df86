package io.keyuan.identity.access;

import static io.keyuan.identity.table.PersonTable.ADMINISTRATOR;
import static io.keyuan.identity.table.PersonTable.CREATED;
import static io.keyuan.identity.table.PersonTable.ID;
import static io.keyuan.identity.table.PersonTable.PERSON;
import static io.keyuan.identity.table.PersonTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Stewards;
import io.keyuan.identity.Founder;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.tenant.Tenants;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The administrator who has been there longest. */
@Component
class FirstAdministrator implements Founder, Stewards {

    private final Tenants tenants;
    private final DSLContext sql;

    FirstAdministrator(Tenants tenants, DSLContext sql) {
        this.tenants = tenants;
        this.sql = sql;
    }

    @Override
    public Optional<Caller> caller() {
        return tenants.first().flatMap(tenant -> administrator(tenant.id()));
    }

    @Override
    public @Nullable Caller of(UUID tenant) {
        return administrator(tenant).orElse(null);
    }

    private Optional<Caller> administrator(UUID tenant) {
        return AcrossTenants.call("nobody is bound before it is known who", () -> sql.select(ID)
                .from(PERSON)
                .where(TENANT.eq(tenant), ADMINISTRATOR.isTrue(), PersonTable.maySignIn())
                .orderBy(CREATED, ID)
                .limit(1)
                .fetchOptional(ID)
                .map(person -> new Caller(tenant, person, true, Languages.SIMPLIFIED_CHINESE, null)));
    }
}
