package io.keyuan.engine.aggregate;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.emptyGroupingSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The one statement. Inside, a row for each record, or for each group that its lines put it into: its groups g0, g1, … and of each attribute that is measured the
 * amount a…, currency c… and worth in the base currency b…, numbered by the attribute. Outside, these by group and
 * currency. Groups are computed inside because PostgreSQL does not take two expressions with bind values for the same.
 */
final class Statement {

    private static final String INSIDE = "r";

    private static final int SECONDS = 3;

    private final Source source;
    private final List<Group> groups;
    private final List<Measure> measures;
    private final List<Attribute<?>> measured;

    Statement(Source source, List<Group> groups, List<Measure> measures) {
        this.source = source;
        this.groups = groups;
        this.measures = measures;
        this.measured = measures.stream().<Attribute<?>>mapMulti((measure, next) -> {
            if (measure.attribute() != null) {
                next.accept(measure.attribute());
            }
        }).distinct().toList();
    }

    /** Whether the rows of a group may be several, one for each currency. */
    boolean hasCurrencies() {
        return measures.stream().anyMatch(Measure::isMoney);
    }

    /** Groups with more records first, the rows of a group together. */
    Result<? extends Record> fetch(DSLContext sql, Condition filter, int limit) {
        List<Field<?>> keys = keys();
        List<Field<?>> all = new ArrayList<>(keys);
        currencies().forEach(all::add);
        List<SelectField<?>> columns = new ArrayList<>(all);
        columns.add(count().as("n"));
        IntStream.range(0, measures.size()).forEach(i -> columns.addAll(figures(i)));
        return sql.select(columns)
                .from(inside(filter))
                .groupBy(all.isEmpty() ? List.<GroupField>of(emptyGroupingSet()) : all)
                .orderBy(order(keys))
                .limit(limit)
                .queryTimeout(SECONDS)
                .fetch();
    }

    private List<OrderField<?>> order(List<Field<?>> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<OrderField<?>> order = new ArrayList<>(keys);
        order.addFirst(hasCurrencies() ? sum(count()).over(partitionBy(keys)).desc() : count().desc());
        return order;
    }

    private Table<?> inside(Condition filter) {
        List<SelectField<?>> columns = new ArrayList<>();
        IntStream.range(0, groups.size()).forEach(i -> columns.add(groups.get(i).field().as("g" + i)));
        for (Attribute<?> attribute : measured) {
            var own = attribute.columns();
            columns.add(Tables.column(Source.ROW, own.getFirst()).as("a" + attribute.ordinal()));
            if (attribute.type() instanceof MoneyType) {
                columns.add(Tables.column(Source.ROW, own.get(1)).as("c" + attribute.ordinal()));
                columns.add(Tables.column(Source.ROW, own.get(2)).as("b" + attribute.ordinal()));
            }
        }
        // Nothing may be asked of the records but how many there are; and several lines may put one into a group again.
        if (columns.isEmpty() || source.hasLines()) {
            columns.add(Tables.uuid(Source.ROW, "id"));
        }
        var rows = source.hasLines() ? selectDistinct(columns) : select(columns);
        return rows.from(source.tables()).where(source.rows().and(filter)).asTable(INSIDE);
    }

    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            keys.add(field(name(INSIDE, "g" + i), groups.get(i).field().getDataType()));
        }
        return keys;
    }

    private List<Field<String>> currencies() {
        return measured.stream()
                .filter(attribute -> attribute.type() instanceof MoneyType)
                .map(attribute -> field(name(INSIDE, "c" + attribute.ordinal()), SQLDataType.CLOB))
                .toList();
    }

    private List<Field<?>> figures(int index) {
        Measure measure = measures.get(index);
        if (measure.attribute() == null) {
            return List.of();
        }
        List<Field<?>> figures = new ArrayList<>(figures(measure, "a", index));
        if (measure.isMoney()) {
            figures.addAll(figures(measure, "b", index));
        }
        return figures;
    }

    private static List<Field<?>> figures(Measure measure, String column, int index) {
        int ordinal = Objects.requireNonNull(measure.attribute()).ordinal();
        Field<BigDecimal> value = field(name(INSIDE, column + ordinal), SQLDataType.NUMERIC);
        Field<BigDecimal> figure = switch (measure.function()) {
            case MIN -> min(value);
            case MAX -> max(value);
            case COUNT, SUM, AVG -> sum(value);
        };
        return List.of(figure.as(column + "_value" + index), count(value).as(column + "_count" + index));
    }

    /** Adds a row to the group it belongs to. */
    void add(Record row, Tallies tallies) {
        tallies.count(row.get("n", Long.class));
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            if (measure.isMoney()) {
                addMoney(row, i, tallies.figures().get(i));
            } else if (measure.attribute() != null) {
                tallies.figures().get(i).add(row.get("a_value" + i, BigDecimal.class), row.get("a_count" + i, Long.class));
            }
        }
    }

    private void addMoney(Record row, int index, Tallies.Figures figures) {
        String currency = row.get("c" + Objects.requireNonNull(measures.get(index).attribute()).ordinal(), String.class);
        if (currency != null) {
            figures.add(currency, row.get("a_value" + index, BigDecimal.class), row.get("a_count" + index, Long.class));
            figures.add(row.get("b_value" + index, BigDecimal.class), row.get("b_count" + index, Long.class));
        }
    }
}
