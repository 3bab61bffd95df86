package io.keyuan.engine.query;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and its pages: a page begins after the sort values of the last row before it, so that the millionth
 * page costs what the first does. Every key is never null, which lets one index serve both directions.
 */
record Order(List<Key> keys) {

    /** The one character that no value in PostgreSQL holds. */
    private static final String SEPARATOR = "\u0000";

    /**
     * @param field the expression sorted by, for an alias of the table
     * @param index where the values are that the table itself has no index of; null where it has
     */
    record Key(String name, Function<String, Field<?>> field, @Nullable ValueIndex index, boolean descending) {

        Key(String name, Function<String, Field<?>> field, boolean descending) {
            this(name, field, null, descending);
        }
    }

    /** The table with whatever rows the order goes by. */
    Table<?> rows(ObjectType type, String alias) {
        Table<?> rows = Tables.of(type, alias);
        for (int i = 0; i < keys.size(); i++) {
            ValueIndex index = keys.get(i).index();
            if (index != null) {
                String beside = beside(alias, i);
                rows = rows.join(IndexedValues.of(index, beside)).on(IndexedValues.ofRecord(index, beside, Tables.uuid(alias, "id")));
            }
        }
        return rows;
    }

    /** What the rows of a key are called. */
    static String beside(String alias, int key) {
        return alias + "_k" + key;
    }

    List<SortField<?>> fields(String alias) {
        return keys.stream().<SortField<?>>map(key -> sorted(key.field().apply(alias), key.descending())).toList();
    }

    /** The same order, but as no index has it: for rows that are to be looked up on another way. */
    List<SortField<?>> withoutIndex(String alias) {
        boolean down = keys.getFirst().descending();
        return keys.stream().allMatch(key -> key.descending() == down) ? List.of(sorted(Sorting.together(keys(alias)), down)) : fields(alias);
    }

    private static SortField<?> sorted(Field<?> field, boolean descending) {
        return descending ? field.desc() : field.asc();
    }

    /** What is read beside the attributes, to know where the next page begins. */
    List<Field<?>> keys(String alias) {
        return keys.stream().<Field<?>>map(key -> key.field().apply(alias)).toList();
    }

    List<@Nullable String> position(ResultSet result, int width) throws SQLException {
        List<@Nullable String> position = new ArrayList<>(keys.size());
        for (int i = 1; i <= keys.size(); i++) {
            position.add(result.getString(width + i));
        }
        return position;
    }

    /** A text that says where a page ended and in which order. */
    String cursor(List<@Nullable String> position) {
        String text = signature() + SEPARATOR + String.join(SEPARATOR, position.stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String signature() {
        return keys.stream().map(key -> (key.descending() ? "-" : "") + key.name()).collect(Collectors.joining(","));
    }

    Condition after(String alias, @Nullable String cursor) {
        return cursor == null ? noCondition() : after(alias, values(alias, cursor));
    }

    private List<String> values(String alias, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == keys.size() + 1 && parts.getFirst().equals(signature()) && isReadable(alias, parts.subList(1, parts.size()))) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours; answered below.
        }
        throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
    }

    private boolean isReadable(String alias, List<String> values) {
        List<Field<?>> fields = keys(alias);
        return IntStream.range(0, values.size()).allMatch(i -> SortValue.isReadable(fields.get(i).getType(), values.get(i)));
    }

    private Condition after(String alias, List<String> values) {
        boolean down = keys.getFirst().descending();
        return keys.stream().allMatch(key -> key.descending() == down) ? together(alias, values, down) : apart(alias, values);
    }

    /** One direction: the keys compare as one row, which an index on them answers by going straight to the place. */
    private Condition together(String alias, List<String> values, boolean down) {
        List<Field<?>> fields = keys(alias);
        List<Field<?>> bounds = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            bounds.add(bound(fields.get(i), values.get(i)));
        }
        return down ? row(fields).lt(row(bounds)) : row(fields).gt(row(bounds));
    }

    /** Mixed directions: beyond in the first key, or equal in it and beyond in the next, and so on. */
    private Condition apart(String alias, List<String> values) {
        Condition result = org.jooq.impl.DSL.falseCondition();
        Condition equalSoFar = noCondition();
        for (int i = 0; i < keys.size(); i++) {
            Field<?> field = keys.get(i).field().apply(alias);
            result = result.or(equalSoFar.and(beyond(field, values.get(i), keys.get(i).descending())));
            equalSoFar = equalSoFar.and(equal(field, values.get(i)));
        }
        return result;
    }

    private static <T> Condition beyond(Field<T> field, String value, boolean down) {
        return down ? field.lt(bound(field, value)) : field.gt(bound(field, value));
    }

    private static <T> Condition equal(Field<T> field, String value) {
        return field.eq(bound(field, value));
    }

    private static <T> Field<T> bound(Field<T> field, String value) {
        return cast(val(value), field.getDataType());
    }
}
