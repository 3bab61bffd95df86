package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what hangs on records, as far as the caller may see it. */
@Component
class HangingRecords {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final VisibilityCondition visibility;
    private final OpenRecords open;

    HangingRecords(DSLContext sql, VisibilityCondition visibility, OpenRecords open) {
        this.sql = sql;
        this.visibility = visibility;
        this.open = open;
    }

    /**
     * Those of one object that move along, each with whom it goes to; not those that belong to them already.
     *
     * @param due who shall have which record
     * @param owners whose the records are
     */
    Map<UUID, UUID> of(Hanging hanging, Map<UUID, UUID> due, Map<UUID, @Nullable UUID> owners, Along along) {
        Map<UUID, UUID> wanted = new HashMap<>();
        if (due.isEmpty()) {
            return wanted;
        }
        ObjectType type = hanging.type();
        List<Field<?>> fields = new ArrayList<>(List.of(ID, Handover.owner(type)));
        fields.addAll(ways(hanging));
        sql.select(fields)
                .from(Tables.of(type, "t"))
                .where(on(hanging, due.keySet()))
                .and(along.all() ? noCondition() : open.of(type, "t"))
                .forEach(row -> take(hanging, row, due, owners, along.anyone(), wanted));
        return wanted;
    }

    private static void take(
            Hanging hanging, Record row, Map<UUID, UUID> due, Map<UUID, @Nullable UUID> owners, boolean anyone, Map<UUID, UUID> wanted) {
        UUID host = ways(hanging).stream().map(row::get).filter(due::containsKey).findFirst().orElseThrow();
        UUID owner = row.get(Handover.owner(hanging.type()));
        UUID to = Objects.requireNonNull(due.get(host));
        if ((anyone || Objects.equals(owner, owners.get(host))) && !to.equals(owner)) {
            wanted.put(row.get(ID), to);
        }
    }

    /**
     * How many of one object hang on a record.
     *
     * @param same those that belong to the same person as the record
     * @param openOfSame those of them that are open
     */
    record Count(long all, long same, long open, long openOfSame) {}

    Count counted(Hanging hanging, UUID record, @Nullable UUID owner) {
        Condition same = owner == null ? Handover.owner(hanging.type()).isNull() : Handover.owner(hanging.type()).eq(owner);
        Condition isOpen = open.of(hanging.type(), "t");
        var row = sql.select(count(), count().filterWhere(same), count().filterWhere(isOpen), count().filterWhere(same.and(isOpen)))
                .from(Tables.of(hanging.type(), "t"))
                .where(on(hanging, List.of(record)))
                .fetchSingle();
        return new Count(row.value1(), row.value2(), row.value3(), row.value4());
    }

    private Condition on(Hanging hanging, Collection<UUID> records) {
        UUID[] ids = records.toArray(UUID[]::new);
        Condition there = falseCondition();
        for (Field<UUID> way : ways(hanging)) {
            there = there.or(Tables.among(way, ids));
        }
        return Tables.ofTenant("t").and(Tables.alive("t")).and(there).and(visibility.of(Right.READ, hanging.type(), "t"));
    }

    private static List<Field<UUID>> ways(Hanging hanging) {
        return hanging.ways().stream().map(way -> Tables.reference("t", way)).toList();
    }
}
