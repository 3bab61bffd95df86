package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives records what they were not given from the records they point to: one query for each way that leads somewhere. */
@Component
final class InheritValues implements Step {

    private final DSLContext sql;
    private final ObjectTypes types;

    InheritValues(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    public void apply(Batch batch) {
        batch.type().attributes().forEach(attribute -> inherit(batch, attribute));
    }

    private <T> void inherit(Batch batch, Attribute<T> attribute) {
        for (Attribute.Way<T> way : attribute.inherited()) {
            Batch.Selection heirs = batch.whereChanged(way.reference())
                    .where(draft -> draft.get(attribute) == null && !draft.isGiven(attribute) && draft.get(way.reference()) != null);
            if (!heirs.isEmpty()) {
                Map<UUID, @Nullable T> values = values(way, heirs);
                heirs.set(attribute, draft -> values.get(Objects.requireNonNull(draft.get(way.reference())).requireId()));
            }
        }
    }

    private <T> Map<UUID, @Nullable T> values(Attribute.Way<T> way, Batch.Selection heirs) {
        ObjectType from = Objects.requireNonNull(types.target(way.reference()));
        Attribute<T> source = way.source().get();
        var reader = new Reader(from, List.of(from.id, source));
        UUID[] ids = heirs.values(way.reference()).stream().map(Ref::requireId).distinct().toArray(UUID[]::new);
        Map<UUID, @Nullable T> values = new HashMap<>();
        for (Row row : reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(from, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids)))) {
            values.put(Objects.requireNonNull(row.get(from.id)), row.get(source));
        }
        return values;
    }
}
