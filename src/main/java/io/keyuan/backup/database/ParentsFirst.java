package io.keyuan.backup.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order in which tables are filled, so that what a row points to is there before it. */
final class ParentsFirst {

    /** Those that are checked at the end of a transaction may be filled in any order. */
    private static final String IMMEDIATE = """
            select c.relname, p.relname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
            where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid
              and k.connamespace = current_schema()::regnamespace""";

    private final Map<String, List<String>> parents;
    private final Map<String, CarriedTable> tables;
    private final Set<CarriedTable> sorted = new LinkedHashSet<>();

    private ParentsFirst(Map<String, List<String>> parents, Map<String, CarriedTable> tables) {
        this.parents = parents;
        this.tables = tables;
    }

    private record Reference(String child, String parent) {}

    static List<CarriedTable> of(List<CarriedTable> tables, Sql sql) throws SQLException {
        List<Reference> references = sql.list(row -> new Reference(row.getString(1), row.getString(2)), IMMEDIATE);
        var order = new ParentsFirst(
                references.stream().collect(Collectors.groupingBy(
                        Reference::child, Collectors.mapping(Reference::parent, Collectors.toList()))),
                tables.stream().collect(Collectors.toMap(CarriedTable::name, Function.identity())));
        tables.forEach(order::add);
        return new ArrayList<>(order.sorted);
    }

    private void add(@Nullable CarriedTable table) {
        if (table != null && !sorted.contains(table)) {
            parents.getOrDefault(table.name(), List.of()).forEach(parent -> add(tables.get(parent)));
            sorted.add(table);
        }
    }
}
