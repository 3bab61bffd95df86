package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.Masking;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.query.RowJson;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that are themselves entries of a timeline. */
@Component
class Entries {

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;
    private final Titles titles;
    private final Masking masking;

    Entries(DSLContext sql, Access access, Conditions conditions, Titles titles, Masking masking) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
        this.titles = titles;
        this.masking = masking;
    }

    Map<UUID, Entry> read(List<Found> found) {
        Map<ObjectType, Set<UUID>> wanted = found.stream()
                .collect(Collectors.groupingBy(each -> each.source().about(), LinkedHashMap::new, Collectors.mapping(Found::id, Collectors.toSet())));
        List<Row> rows = new ArrayList<>();
        wanted.forEach((type, ids) -> rows.addAll(rows(type, ids)));
        titles.fill(rows);
        Map<UUID, Entry> entries = new HashMap<>();
        rows.forEach(row -> entries.put(Objects.requireNonNull(row.get(row.type().id)), new Entry(row)));
        return entries;
    }

    private List<Row> rows(ObjectType type, Set<UUID> ids) {
        List<Attribute<?>> read = type.attributes().stream()
                .filter(attribute -> !attribute.columns().isEmpty() && access.maySee(attribute))
                .filter(attribute -> !attribute.equals(type.deletedAt) && !attribute.equals(type.deletedBy))
                .toList();
        var reader = new Reader(type, read);
        List<Row> rows = reader.fetch(sql.select(reader.fields("e"))
                .from(Tables.of(type, "e"))
                .where(Tables.ofTenant("e"))
                .and(Tables.uuid("e", "id").eq(any(ids.toArray(UUID[]::new))))
                .and(conditions.visible(Right.READ, type, "e")));
        masking.apply(rows);
        return rows;
    }

    /** One of them, as far as the reader may see it. */
    record Entry(Row row) {

        void tell(Map<String, @Nullable Object> item) {
            ObjectType type = row.type();
            Ref maker = row.attributes().contains(type.createdBy) ? row.get(type.createdBy) : null;
            item.put("by", maker == null ? null : type.createdBy.type().json(maker));
            Map<String, Object> values = RowJson.map(row);
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("object", type.path());
            record.put("id", Objects.requireNonNull(values.get("id")));
            if (values.get(type.title().name()) != null) {
                record.put("title", values.get(type.title().name()));
            }
            item.put("record", record);
            item.put("values", values);
        }
    }
}
