package io.keyuan.identity.access;

import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.User;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People who go for good have no roles. */
@Component
class ErasedRoles {

    private final DSLContext sql;

    ErasedRoles(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        if (erased.type() instanceof User) {
            sql.deleteFrom(Tables.of(RoleTable.OF_PEOPLE, "r"))
                    .where(Tables.ofTenant("r"))
                    .and(Tables.among(Tables.uuid("r", "person_id"), erased.ids().toArray(UUID[]::new)))
                    .execute();
        }
    }
}
