package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** No two records share the value of a unique attribute, be the other one stored or in the same batch. */
@Component
final class RefuseDuplicates implements Step {

    private final DSLContext sql;

    RefuseDuplicates(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void apply(Batch batch) {
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (attribute.isUnique()) {
                @SuppressWarnings("unchecked")
                var text = (Attribute<String>) attribute;
                check(batch, text);
            }
        }
    }

    private void check(Batch batch, Attribute<String> attribute) {
        Batch.Selection claims = claims(batch, attribute);
        if (claims.isEmpty()) {
            return;
        }
        Map<String, UUID> holders = holders(attribute, claims.values(attribute));
        Set<String> claimed = new HashSet<>();
        claims.forEach(draft -> {
            String value = Objects.requireNonNull(draft.get(attribute));
            UUID holder = holders.get(value);
            boolean taken = holder != null && !holder.equals(draft.id());
            if (taken || !claimed.add(value)) {
                draft.fail(ProblemKind.DUPLICATE, Fault.at(attribute, "duplicate"));
            }
        });
    }

    /** A record that comes back from the bin claims its values again. */
    private static Batch.Selection claims(Batch batch, Attribute<String> attribute) {
        return batch.live()
                .where(draft -> draft.get(attribute) != null
                        && (draft.action() == Draft.Action.RESTORE
                                || draft.action() != Draft.Action.DELETE && draft.changed(attribute)));
    }

    private Map<String, UUID> holders(Attribute<String> attribute, Set<String> values) {
        var type = attribute.object();
        var column = Tables.text("t", attribute.columns().getFirst().name());
        Map<String, UUID> holders = new HashMap<>();
        sql.select(column, Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                // Said, so that an index on the values there are serves whatever the plan was made for.
                .and(column.isNotNull())
                .and(column.eq(any(values.toArray(String[]::new))))
                .forEach(row -> holders.put(row.value1(), row.value2()));
        return holders;
    }
}
