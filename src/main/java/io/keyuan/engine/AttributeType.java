package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a value looks in the database, in JSON, in a cell of a file and in an expression. One class per type serves every
 * attribute of that type.
 *
 * @param <T> the value in Java, immutable
 */
public abstract sealed class AttributeType<T>
        permits TextType, NumberType, DecimalType, MoneyType, AddressType, DateType, TimeType, BooleanType, ChoiceType, MultiChoiceType,
                ReferenceType, FileType, LinesType, IdType {

    /** Its name in metadata and OpenAPI: {@code text}, {@code money}, … */
    public abstract String code();

    /** The columns of an attribute with this column name; empty where values are rows elsewhere. */
    public abstract List<Column> columns(String column, Attribute<?> attribute);

    /** Which of the columns lists sort by. */
    public Column sorted(List<Column> columns) {
        return columns.getFirst();
    }

    /** What a value consists of, where it is more than one thing. */
    public List<ValuePart> parts() {
        return List.of();
    }

    /** @return null where values have no part of this name */
    public final @Nullable ValuePart part(String name) {
        return parts().stream().filter(part -> part.name().equals(name)).findFirst().orElse(null);
    }

    /** Those of the parts that JSON names alike and that may be given without the others, as {@link SomeParts}. */
    public List<ValuePart> givenParts() {
        return List.of();
    }

    /**
     * What people call a part of a value: 深圳市, though the city is 440300.
     *
     * @param part one of the {@linkplain #givenParts parts} that may be given
     * @return null where the value has no such part
     */
    public @Nullable String called(T value, ValuePart part, Locale language) {
        throw new IllegalArgumentException(code() + " is not given by its part " + part.name());
    }

    /** Reads the value whose first read column is at this position (from 1). */
    public abstract @Nullable T read(ResultSet row, int at) throws SQLException;

    /** Writes one object for each of the columns, nulls for no value. */
    public abstract void bind(@Nullable T value, @Nullable Object[] cells);

    /** Makes a value of parsed JSON: string, number, boolean, map or list, never null. */
    public abstract T coerce(Object json, Coercion context) throws BadValue;

    /**
     * Makes a value of parsed JSON that may say no more than what changes.
     *
     * @param before what the record has; null for nothing
     */
    public T coerce(Object json, @Nullable T before, Coercion context) throws BadValue {
        return coerce(json, context);
    }

    /** Whether a value says no more than none would. */
    public boolean isNothing(T value) {
        return false;
    }

    /** Whether the tenant has a list of choices of which the values are. */
    public boolean isOfChoices() {
        return false;
    }

    /** The choices a new tenant begins with; none where values are no choices. */
    public List<Option> options() {
        return List.of();
    }

    /** Makes a value of the text of a cell, never blank. */
    public T parse(String cell, Coercion context) throws BadValue {
        return coerce(cell, context);
    }

    /** The value as JSON can say it: string, number, boolean, map or list. */
    public abstract Object json(T value);

    /** The value again of which {@link #json} made this, however long ago: what may be given today is not asked. */
    public abstract T revive(Object json);

    /** Whether two stored values are the same to a reader. */
    public boolean same(@Nullable T one, @Nullable T other) {
        return Objects.equals(one, other);
    }

    /** The kind of the value in expressions. */
    public abstract ExpressionKind kind();

    boolean filterable() {
        return true;
    }
}
