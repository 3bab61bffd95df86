package io.keyuan.engine.share;

import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that go for good are given to nobody any more; people and groups that go hold nothing. */
@Component
class ErasedGrants {

    private final DSLContext sql;

    ErasedGrants(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        sql.deleteFrom(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.among(Tables.uuid("g", "record_id"), gone).or(Tables.among(Tables.uuid("g", "principal_id"), gone)))
                .execute();
    }
}
