package io.keyuan.engine.merge;

import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Of records that are erased nobody knows any more what they have become, or what has become them. */
@Component
class ErasedMerges {

    private final DSLContext sql;

    ErasedMerges(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        sql.deleteFrom(Tables.of("merged_record", "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.among(Tables.uuid("m", "record_id"), gone).or(Tables.among(Tables.uuid("m", "into_id"), gone)))
                .execute();
    }
}
