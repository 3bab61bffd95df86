package io.keyuan.engine.query;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Query;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads one record or a page of them. Tenant, visibility, filter, order and page become one statement; titles of what
 * records point to come with one more for each object pointed to.
 */
@Component
public class Lists {

    /** Nobody waits longer for a list that no index serves; it is stopped and the reader told what to narrow by. */
    static final int SECONDS = 3;

    private final DSLContext sql;
    private final ReadableAttributes readable;
    private final Conditions conditions;
    private final Orders orders;
    private final Titles titles;
    private final LineRows lines;
    private final Counts counts;
    private final Masking masking;

    Lists(DSLContext sql, ReadableAttributes readable, Conditions conditions, Orders orders, Titles titles, LineRows lines, Counts counts, Masking masking) {
        this.sql = sql;
        this.readable = readable;
        this.conditions = conditions;
        this.orders = orders;
        this.titles = titles;
        this.lines = lines;
        this.counts = counts;
        this.masking = masking;
    }

    public Row get(ObjectType type, UUID id) {
        return get(type, id, Tables.alive("t"));
    }

    public Row getDeleted(ObjectType type, UUID id) {
        return get(type, id, not(Tables.alive("t")));
    }

    private Row get(ObjectType type, UUID id, Condition there) {
        List<Row> found = one(type, id, there);
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        lines.fill(found.getFirst());
        return found.getFirst();
    }

    /** What was just written need not be read again: only titles and lines are. */
    public Row saved(Draft draft) {
        List<Attribute<?>> attributes = readable.all(draft.type());
        var row = new Row(draft.type(), attributes, attributes.stream().map(draft::get).toArray());
        calculate(row, draft.id());
        complete(List.of(row));
        lines.fill(row);
        return row;
    }

    /** What lines and other records have made of it meanwhile. */
    private void calculate(Row row, UUID id) {
        List<Attribute<?>> calculated = row.attributes().stream().filter(attribute -> attribute.calculation() != null).toList();
        if (!calculated.isEmpty()) {
            var reader = new Reader(row.type(), calculated);
            reader.fetch(sql.select(reader.fields("t")).from(Tables.of(row.type(), "t")).where(Tables.ofTenant("t")).and(Tables.uuid("t", "id").eq(id)))
                    .forEach(read -> calculated.forEach(attribute -> row.replace(attribute, read.get(attribute))));
        }
    }

    /** Any record that is there for the reader, in the recycle bin too. */
    public @Nullable Row find(ObjectType type, UUID id) {
        List<Row> found = one(type, id, noCondition());
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The same with its lines. */
    public @Nullable Row whole(ObjectType type, UUID id) {
        Row found = find(type, id);
        if (found != null) {
            lines.fill(found);
        }
        return found;
    }

    private List<Row> one(ObjectType type, UUID id, Condition there) {
        var reader = new Reader(type, readable.all(type));
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(id))
                .and(there)
                .and(conditions.visible(Right.READ, type, "t")));
        complete(rows);
        return rows;
    }

    void complete(List<Row> rows) {
        titles.fill(rows);
        masking.apply(rows);
    }

    public Page page(Query query) {
        ObjectType type = query.type();
        Order order = orders.of(query);
        Wanted wanted = conditions.of(query, "t");
        var reader = new Reader(type, attributes(query));
        List<SelectField<?>> fields = new ArrayList<>(reader.fields("t"));
        fields.addAll(order.keys("t"));
        var statement = sql.select(fields)
                .from(order.rows(type, "t"))
                .where(rows(query, order, wanted))
                .orderBy(order.fields("t"))
                .limit(query.limit() + 1)
                .queryTimeout(SECONDS);
        List<Found> found = reader.fetch(statement, (row, result) -> new Found(row, order.position(result, reader.width())));
        return page(query, order, found, () -> counts.of(query, wanted));
    }

    Condition rows(Query query, Order order, Wanted wanted) {
        return wanted.isManifold() ? firstOfEach(query, order, wanted) : wanted.single().and(order.after("t", query.page()));
    }

    /**
     * The page is among the first rows that are reached for each of the reasons. As an array they are looked for once, whatever
     * PostgreSQL believes of a table that it has no statistics of.
     */
    private Condition firstOfEach(Query query, Order order, Wanted wanted) {
        var first = wanted.reasons().stream()
                .<Select<Record1<UUID>>>map(reason -> select(Tables.uuid("t", "id"))
                        .from(order.rows(query.type(), "t"))
                        .where(wanted.because(reason.condition()))
                        .and(order.after("t", query.page()))
                        .orderBy(reason.named() ? order.withoutIndex("t") : order.fields("t"))
                        .limit(query.limit() + 1))
                .reduce(Select::union)
                .orElseThrow();
        return Tables.ofTenant("t").and(Tables.uuid("t", "id").eq(any(array(first))));
    }

    Page page(Query query, Order order, List<Found> found, Supplier<Page.@Nullable Count> count) {
        boolean more = found.size() > query.limit();
        List<Found> shown = more ? found.subList(0, query.limit()) : found;
        List<Row> rows = shown.stream().map(Found::row).toList();
        complete(rows);
        boolean whole = query.page() == null && !more;
        return new Page(
                rows,
                more ? order.cursor(shown.getLast().position()) : null,
                whole && query.count() != Query.Count.NONE ? new Page.Count(rows.size(), true) : query.count() == Query.Count.NONE ? null : count.get());
    }

    List<Attribute<?>> attributes(Query query) {
        List<Attribute<?>> attributes = new ArrayList<>(query.attributes().isEmpty() ? readable.all(query.type()) : query.attributes());
        attributes.removeIf(attribute -> attribute.columns().isEmpty() || !query.deleted() && readable.isOfTheBin(attribute));
        return attributes;
    }

    record Found(Row row, List<@Nullable String> position) {}
}
