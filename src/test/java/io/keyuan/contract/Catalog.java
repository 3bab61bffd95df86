package io.keyuan.contract;

import io.keyuan.TestDatabase;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL says of a database that every migration was applied to. */
final class Catalog {

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(l.collname, '')
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            left join pg_collation l on l.oid = a.attcollation
            where a.attnum > 0 and not a.attisdropped
            order by c.relname, a.attnum""";
    private static final String INDEXES = """
            select t.relname, i.relname, x.indisunique, x.indisprimary, coalesce(pg_get_expr(x.indpred, x.indrelid), ''),
                   array(select pg_get_indexdef(x.indexrelid, n, true) from generate_series(1, x.indnkeyatts) n)
            from pg_index x
            join pg_class t on t.oid = x.indrelid and t.relnamespace = 'public'::regnamespace
            join pg_class i on i.oid = x.indexrelid""";
    private static final String FOREIGN_KEYS = """
            select t.relname, k.conname, f.relname,
                   array(select a.attname::text from unnest(k.conkey) with ordinality as n(num, place)
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by n.place)
            from pg_constraint k
            join pg_class t on t.oid = k.conrelid and t.relnamespace = 'public'::regnamespace
            join pg_class f on f.oid = k.confrelid
            where k.contype = 'f'""";

    final List<Column> columns;
    final List<Index> indexes;
    final List<ForeignKey> foreignKeys;

    Catalog() {
        var address = TestDatabase.create();
        columns = read(address, COLUMNS, row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)));
        indexes = read(address, INDEXES, row -> new Index(
                row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getString(5), keys(row, 6)));
        foreignKeys = read(address, FOREIGN_KEYS, row -> new ForeignKey(row.getString(1), row.getString(2), row.getString(3), keys(row, 4)));
    }

    /** @param type as PostgreSQL writes it out: {@code timestamp with time zone} */
    record Column(String table, String name, String type, boolean notNull, String collation) {}

    /** @param keys columns and expressions, without their directions */
    record Index(String table, String name, boolean unique, boolean primary, String predicate, List<String> keys) {}

    record ForeignKey(String table, String name, String target, List<String> columns) {}

    boolean has(String table) {
        return columns.stream().anyMatch(column -> column.table().equals(table));
    }

    @Nullable Column find(String table, String name) {
        return columns.stream().filter(column -> column.table().equals(table) && column.name().equals(name)).findFirst().orElse(null);
    }

    /** An expression in the one way in which expressions are compared here. */
    static String plain(String expression) {
        return expression.toLowerCase(Locale.ROOT).replace("timestamp with time zone", "timestamptz").replaceAll("[\\s\"]", "");
    }

    private static List<String> keys(ResultSet row, int at) throws SQLException {
        return List.of((String[]) row.getArray(at).getArray()).stream().map(Catalog::plain).toList();
    }

    private static <T> List<T> read(DatabaseAddress address, String query, Reading<T> reading) {
        try (var connection = address.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
