package io.keyuan.engine.tables;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One card of an address book or one entry of a calendar, while it is read. */
final class Entry {

    private final Map<EntryColumn, String> values = new EnumMap<>(EntryColumn.class);

    /** The first of a kind has the column, whatever comes after it is told among the others. */
    void put(EntryColumn column, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return;
        }
        if (values.putIfAbsent(column, text) != null && !text.equals(values.get(column))) {
            other(column.header(), text);
        }
    }

    void other(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.merge(EntryColumn.OTHER, name + ": " + value.strip(), (before, more) -> before + "\n" + more);
        }
    }

    boolean has(EntryColumn column) {
        return values.containsKey(column);
    }

    Map<EntryColumn, String> values() {
        return values;
    }

    List<String> cells(List<EntryColumn> columns) {
        return columns.stream().map(column -> values.getOrDefault(column, "")).toList();
    }
}
