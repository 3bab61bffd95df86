package io.keyuan.engine.attribute;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that are erased are looked up nowhere. */
@Component
class ErasedLookups {

    private final DSLContext sql;
    private final DefinitionStore store;

    ErasedLookups(DSLContext sql, DefinitionStore store) {
        this.sql = sql;
        this.store = store;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] records = erased.ids().toArray(UUID[]::new);
        for (ValueIndex.Kind kind : ValueIndex.Kind.values()) {
            List<UUID> attributes = store.of(erased.type()).stream()
                    .map(DefinitionTable.Written::definition)
                    .filter(definition -> definition.kind().index() == kind)
                    .map(io.keyuan.engine.AttributeDefinition::id)
                    .toList();
            if (!attributes.isEmpty()) {
                sql.deleteFrom(Tables.of(kind.table(), "v"))
                        .where(Tables.ofTenant("v"))
                        .and(Tables.among(Tables.uuid("v", "attribute"), attributes.toArray(UUID[]::new)))
                        .and(Tables.uuid("v", "record_id").eq(any(records)))
                        .execute();
            }
        }
    }
}
