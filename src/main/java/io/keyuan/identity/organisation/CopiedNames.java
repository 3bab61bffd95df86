package io.keyuan.identity.organisation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a row is called that is known by the record it points to. */
@Component
final class CopiedNames {

    private final ObjectProvider<Records> records;

    CopiedNames(ObjectProvider<Records> records) {
        this.records = records;
    }

    /** Where the reference changes, the name becomes that of what it points to now. */
    void copy(Batch batch, Attribute<Ref> reference, ObjectType target, Attribute<String> name) {
        Batch.Selection changed = batch.whereChanged(reference).where(draft -> draft.get(reference) != null);
        if (!changed.isEmpty()) {
            Map<UUID, String> names = records.getObject()
                    .titles(target, changed.values(reference).stream().map(Ref::requireId).collect(Collectors.toSet()));
            changed.set(name, draft -> names.get(Objects.requireNonNull(draft.get(reference)).requireId()));
        }
    }
}
