package io.keyuan.identity.oidc;

import io.keyuan.engine.Caller;
import io.keyuan.identity.signin.PasswordRule;
import io.keyuan.identity.table.PersonTable;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Where a provider replaces passwords it does for all but administrators, who must get in while the provider is away. */
@Component
class PasswordsBesideProviders implements PasswordRule {

    private final Providers providers;
    private final DSLContext sql;

    PasswordsBesideProviders(Providers providers, DSLContext sql) {
        this.providers = providers;
        this.sql = sql;
    }

    @Override
    public boolean allows(UUID tenant, UUID person) {
        return Nobody.at(tenant, () -> !providers.replacePasswords() || isAdministrator(person));
    }

    private boolean isAdministrator(UUID person) {
        return sql.fetchExists(PersonTable.PERSON, PersonTable.TENANT.eq(Caller.current().tenant())
                .and(PersonTable.ID.eq(person))
                .and(PersonTable.ADMINISTRATOR.isTrue()));
    }
}
