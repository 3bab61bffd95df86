package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.attribute.Lookups;
import io.keyuan.engine.sql.DataChange;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps values true where they are looked up; of a new record those too that it does not have. */
@Component
final class KeepLookups implements Storing {

    @Override
    public void add(Batch batch, List<DataChange> changes) {
        List<Attribute<?>> kept = batch.type().attributes().stream().filter(attribute -> attribute.keptIndex() != null).toList();
        if (kept.isEmpty()) {
            return;
        }
        var lookups = new Lookups();
        batch.live().where(Draft::isEffective).forEach(draft -> kept.forEach(attribute -> put(draft, attribute, lookups)));
        changes.addAll(lookups.changes());
    }

    private static <T> void put(Draft draft, Attribute<T> attribute, Lookups lookups) {
        if (draft.isNew() || draft.changed(attribute)) {
            lookups.put(attribute, draft.id(), draft.get(attribute));
        }
    }
}
