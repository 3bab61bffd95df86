package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** An attribute of the row or of a record it points to, or a part of it. */
record Path(Place place, Attribute<?> attribute, Part part, CelExpr node) implements Operand {

    /** What of the attribute is meant. */
    enum Part {
        WHOLE,
        /** Of money: {@code amount.currency}. */
        CURRENCY,
        /** Of money: its amount in its own currency, {@code amount.value}. */
        AMOUNT,
        /** Of a choice: the fixed meaning behind it, {@code stage.meaning}. */
        MEANING,
        /** Of text, and of choices that are several: {@code size(name)}. */
        LENGTH
    }

    Path part(Part part, CelExpr node) {
        return new Path(place, attribute, part, node);
    }

    ExpressionKind kind() {
        return switch (part) {
            case WHOLE, MEANING -> attribute.type().kind();
            case CURRENCY -> ExpressionKind.TEXT;
            case AMOUNT, LENGTH -> ExpressionKind.NUMBER;
        };
    }

    /** Whether less and greater mean something. */
    boolean isOrdered() {
        return switch (kind()) {
            case NUMBER, MONEY, DATE, TIME -> true;
            case TEXT -> isKeyed();
            case YES_NO, CHOICE, CHOICES, REFERENCE, ROWS -> false;
        };
    }

    /** Whether it is text with a sort key, by which it is ordered and found. */
    boolean isKeyed() {
        return part == Part.WHOLE && Sorting.isKeyed(attribute);
    }

    boolean isWholeNumber() {
        return part == Part.WHOLE && attribute.type() instanceof NumberType;
    }

    /** The column that is null where there is no value at all. */
    Field<?> present() {
        return Tables.column(place.alias(), attribute);
    }

    @SuppressWarnings("unchecked")
    Term term() {
        var plain = (Field<Object>) plain();
        // Only numbers, dates and times are indexed by what they sort by; owners and choices are looked up as they are.
        boolean sorted = part == Part.WHOLE && attribute.isSortable() && isOrdered() && !isKeyed();
        Term.Lookup row = Term.Lookup.in(sorted ? (Field<Object>) Sorting.sortField(place.alias(), attribute) : plain);
        return new Term(plain, part == Part.WHOLE && !isKeyed() ? lookup(row) : row, isNullable());
    }

    /** Where the attribute has rows to look its values up in, and what is asked for has such rows, there; else in the row. */
    private Term.Lookup lookup(Term.Lookup row) {
        ValueIndex index = attribute.index();
        return index == null || !place.records().isIndexed()
                ? row
                : test -> IndexedValues.meets(index, place.alias() + "_i", Tables.uuid(place.alias(), "id"), test);
    }

    /** The column of choices that are several. */
    @SuppressWarnings("unchecked")
    Field<String[]> several() {
        return (Field<String[]>) present();
    }

    /** The key that text is ordered by. */
    @SuppressWarnings("unchecked")
    Term key() {
        var plain = (Field<Object>) Tables.column(place.alias(), Sorting.column(attribute));
        return new Term(plain, lookup(Term.Lookup.in((Field<Object>) Sorting.sortField(place.alias(), attribute))), isNullable());
    }

    private boolean isNullable() {
        return kind() == ExpressionKind.MONEY || attribute.mayBeMissing();
    }

    private Field<?> plain() {
        var columns = attribute.columns();
        return switch (part) {
            case WHOLE -> kind() == ExpressionKind.MONEY ? Tables.column(place.alias(), columns.getLast()) : present();
            case CURRENCY -> Tables.column(place.alias(), columns.get(1));
            case LENGTH -> attribute.type().kind() == ExpressionKind.CHOICES
                    ? coalesce(cardinality(several()), inline(0)).cast(SQLDataType.NUMERIC)
                    : length(present().cast(SQLDataType.CLOB)).cast(SQLDataType.NUMERIC);
            case AMOUNT, MEANING -> present();
        };
    }
}
