package io.keyuan.engine.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Column;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.StoredCells;
import io.keyuan.engine.sql.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores the rows: one statement for all new ones, one for all that change the same attributes. */
@Component
final class Write implements Storing {

    private static final int KEPT = 2_000;

    /** Always with every column, though most may be empty: one statement for an object is planned once. */
    private final Cache<Stored, Insert> inserts = Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Whoever changes records decides what changes together, so these are without number: those in use are kept. */
    private final Cache<Stored, Update> updates = Caffeine.newBuilder().maximumSize(KEPT).build();

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        Instant now = batch.moment();
        List<Draft> effective = batch.live().where(Draft::isEffective).drafts();
        effective.forEach(draft -> stamp(draft, draft.at(now), Ref.to(draft.by())));
        List<Draft> created = effective.stream().filter(Draft::isNew).toList();
        if (!created.isEmpty()) {
            changes.add(insert(batch.type(), created));
        }
        Map<List<Attribute<?>>, List<Draft>> alike = new LinkedHashMap<>();
        effective.stream().filter(draft -> !draft.isNew())
                .forEach(draft -> alike.computeIfAbsent(draft.changes(), any -> new ArrayList<>()).add(draft));
        alike.forEach((changed, drafts) -> changes.add(update(batch.type(), changed, drafts)));
    }

    private static void stamp(Draft draft, Instant at, Ref by) {
        ObjectType type = draft.type();
        Long version = draft.old(type.version);
        draft.set(type.version, version == null ? 1L : version + 1).set(type.updatedAt, at).set(type.updatedBy, by);
        switch (draft.action()) {
            case CREATE -> draft.set(type.id, draft.id()).set(type.createdAt, at).set(type.createdBy, by);
            case DELETE -> draft.set(type.deletedAt, at).set(type.deletedBy, by);
            case RESTORE -> draft.set(type.deletedAt, null).set(type.deletedBy, null);
            case UPDATE -> {}
        }
    }

    private DataChange insert(ObjectType type, List<Draft> drafts) {
        var cells = new StoredCells(type.attributes());
        return inserts.get(new Stored(type.table(), cells.columns()), stored -> Insert.records(type, stored.columns()))
                .records(type, cells.of(drafts, Draft::get));
    }

    private DataChange update(ObjectType type, List<Attribute<?>> changed, List<Draft> drafts) {
        var cells = new StoredCells(changed);
        @Nullable Object[][] values = cells.of(drafts, Draft::get);
        @Nullable Object[][] withIds = Arrays.copyOf(values, values.length + 1);
        withIds[values.length] = drafts.stream().map(Draft::id).toArray();
        return updates.get(new Stored(type.table(), cells.columns()), stored -> new Update(stored.table(), stored.columns())).of(withIds);
    }

    /** What a statement is made for. */
    private record Stored(String table, List<Column> columns) {}
}
