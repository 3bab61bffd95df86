package io.keyuan.engine.calculation;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Row;
import io.keyuan.engine.attribute.Lookups;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Computed;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.StoredCells;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what one attribute is for some records and keeps it: the records are locked in the order of their ids, asked with one
 * statement for all of them, and those for which it is something else are written with one more. Nobody edits them, so their versions stay.
 */
@Component
class Calculator {

    private final DSLContext sql;
    private final Expressions expressions;
    private final Statements statements;
    private final ResultValues values;
    private final ObjectTypes types;

    Calculator(DSLContext sql, Expressions expressions, Statements statements, ResultValues values, ObjectTypes types) {
        this.sql = sql;
        this.expressions = expressions;
        this.statements = statements;
        this.values = values;
        this.types = types;
    }

    /** @return what it is now, of those records for which it was something else; a null for nothing */
    Map<UUID, @Nullable Object> settle(Known known, Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        UUID[] ids = records.stream().distinct().sorted().toArray(UUID[]::new);
        return Caller.current().unbounded().get(() -> switch (known) {
            case Known.OfRecord formula -> settle(formula, ids);
            case Known.OfOthers summary -> settle(summary, ids);
        });
    }

    private Map<UUID, @Nullable Object> settle(Known.OfRecord known, UUID[] ids) {
        Field<?> value = expressions.value(known.type(), "t", known.formula().text()).field();
        Map<UUID, @Nullable Object> changed = new LinkedHashMap<>();
        var reader = reader(known);
        reader.each(
                sql.select(fields(reader, value)).from(Tables.rows(known.type(), "t")).where(Tables.ofTenant(known.type(), "t")).and(are(ids)).orderBy(Tables.uuid("t", "id")).forNoKeyUpdate().of(table("t")),
                (row, result) -> values.read(known.attribute(), result, reader.width() + 1),
                (row, now) -> note(known, row, now.orElse(null), changed));
        return keep(known, changed);
    }

    private Map<UUID, @Nullable Object> settle(Known.OfOthers known, UUID[] ids) {
        var reader = reader(known);
        List<Row> rows = reader.fetch(sql.select(reader.fields("t")).from(Tables.rows(known.type(), "t")).where(Tables.ofTenant(known.type(), "t")).and(are(ids))
                .orderBy(Tables.uuid("t", "id")).forNoKeyUpdate());
        Map<UUID, Object> now = figures(known, ids);
        Map<UUID, @Nullable Object> changed = new LinkedHashMap<>();
        rows.forEach(row -> note(known, row, now.getOrDefault(id(row), values.ofNone(known)), changed));
        return keep(known, changed);
    }

    private Map<UUID, Object> figures(Known.OfOthers known, UUID[] ids) {
        ObjectType others = known.others();
        Field<UUID> reference = Tables.reference("c", known.reference());
        String text = known.summary().condition();
        Condition which = text == null ? noCondition() : expressions.conditionOfDrafts(others, "c", text);
        Map<UUID, Object> figures = new HashMap<>();
        var query = sql.select(reference, figure(known))
                .from(Tables.of(others, "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.alive("c"))
                .and(IndexedValues.pointsTo("c", known.reference(), ids))
                .and(known.areLines() ? ofSomethingThere(known) : noCondition())
                .and(which)
                .groupBy(reference);
        values.each(known.attribute(), query, figures::put);
        return figures;
    }

    /** Whether the record whose line it is is not in the recycle bin. */
    private Condition ofSomethingThere(Known.OfOthers lines) {
        ObjectType above = Objects.requireNonNull(types.target(lines.above()));
        return exists(selectOne()
                .from(Tables.of(above, "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.alive("a"))
                .and(Tables.uuid("a", "id").eq(Tables.reference("c", lines.above()))));
    }

    @SuppressWarnings("unchecked")
    private static Field<?> figure(Known.OfOthers known) {
        if (known.source() == null) {
            return count().cast(SQLDataType.NUMERIC);
        }
        var value = (Field<Object>) plain(known.source());
        return switch (known.summary().function()) {
            case COUNT -> count(value).cast(SQLDataType.NUMERIC);
            case SUM -> sum(value.cast(SQLDataType.NUMERIC));
            case MIN -> min(value);
            case MAX -> max(value);
            case LAST -> Computed.ofNewest(value, Tables.uuid("c", "id"));
        };
    }

    /** Money is told in the base currency, as it is compared. */
    private static Field<?> plain(Attribute<?> source) {
        return source.type() instanceof MoneyType
                ? Tables.column("c", source.columns().getLast())
                : Tables.column("c", source);
    }

    private static Reader reader(Known known) {
        return new Reader(known.type(), List.of(known.type().id, known.attribute()));
    }

    private static List<SelectField<?>> fields(Reader reader, Field<?> value) {
        List<SelectField<?>> fields = new ArrayList<>(reader.fields("t"));
        fields.add(value);
        return fields;
    }

    private static Table<?> table(String alias) {
        return org.jooq.impl.DSL.table(org.jooq.impl.DSL.name(alias));
    }

    private static Condition are(UUID[] ids) {
        return Tables.ofTenant("t").and(Tables.among(Tables.uuid("t", "id"), ids));
    }

    private static UUID id(Row row) {
        return Objects.requireNonNull(row.get(row.type().id));
    }

    private static void note(Known known, Row row, @Nullable Object now, Map<UUID, @Nullable Object> changed) {
        if (!same(known.attribute(), row, now)) {
            changed.put(id(row), now);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean same(Attribute<T> attribute, Row row, @Nullable Object now) {
        return attribute.type().same(row.get(attribute), (T) now);
    }

    private Map<UUID, @Nullable Object> keep(Known known, Map<UUID, @Nullable Object> changed) {
        if (!changed.isEmpty()) {
            List<UUID> ids = List.copyOf(changed.keySet());
            var cells = new StoredCells(List.of(known.attribute()));
            @Nullable Object[][] stored = cells.of(ids, (id, attribute) -> changed.get(id));
            @Nullable Object[][] withIds = Arrays.copyOf(stored, stored.length + 1);
            withIds[stored.length] = ids.toArray();
            List<DataChange> changes = new ArrayList<>();
            changes.add(new Update(known.type().table(), cells.columns()).of(withIds));
            var lookups = new Lookups();
            changed.forEach((id, value) -> put(lookups, known.attribute(), id, value));
            changes.addAll(lookups.changes());
            statements.execute(changes);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static <T> void put(Lookups lookups, Attribute<T> attribute, UUID record, @Nullable Object value) {
        lookups.put(attribute, record, (T) value);
    }
}
