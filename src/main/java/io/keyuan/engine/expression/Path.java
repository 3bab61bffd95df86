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
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.KeyRange;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the row or of a record it points to, or a part of it.
 *
 * @param member which of its parts is meant; null where none of them is
 */
record Path(Place place, Attribute<?> attribute, Part part, @Nullable ValuePart member, CelExpr node) implements Operand {

    /** More of them are no help to the planner. */
    private static final int MOST_RANGES = 100;

    /** What of the attribute is meant. */
    enum Part {
        WHOLE,
        /** One of its {@linkplain io.keyuan.engine.AttributeType#parts parts}: {@code amount.currency}. */
        MEMBER,
        /** Of a choice: the fixed meaning behind it, {@code stage.meaning}. */
        MEANING,
        /** Of text, and of choices that are several: {@code size(name)}. */
        LENGTH
    }

    Path part(Part part, CelExpr node) {
        return new Path(place, attribute, part, null, node);
    }

    Path member(ValuePart member, CelExpr node) {
        return new Path(place, attribute, Part.MEMBER, member, node);
    }

    private ValuePart requireMember() {
        return Objects.requireNonNull(member);
    }

    ExpressionKind kind() {
        return switch (part) {
            case WHOLE, MEANING -> attribute.type().kind();
            case MEMBER -> requireMember().kind();
            case LENGTH -> ExpressionKind.NUMBER;
        };
    }

    /** Whether less and greater mean something. */
    boolean isOrdered() {
        return switch (kind()) {
            case NUMBER, MONEY, DATE, TIME -> true;
            case TEXT -> isKeyed();
            case YES_NO, CHOICE, CHOICES, REFERENCE, ROWS, ADDRESS -> false;
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
        return part == Part.MEMBER
                ? Tables.column(place.alias(), attribute.columns().get(requireMember().column()))
                : Tables.column(place.alias(), attribute);
    }

    @SuppressWarnings("unchecked")
    Term term() {
        var plain = (Field<Object>) plain();
        // Only numbers, dates and times are indexed by what they sort by; owners and choices are looked up as they are.
        boolean sorted = part == Part.WHOLE && attribute.isSortable() && isOrdered() && !isKeyed();
        Term.Lookup row = Term.Lookup.in(sorted ? (Field<Object>) Sorting.sortField(place.alias(), attribute) : plain);
        return new Term(plain, part == Part.WHOLE && !isKeyed() && kind() != ExpressionKind.ADDRESS ? lookup(row) : row, isNullable());
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

    /** Where keys are that have one of these values in the part that is meant; nowhere where keys do not tell, or are not found by their order. */
    List<KeyRange> keys(List<?> values) {
        List<List<KeyRange>> ranges = part == Part.MEMBER && isKeyOrdered()
                ? values.stream().map(value -> requireMember().keys().apply((String) value)).toList()
                : List.of();
        List<KeyRange> all = ranges.stream().flatMap(List::stream).distinct().toList();
        return ranges.stream().anyMatch(List::isEmpty) || all.size() > MOST_RANGES ? List.of() : all;
    }

    /** Keys in a document are compared as the database's language has it, those in columns and where values are looked up by bytes. */
    private boolean isKeyOrdered() {
        return Sorting.column(attribute).document() == null || attribute.index() != null && place.records().isIndexed();
    }

    private boolean isNullable() {
        return kind() == ExpressionKind.MONEY || part == Part.MEMBER || attribute.mayBeMissing();
    }

    private Field<?> plain() {
        var columns = attribute.columns();
        return switch (part) {
            case WHOLE -> kind() == ExpressionKind.MONEY ? Tables.column(place.alias(), columns.getLast()) : present();
            case LENGTH -> attribute.type().kind() == ExpressionKind.CHOICES
                    ? coalesce(cardinality(several()), inline(0)).cast(SQLDataType.NUMERIC)
                    : length(present().cast(SQLDataType.CLOB)).cast(SQLDataType.NUMERIC);
            case MEMBER, MEANING -> present();
        };
    }
}
