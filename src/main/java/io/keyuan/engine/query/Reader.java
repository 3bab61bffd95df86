package io.keyuan.engine.query;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.SelectedColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Reads the columns of some attributes, and makes rows of them straight from the driver's result. */
public final class Reader {

    private final ObjectType type;
    private final List<Attribute<?>> attributes;
    private final int[] positions;
    private final List<Column> columns = new ArrayList<>();

    /** @param attributes in the order in which the rows shall hold them */
    public Reader(ObjectType type, List<Attribute<?>> attributes) {
        this.type = type;
        this.attributes = List.copyOf(attributes);
        positions = new int[attributes.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = columns.size() + 1;
            attributes.get(i).columns().stream().filter(Column::read).forEach(columns::add);
        }
    }

    public static Reader all(ObjectType type) {
        return new Reader(type, type.attributes());
    }

    public List<SelectField<?>> fields(String alias) {
        return columns.isEmpty() ? List.of() : List.of(SelectedColumns.of(alias, columns));
    }

    public List<Row> fetch(ResultQuery<? extends Record> query) {
        return fetch(query, (row, result) -> row);
    }

    /** @param last reads what was selected after the attributes' columns */
    public <R> List<R> fetch(ResultQuery<? extends Record> query, Extra<R> last) {
        List<R> rows = new ArrayList<>();
        each(query, last, (row, read) -> rows.add(read));
        return rows;
    }

    /** Hands on row after row; how many are fetched together the query says. */
    public <R> void each(ResultQuery<? extends Record> query, Extra<R> last, BiConsumer<Row, R> taker) {
        try (Cursor<? extends Record> cursor = query.fetchLazy(); ResultSet result = cursor.resultSet()) {
            while (result != null && result.next()) {
                Row row = row(result);
                taker.accept(row, last.read(row, result));
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading " + type, e);
        }
    }

    /** How many columns come before the extra ones. */
    public int width() {
        return columns.size();
    }

    private Row row(ResultSet result) throws SQLException {
        @Nullable Object[] values = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            values[i] = attributes.get(i).type().read(result, positions[i]);
        }
        return new Row(type, attributes, values);
    }

    /** Makes something of a row and of what stands beside it. */
    public interface Extra<R> {
        R read(Row row, ResultSet result) throws SQLException;
    }

    static Field<?>[] array(List<? extends Field<?>> fields) {
        return fields.toArray(Field<?>[]::new);
    }
}
