package io.keyuan.engine.audit;

import static io.keyuan.engine.audit.EventTable.ACTOR;
import static io.keyuan.engine.audit.EventTable.ADDRESS;
import static io.keyuan.engine.audit.EventTable.AT;
import static io.keyuan.engine.audit.EventTable.DETAILS;
import static io.keyuan.engine.audit.EventTable.EVENT;
import static io.keyuan.engine.audit.EventTable.ID;
import static io.keyuan.engine.audit.EventTable.KIND;
import static io.keyuan.engine.audit.EventTable.OBJECT;
import static io.keyuan.engine.audit.EventTable.POSITION;
import static io.keyuan.engine.audit.EventTable.RECORD;
import static io.keyuan.engine.audit.EventTable.RECORDS;
import static io.keyuan.engine.audit.EventTable.REQUEST;
import static io.keyuan.engine.audit.EventTable.SEEN_AS;
import static io.keyuan.engine.audit.EventTable.TENANT;
import static io.keyuan.engine.audit.EventTable.TOKEN;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Era;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events of the current caller's tenant with one statement, in the current transaction. */
@Component
class EventWriter {

    private static final Field<?>[] COLUMNS = {
        TENANT, ID, AT, ACTOR, SEEN_AS, KIND, OBJECT, RECORD, RECORDS, DETAILS, ADDRESS, REQUEST, TOKEN, POSITION
    };

    private final DSLContext sql;
    private final Era era;
    private final JsonMapper json;

    EventWriter(DSLContext sql, Era era, JsonMapper json) {
        this.sql = sql;
        this.era = era;
        this.json = json;
    }

    /** @param entries at least one */
    void write(List<Entry> entries) {
        var insert = sql.insertInto(EVENT).columns(COLUMNS);
        for (Entry entry : entries) {
            insert = insert.values(values(entry));
        }
        insert.execute();
    }

    private @Nullable Object[] values(Entry entry) {
        AuditEvent event = entry.event();
        return new @Nullable Object[] {
            Caller.current().tenant(), entry.id(), Tables.bound(entry.at()), entry.actor(), entry.seenAs(), event.kind(), event.object(),
            event.record(), event.records().isEmpty() ? DSL.val((Object) null, RECORDS) : event.records().toArray(UUID[]::new),
            details(event.details()), entry.origin().address(), entry.origin().request(), entry.origin().token(),
            Snapshots.position(era.current())
        };
    }

    private JSONB details(Map<String, Object> details) {
        return JSONB.valueOf(json.writeValueAsString(Harmless.details(details)));
    }
}
