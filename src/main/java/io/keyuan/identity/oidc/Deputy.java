package io.keyuan.identity.oidc;

import io.keyuan.engine.Caller;
import io.keyuan.identity.table.PersonTable;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds on whose behalf a provider's word is written down. */
@Component
class Deputy {

    private final DSLContext sql;

    Deputy(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The administrator of the current caller's company who has been there longest.
     *
     * @param person somebody else than this one, who may not change what they may themselves
     * @return empty where there is no other: then the person is the last
     */
    Optional<Caller> besides(UUID person) {
        Caller caller = Caller.current();
        return sql.select(PersonTable.ID)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(caller.tenant()), PersonTable.ID.ne(person))
                .and(PersonTable.ADMINISTRATOR.isTrue())
                .and(PersonTable.maySignIn())
                .orderBy(PersonTable.CREATED, PersonTable.ID)
                .limit(1)
                .fetchOptional(PersonTable.ID)
                .map(administrator -> new Caller(caller.tenant(), administrator, true, caller.locale(), null));
    }

    /** The same, and the person on their own behalf where there is no other. */
    Caller orSelf(UUID person) {
        Caller caller = Caller.current();
        return besides(person).orElseGet(() -> new Caller(caller.tenant(), person, true, caller.locale(), null));
    }
}
