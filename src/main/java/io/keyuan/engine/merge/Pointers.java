package io.keyuan.engine.merge;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What points to records that become another one, by whatever reference of whatever object, lines included; what lies in the recycle bin is left
 * as it is, since an old id leads on. It is found and changed whoever may see it: so the callers here have every right.
 */
@Component
class Pointers {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Records records;

    Pointers(DSLContext sql, ObjectTypes types, Records records) {
        this.sql = sql;
        this.types = types;
        this.records = records;
    }

    /** The references by which others can point to records of an object. */
    List<Attribute<Ref>> references(ObjectType type) {
        List<Attribute<Ref>> references = new ArrayList<>();
        types.all().stream().flatMap(other -> other.attributes().stream()).forEach(attribute -> {
            if (attribute.type() instanceof ReferenceType && !attribute.isSystem() && type.equals(types.target(attribute))) {
                references.add(reference(attribute));
            }
        });
        return references;
    }

    @SuppressWarnings("unchecked")
    private static Attribute<Ref> reference(Attribute<?> attribute) {
        return (Attribute<Ref>) attribute;
    }

    /**
     * How many point to these, counted up to a limit for each reference.
     *
     * @param all those that become one, which do not count themselves
     */
    int count(ObjectType type, Set<UUID> from, Set<UUID> all, int limit) {
        int count = 0;
        for (Attribute<Ref> reference : references(type)) {
            if (count <= limit) {
                count += some(reference, from, all, limit + 1 - count).size();
            }
        }
        return count;
    }

    /** How many of those that meet a condition point to each of these by one reference; those to which none does are left out. */
    Map<UUID, Integer> count(Attribute<Ref> reference, Set<UUID> from, Condition seen, int limit) {
        Field<UUID> column = Tables.reference("t", reference);
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        var found = sql.select(column.as("record"))
                .from(Tables.of(reference.object(), "t"))
                .where(pointing(reference, from))
                .and(seen)
                .limit(limit)
                .asTable("found");
        Field<UUID> record = Tables.uuid("found", "record");
        sql.select(record, DSL.count()).from(found).groupBy(record).forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    private static Condition pointing(Attribute<Ref> reference, Set<UUID> from) {
        return Tables.ofTenant("t").and(Tables.alive("t")).and(IndexedValues.pointsTo("t", reference, from.toArray(UUID[]::new)));
    }

    private List<UUID> some(Attribute<Ref> reference, Set<UUID> from, Set<UUID> all, int limit) {
        return sql.select(ID)
                .from(Tables.of(reference.object(), "t"))
                .where(pointing(reference, from))
                .and(ID.notIn(all))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
    }

    /**
     * Has some of them point to the record that stays, in the current transaction.
     *
     * @return how many; fewer than the limit where none is left
     */
    int lead(ObjectType type, UUID into, Set<UUID> from, int limit) {
        Set<UUID> all = new HashSet<>(from);
        all.add(into);
        int led = 0;
        for (Attribute<Ref> reference : references(type)) {
            if (led < limit) {
                List<UUID> found = some(reference, from, all, limit - led);
                if (!found.isEmpty()) {
                    records.save(new Batch(reference.object(), found.stream().map(id -> lead(reference, id, into)).toList()));
                }
                led += found.size();
            }
        }
        return led;
    }

    private static Draft lead(Attribute<Ref> reference, UUID id, UUID into) {
        return Draft.update(reference.object(), id, null, Map.of()).set(reference, Ref.to(into)).exactly();
    }
}
