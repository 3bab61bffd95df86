package io.keyuan.engine.document;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Lines;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Masking;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.query.WholeLists;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what templates ask for, by the rights of the caller: one statement for each object on the way, however many records there are. */
@Component
class RecordReading {

    private static final int MOST_LINES = 1_000;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final WholeLists lists;
    private final Titles titles;
    private final Masking masking;

    RecordReading(DSLContext sql, ObjectTypes types, Access access, WholeLists lists, Titles titles, Masking masking) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.lists = lists;
        this.titles = titles;
        this.masking = masking;
    }

    void load(Branch branch, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Attribute<?>> attributes = new ArrayList<>(List.of(branch.type().id));
        branch.wanted().stream()
                .filter(attribute -> !attribute.columns().isEmpty() && access.maySee(attribute) && !attributes.contains(attribute))
                .forEach(attributes::add);
        List<Row> rows = lists.rows(branch.type(), attributes, List.copyOf(new HashSet<>(ids)));
        titles.fill(rows);
        masking.apply(rows);
        rows.forEach(row -> branch.rows().put((UUID) Objects.requireNonNull(row.values()[0]), row));
        branch.below().forEach((reference, inner) -> load(inner, pointedTo(rows, reference)));
    }

    private static Set<UUID> pointedTo(List<Row> rows, Attribute<?> reference) {
        Set<UUID> ids = new HashSet<>();
        for (Row row : rows) {
            int at = row.attributes().indexOf(reference);
            if (at >= 0 && row.values()[at] instanceof Ref ref) {
                ids.add(ref.requireId());
            }
        }
        return ids;
    }

    /** The lines of each of these records, in their order; whoever sees a record sees its lines. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<UUID>> lines(Attribute<?> lines, Collection<UUID> owners) {
        ObjectType child = Objects.requireNonNull(types.target(lines));
        var back = Tables.reference("t", types.back((Attribute<Lines>) lines));
        Map<UUID, List<UUID>> found = new LinkedHashMap<>();
        if (!owners.isEmpty() && access.maySee(lines)) {
            sql.select(back, Tables.uuid("t", "id"))
                    .from(Tables.of(child, "t"))
                    .where(Tables.ofTenant("t"))
                    .and(Tables.alive("t"))
                    .and(Tables.among(back, owners.toArray(UUID[]::new)))
                    .orderBy(Tables.uuid("t", "id"))
                    .limit(MOST_LINES * owners.size())
                    .forEach(row -> found.computeIfAbsent(row.value1(), any -> new ArrayList<>()).add(row.value2()));
        }
        return found;
    }
}
