package io.keyuan.engine.sql;

import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into one of a tenant's tables with one statement: a value per column for one row, an array per column for
 * many. For one row the arrays would cost more than the row.
 */
public final class Insert {

    private final String one;
    private final String many;
    private final List<Column> columns;

    /** @param suffix what follows the statement, such as {@code on conflict …}; may be empty */
    public Insert(String table, List<Column> columns, String suffix) {
        this.columns = List.copyOf(columns);
        String names = names(columns);
        String into = "insert into " + quoted(table) + " (tenant_id, " + names + ") ";
        this.one = into + "values (?, " + parameters(columns, "") + ") " + suffix;
        this.many = into + "select ?, " + elements(columns) + " from unnest(" + arrays(columns) + ") as u(" + names + ") " + suffix;
    }

    /** Puts records of an object into its table; {@link #records} makes the values of it. */
    public static Insert records(ObjectType type, List<Column> columns) {
        return new Insert(type.table(), type.part() == null ? columns : Stream.concat(columns.stream(), Stream.of(Tables.PART)).toList(), "");
    }

    /** @param values one array per column without that which says whose records they are, all as long as there are rows */
    public DataChange records(ObjectType type, @Nullable Object[][] values) {
        if (type.part() == null) {
            return of(values);
        }
        @Nullable Object[][] whole = Arrays.copyOf(values, values.length + 1);
        @Nullable Object[] part = new Object[values[0].length];
        Arrays.fill(part, type.part());
        whole[values.length] = part;
        return of(whole);
    }

    /** @param values one array per column, all as long as there are rows */
    public DataChange of(@Nullable Object[][] values) {
        int rows = values[0].length;
        List<Parameter> parameters = new ArrayList<>(columns.size() + 1);
        parameters.add(Parameter.tenant());
        parameters.addAll(bound(columns, values));
        return new DataChange(rows == 1 ? one : many, parameters, rows);
    }

    /** The values of one row, or an array for each column of many. */
    static List<Parameter> bound(List<Column> columns, @Nullable Object[][] values) {
        List<Parameter> parameters = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            parameters.add(values[i].length == 1
                    ? new Parameter.One(columns.get(i).sqlType(), values[i][0])
                    : new Parameter.Many(element(columns.get(i)), values[i]));
        }
        return parameters;
    }

    static String parameters(List<Column> columns, String form) {
        return columns.stream().map(column -> "?::" + column.sqlType() + form).collect(Collectors.joining(", "));
    }

    /** An array of rows for each column. */
    static String arrays(List<Column> columns) {
        return columns.stream().map(column -> "?::" + element(column) + "[]").collect(Collectors.joining(", "));
    }

    /** As what the values of rows travel: PostgreSQL has no arrays of arrays that differ in length, and so these come as text. */
    private static String element(Column column) {
        return column.isArray() ? "text" : column.sqlType();
    }

    /** The value of a row in a statement that has {@link #arrays} as {@code u}. */
    static String value(Column column) {
        return "u." + quoted(column.name()) + (column.isArray() ? "::" + column.sqlType() : "");
    }

    private static String elements(List<Column> columns) {
        return columns.stream().noneMatch(Column::isArray) ? "u.*" : columns.stream().map(Insert::value).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    static String names(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }
}
