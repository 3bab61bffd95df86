package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is compared of records that are there, whoever sees them. */
@Component
class ComparedRows {

    private final DSLContext sql;
    private final Conditions conditions;

    ComparedRows(DSLContext sql, Conditions conditions) {
        this.sql = sql;
        this.conditions = conditions;
    }

    /** @param visible whether the caller may read the record */
    record Compared(UUID id, Row row, boolean visible) {}

    static List<Attribute<?>> attributes(ObjectType type) {
        Sameness sameness = Objects.requireNonNull(type.sameness());
        Set<Attribute<?>> attributes = new LinkedHashSet<>(List.of(type.id, type.title()));
        attributes.addAll(sameness.compared());
        if (type.owner() != null) {
            attributes.add(type.owner());
        }
        return List.copyOf(attributes);
    }

    List<Compared> of(ObjectType type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var reader = new Reader(type, attributes(type));
        List<SelectField<?>> fields = new ArrayList<>(reader.fields("t"));
        fields.add(DSL.field(DSL.trueCondition().and(conditions.visible(Right.READ, type, "t"))));
        var query = sql.select(fields)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)));
        return reader.fetch(query, (row, result) ->
                new Compared(Objects.requireNonNull(row.get(type.id)), row, result.getBoolean(reader.width() + 1)));
    }

    /** The next records after one of them, locked so that none changes before its keys are written. */
    List<Row> next(ObjectType type, @Nullable UUID passed, int limit) {
        var reader = new Reader(type, attributes(type));
        return reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(passed == null ? DSL.noCondition() : Tables.uuid("t", "id").gt(passed))
                .orderBy(Tables.uuid("t", "id"))
                .limit(limit)
                .forShare());
    }

    int count(ObjectType type) {
        return sql.fetchCount(Tables.of(type, "t"), Tables.ofTenant("t"));
    }
}
