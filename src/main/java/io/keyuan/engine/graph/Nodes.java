package io.keyuan.engine.graph;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.TextType;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.Masking;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.query.RowJson;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a map says of its records: their title and the first words of their lists' columns. One statement for each object. */
@Component
class Nodes {

    private static final int WORDS = 2;

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;
    private final Masking masking;

    Nodes(DSLContext sql, Access access, Conditions conditions, Masking masking) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
        this.masking = masking;
    }

    /** @return what is told of each, as far as the caller may see it: {@code object}, {@code id} and {@code values} */
    Map<UUID, Map<String, Object>> of(Map<UUID, ObjectType> records) {
        Map<ObjectType, List<UUID>> byObject = new LinkedHashMap<>();
        records.forEach((id, type) -> byObject.computeIfAbsent(type, any -> new ArrayList<>()).add(id));
        Map<UUID, Map<String, Object>> told = new HashMap<>();
        byObject.forEach((type, ids) -> read(type, ids).forEach(row -> told.put(Objects.requireNonNull(row.get(type.id)), told(row))));
        return told;
    }

    private static Map<String, Object> told(Row row) {
        Map<String, Object> values = RowJson.map(row);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("object", row.type().path());
        told.put("id", Objects.requireNonNull(values.remove("id")));
        told.put("values", values);
        return told;
    }

    private List<Row> read(ObjectType type, Collection<UUID> ids) {
        List<Attribute<?>> attributes = new ArrayList<>(List.of(type.id));
        Stream.concat(Stream.of(type.title()), type.columns().stream().filter(Nodes::isWord).filter(each -> !each.equals(type.title())))
                .filter(access::maySee)
                .limit(WORDS + 1)
                .forEach(attributes::add);
        var reader = new Reader(type, attributes);
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t")));
        masking.apply(rows);
        return rows;
    }

    private static boolean isWord(Attribute<?> attribute) {
        return attribute.type() instanceof ChoiceType || attribute.type() instanceof TextType && !attribute.isSensitive();
    }
}
