package io.keyuan.identity.leaving;

import io.keyuan.engine.Caller;
import io.keyuan.identity.signin.Sessions;
import io.keyuan.identity.table.TokenTable;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ends everything by which somebody is signed in, for good: whoever comes back signs in anew and makes new tokens. */
@Component
class Doors {

    private final DSLContext sql;
    private final Sessions sessions;

    Doors(DSLContext sql, Sessions sessions) {
        this.sql = sql;
        this.sessions = sessions;
    }

    /** In the current transaction, in which their account is disabled as well: nodes forget what they remember of it with that. */
    void shut(UUID person) {
        UUID tenant = Caller.current().tenant();
        sessions.endAll(tenant, person);
        sql.deleteFrom(TokenTable.TOKEN).where(TokenTable.TENANT.eq(tenant), TokenTable.PERSON.eq(person)).execute();
    }
}
