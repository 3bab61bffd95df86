package io.keyuan.engine.query;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Query;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Apart;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lists to their end, however long, for who takes them elsewhere. Rows come as they are stored: without titles of what they
 * point to, and nothing masked.
 */
@Component
public class WholeLists {

    private final DSLContext sql;
    private final Apart apart;
    private final Conditions conditions;
    private final Orders orders;

    WholeLists(DSLContext sql, Apart apart, Conditions conditions, Orders orders) {
        this.sql = sql;
        this.apart = apart;
        this.conditions = conditions;
        this.orders = orders;
    }

    /** Takes some rows, and the place after which one would have to go on; null where nothing comes any more. */
    public interface Taker {
        void take(List<Row> rows, @Nullable String position);
    }

    /**
     * The records of a list in its order, no more than somebody waits for.
     *
     * @param ids only those among these; null for all
     */
    public List<UUID> ids(Query query, @Nullable Collection<UUID> ids, int most) {
        Order order = orders.of(query);
        return sql.select(Tables.uuid("t", "id"))
                .from(order.rows(query.type(), "t"))
                .where(wanted(query, ids))
                .orderBy(order.fields("t"))
                .limit(most)
                .queryTimeout(Lists.SECONDS)
                .fetch(Tables.uuid("t", "id"));
    }

    public long count(Query query, @Nullable Collection<UUID> ids) {
        return sql.fetchCount(Tables.of(query.type(), "t"), wanted(query, ids));
    }

    private Condition wanted(Query query, @Nullable Collection<UUID> ids) {
        return conditions.of(query, "t").whole().and(ids == null ? noCondition() : Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)));
    }

    /** Those of these records that are there for the reader, in this order. */
    public List<Row> rows(ObjectType type, List<Attribute<?>> attributes, List<UUID> ids) {
        var reader = new Reader(type, attributes);
        Map<UUID, Row> rows = new HashMap<>();
        reader.fetch(sql.select(reader.fields("t")).from(Tables.of(type, "t")).where(among(type, ids)))
                .forEach(row -> rows.put(Objects.requireNonNull(row.get(type.id)), row));
        return ids.stream().filter(rows::containsKey).map(id -> Objects.requireNonNull(rows.get(id))).toList();
    }

    /** Those of these records that are there for the reader. */
    public Set<UUID> seen(ObjectType type, Collection<UUID> ids) {
        return sql.select(Tables.uuid("t", "id")).from(Tables.of(type, "t")).where(among(type, ids)).fetchSet(Tables.uuid("t", "id"));
    }

    private Condition among(ObjectType type, Collection<UUID> ids) {
        return Tables.ofTenant("t")
                .and(Tables.alive("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                .and(conditions.visible(Right.READ, type, "t"));
    }

    /**
     * Reads a whole list with one statement, as it was at one moment. It has a connection of its own, so that what becomes of the
     * rows can be written meanwhile.
     *
     * @param after the position after which to go on; null for the beginning
     * @param together so many rows at once
     */
    public void read(Query query, @Nullable Collection<UUID> ids, @Nullable String after, int together, Taker taker) {
        apart.read(alone -> read(alone, query, ids, after, together, taker));
    }

    private void read(DSLContext alone, Query query, @Nullable Collection<UUID> ids, @Nullable String after, int together, Taker taker) {
        Order order = orders.of(query);
        var reader = new Reader(query.type(), query.attributes());
        List<SelectField<?>> fields = new ArrayList<>(reader.fields("t"));
        fields.addAll(order.keys("t"));
        var statement = alone.select(fields)
                .from(order.rows(query.type(), "t"))
                .where(wanted(query, ids))
                .and(order.after("t", after))
                .orderBy(order.fields("t"))
                .fetchSize(together);
        List<Row> rows = new ArrayList<>(together);
        Reader.Extra<Optional<String>> end = (row, result) ->
                rows.size() + 1 < together ? Optional.empty() : Optional.of(order.cursor(order.position(result, reader.width())));
        reader.each(statement, end, (row, position) -> {
            rows.add(row);
            if (position.isPresent()) {
                taker.take(List.copyOf(rows), position.get());
                rows.clear();
            }
        });
        taker.take(List.copyOf(rows), null);
    }
}
