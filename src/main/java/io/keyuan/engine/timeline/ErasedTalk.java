package io.keyuan.engine.timeline;

import io.keyuan.engine.Capability;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that go for good take along what was said about them and who followed them; people, whom they followed. */
@Component
class ErasedTalk {

    private final DSLContext sql;

    ErasedTalk(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        delete("mention", "m", Tables.among(Tables.uuid("m", "record_id"), gone));
        Field<UUID> answered = Tables.uuid("c", "reply_to");
        Condition said = Tables.among(Tables.uuid("c", "record_id"), gone);
        delete("comment", "c", said.and(answered.isNotNull()));
        delete("comment", "c", said);
        delete("follow", "f", Tables.among(FollowTable.RECORD, gone));
        if (erased.type().can(Capability.PEOPLE)) {
            delete("mention", "m", Tables.among(Tables.uuid("m", "person_id"), gone));
            delete("follow", "f", Tables.among(FollowTable.PERSON, gone));
        }
    }

    private void delete(String table, String alias, Condition which) {
        sql.deleteFrom(Tables.of(table, alias)).where(Tables.ofTenant(alias)).and(which).execute();
    }
}
