package io.keyuan.engine.query;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.asof.KeptThen;
import io.keyuan.engine.asof.Parts;
import io.keyuan.engine.asof.PastMoments;
import io.keyuan.engine.asof.PastStates;
import io.keyuan.engine.asof.RecordsThen;
import io.keyuan.engine.asof.States;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one record or a page of them as they were. Rows that nobody has changed since come from the table in the order of its
 * indexes; the others are rebuilt, and the first of both make the page. All statements of one answer see the same moment of today.
 */
@Component
public class PastLists {

    private final DSLContext sql;
    private final PastMoments moments;
    private final PastStates past;
    private final KeptThen kept;
    private final Lists lists;
    private final ReadableAttributes readable;
    private final Conditions conditions;
    private final Orders orders;
    private final LineRows lines;
    private final Counts counts;
    private final TransactionTemplate transaction;

    PastLists(
            DSLContext sql, PastMoments moments, PastStates past, KeptThen kept, Lists lists, ReadableAttributes readable, Conditions conditions,
            Orders orders, LineRows lines, Counts counts, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.moments = moments;
        this.past = past;
        this.kept = kept;
        this.lists = lists;
        this.readable = readable;
        this.conditions = conditions;
        this.orders = orders;
        this.lines = lines;
        this.counts = counts;
        transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    private <T> T atOnce(Supplier<T> read) {
        return Objects.requireNonNull(transaction.execute(status -> read.get()));
    }

    /**
     * A record as it was, whatever became of it since, for whoever may see it today.
     *
     * @throws Problem where it was not there then, or is not there for the caller
     */
    public Row get(ObjectType type, UUID id, Instant moment) {
        return atOnce(() -> read(type, id, moments.at(moment)));
    }

    private Row read(ObjectType type, UUID id, RecordsThen then) {
        Row whole = past.of(type, then.moment(), Set.of(id)).reached(id);
        if (whole == null) {
            throw Problem.notFound();
        }
        Row row = readable(whole);
        complete(then, List.of(row));
        lines.fill(row, (child, back) -> past.of(child, then.moment(), lines.ever(child, back, id)).all().stream()
                .filter(line -> id.equals(Objects.requireNonNull(line.get(back)).id()))
                .map(this::readable)
                .toList());
        return row;
    }

    private Row readable(Row whole) {
        List<Attribute<?>> attributes = readable.all(whole.type()).stream().filter(attribute -> !readable.isOfTheBin(attribute)).toList();
        return new Row(whole.type(), attributes, attributes.stream().map(whole::get).toArray());
    }

    private void complete(RecordsThen then, List<Row> rows) {
        kept.fill(then, rows);
        lists.complete(rows);
    }

    /** @param query whose {@link Query#asOf} is not null */
    public Page page(Query query) {
        return atOnce(() -> page(query, moments.at(Objects.requireNonNull(query.asOf()))));
    }

    private Page page(Query query, RecordsThen then) {
        query.sort().stream().map(Query.Sort::attribute).filter(attribute -> !then.knows(attribute)).findFirst().ifPresent(attribute -> {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("sort", "not-sorted-as-of", attribute.name()));
        });
        ObjectType type = query.type();
        Order order = orders.ofThePast(query);
        Condition filter = conditions.filter(then, then.moment(), type, "t", query.filter());
        Parts parts = then.decidedBy(type, concerned(query));
        Wanted untouched = conditions.of(Right.READ, type, "t", parts.untouched("t"), filter);
        Condition rebuilt = Tables.ofTenant("t").and(filter);
        var reader = new Reader(type, lists.attributes(query));
        List<SelectField<?>> fields = new ArrayList<>(reader.fields("t"));
        fields.addAll(order.keys("t"));
        var statement = sql.select(fields)
                .from(order.rows(type, "t"))
                .where(lists.rows(query, order, untouched))
                .orderBy(order.fields("t"))
                .limit(query.limit() + 1)
                .unionAll(select(fields)
                        .from(parts.rebuilt("t"))
                        .where(rebuilt)
                        .and(order.after("t", query.page()))
                        .orderBy(order.fields("t"))
                        .limit(query.limit() + 1))
                .orderBy(places(order, reader.width()))
                .limit(query.limit() + 1)
                .queryTimeout(Lists.SECONDS);
        List<Lists.Found> found = reader.fetch(statement, (row, result) -> new Lists.Found(row, order.position(result, reader.width())));
        takeBack(type, then, found.stream().map(Lists.Found::row).toList());
        kept.fill(then, found.stream().map(Lists.Found::row).toList());
        return lists.page(query, order, found, () -> count(query, parts, untouched, rebuilt));
    }

    /** What decides which records are shown and in what order; the order of none that is said is that in which they were made. */
    private Set<Attribute<?>> concerned(Query query) {
        Set<Attribute<?>> concerned = new HashSet<>(conditions.named(query.type(), query.filter()));
        query.sort().forEach(sort -> concerned.add(sort.attribute()));
        return concerned;
    }

    /** The rows of the page become what they were in everything else as well. */
    private void takeBack(ObjectType type, RecordsThen then, List<Row> rows) {
        States states = past.of(type, then.moment(), rows.stream().map(row -> Objects.requireNonNull(row.get(type.id))).toList());
        for (Row row : rows) {
            Row whole = states.reached(Objects.requireNonNull(row.get(type.id)));
            for (int at = 0; whole != null && at < row.attributes().size(); at++) {
                row.values()[at] = whole.get(row.attributes().get(at));
            }
        }
    }

    /** The columns of the keys by their places in what is selected. */
    private static List<SortField<?>> places(Order order, int width) {
        List<SortField<?>> places = new ArrayList<>();
        for (Order.Key key : order.keys()) {
            var place = inline(width + places.size() + 1);
            places.add(key.descending() ? place.desc() : place.asc());
        }
        return places;
    }

    private Page.Count count(Query query, Parts parts, Wanted untouched, Condition rebuilt) {
        return counts.count(query.count(), most -> {
            Select<Record1<UUID>> unchanged = select(Tables.uuid("t", "id")).from(Tables.of(query.type(), "t")).where(untouched.whole()).limit(most);
            return unchanged.unionAll(
                    select(Tables.uuid("t", "id")).from(parts.rebuilt("t")).where(rebuilt).limit(most));
        });
    }
}
