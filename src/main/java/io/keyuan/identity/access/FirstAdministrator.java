package io.keyuan.identity.access;

import static io.keyuan.identity.table.PersonTable.ADMINISTRATOR;
import static io.keyuan.identity.table.PersonTable.CREATED;
import static io.keyuan.identity.table.PersonTable.ID;
import static io.keyuan.identity.table.PersonTable.PERSON;
import static io.keyuan.identity.table.PersonTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.identity.Founder;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The administrator who has been there longest. */
@Component
class FirstAdministrator implements Founder {

    private final Tenants tenants;
    private final DSLContext sql;

    FirstAdministrator(Tenants tenants, DSLContext sql) {
        this.tenants = tenants;
        this.sql = sql;
    }

    @Override
    public Optional<Caller> caller() {
        return tenants.first().flatMap(this::administrator);
    }

    private Optional<Caller> administrator(Tenant tenant) {
        return AcrossTenants.call("nobody is bound before it is known who", () -> sql.select(ID)
                .from(PERSON)
                .where(TENANT.eq(tenant.id()), ADMINISTRATOR.isTrue(), PersonTable.maySignIn())
                .orderBy(CREATED, ID)
                .limit(1)
                .fetchOptional(ID)
                .map(person -> new Caller(tenant.id(), person, true, Languages.SIMPLIFIED_CHINESE, null)));
    }
}
