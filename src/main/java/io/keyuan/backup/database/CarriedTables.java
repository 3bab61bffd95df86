package io.keyuan.backup.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the tables of companies in the current schema. What has no company is the installation's and is not carried. */
final class CarriedTables {

    private static final String COLUMNS = """
            select c.relname, a.attname, pg_table_size(c.oid)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum""";

    private CarriedTables() {}

    private record Column(String table, String name, long tableSize) {}

    /** In the order of their names. */
    static List<CarriedTable> in(Sql sql) throws SQLException {
        Map<String, List<Column>> byTable = new LinkedHashMap<>();
        for (Column column : sql.list(row -> new Column(row.getString(1), row.getString(2), row.getLong(3)), COLUMNS)) {
            byTable.computeIfAbsent(column.table(), table -> new ArrayList<>()).add(column);
        }
        return byTable.values().stream().map(CarriedTables::table).filter(table -> !table.key().isEmpty()).toList();
    }

    private static CarriedTable table(List<Column> columns) {
        String name = columns.getFirst().table();
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        String key = name.equals("tenant") ? "id" : "tenant_id";
        boolean carried = names.remove(key);
        names.addFirst(key);
        return new CarriedTable(name, carried ? key : "", List.copyOf(names), columns.getFirst().tableSize());
    }
}
