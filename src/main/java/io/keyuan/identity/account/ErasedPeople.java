package io.keyuan.identity.account;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Caller;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.identity.User;
import io.keyuan.identity.table.CredentialTable;
import io.keyuan.identity.table.DeviceTable;
import io.keyuan.identity.table.LinkTable;
import io.keyuan.identity.table.PreferenceTable;
import io.keyuan.identity.table.RecoveryCodeTable;
import io.keyuan.identity.table.SecondFactorTable;
import io.keyuan.identity.table.SessionTable;
import io.keyuan.identity.table.TokenTable;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People who go for good take along what they prove themselves with. */
@Component
class ErasedPeople {

    private final DSLContext sql;

    ErasedPeople(DSLContext sql) {
        this.sql = sql;
    }

    private void secondFactors(UUID tenant, UUID[] people) {
        sql.deleteFrom(RecoveryCodeTable.CODE)
                .where(RecoveryCodeTable.TENANT.eq(tenant), RecoveryCodeTable.PERSON.eq(any(people))).execute();
        sql.deleteFrom(SecondFactorTable.FACTOR)
                .where(SecondFactorTable.TENANT.eq(tenant), SecondFactorTable.PERSON.eq(any(people))).execute();
    }

    @EventListener
    void on(RecordsErased erased) {
        if (erased.type() instanceof User) {
            UUID tenant = Caller.current().tenant();
            UUID[] people = erased.ids().toArray(UUID[]::new);
            sql.deleteFrom(CredentialTable.CREDENTIAL)
                    .where(CredentialTable.TENANT.eq(tenant), CredentialTable.PERSON.eq(any(people))).execute();
            sql.deleteFrom(PreferenceTable.PREFERENCE)
                    .where(PreferenceTable.TENANT.eq(tenant), PreferenceTable.PERSON.eq(any(people))).execute();
            sql.deleteFrom(SessionTable.SESSION)
                    .where(SessionTable.TENANT.eq(tenant), SessionTable.PERSON.eq(any(people))).execute();
            sql.deleteFrom(TokenTable.TOKEN)
                    .where(TokenTable.TENANT.eq(tenant), TokenTable.PERSON.eq(any(people))).execute();
            sql.deleteFrom(LinkTable.LINK)
                    .where(LinkTable.TENANT.eq(tenant), LinkTable.PERSON.eq(any(people))).execute();
            sql.deleteFrom(DeviceTable.DEVICE)
                    .where(DeviceTable.TENANT.eq(tenant), DeviceTable.PERSON.eq(any(people))).execute();
            secondFactors(tenant, people);
        }
    }
}
