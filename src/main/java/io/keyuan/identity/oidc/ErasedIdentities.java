package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Caller;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.identity.User;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People who go for good take along who they are elsewhere. */
@Component
class ErasedIdentities {

    private final DSLContext sql;

    ErasedIdentities(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        if (erased.type() instanceof User) {
            UUID tenant = Caller.current().tenant();
            UUID[] people = erased.ids().toArray(UUID[]::new);
            sql.deleteFrom(ProvidedIdentities.IDENTITY)
                    .where(ProvidedIdentities.TENANT.eq(tenant), ProvidedIdentities.PERSON.eq(any(people))).execute();
            sql.deleteFrom(ProviderSessions.SESSION)
                    .where(ProviderSessions.TENANT.eq(tenant), ProviderSessions.PERSON.eq(any(people))).execute();
            sql.deleteFrom(ProviderTrials.TRIAL).where(ProviderTrials.TENANT.eq(tenant), ProviderTrials.PERSON.eq(any(people))).execute();
        }
    }
}
