package io.keyuan.engine.file;

import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that go for good take their files along; the contents follow when nothing else refers to them. */
@Component
class ErasedFiles {

    private final DSLContext sql;

    ErasedFiles(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        delete("record_file_version", gone);
        // What was read of them goes with them.
        delete("record_file", gone);
    }

    private void delete(String table, UUID[] gone) {
        sql.deleteFrom(Tables.of(table, "f")).where(Tables.ofTenant("f")).and(Tables.among(Tables.uuid("f", "record_id"), gone)).execute();
    }
}
