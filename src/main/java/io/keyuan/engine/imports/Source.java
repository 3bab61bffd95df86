package io.keyuan.engine.imports;

import io.keyuan.engine.tables.Formulas;
import java.util.List;
import java.util.Map;

/** Where a row has the text for an attribute; empty text where it has none. */
sealed interface Source {

    String text(List<String> cells);

    /** The header or template by which people know it. */
    String name();

    /** One column. */
    record OfColumn(String name, int column, Map<String, String> values) implements Source {

        @Override
        public String text(List<String> cells) {
            String text = column < cells.size() ? Formulas.original(cells.get(column).strip()) : "";
            return values.getOrDefault(text, text);
        }
    }

    /** Several columns in one text, each with what its values mean. */
    record OfTemplate(String name, Template template, Map<String, OfColumn> columns, Map<String, String> values) implements Source {

        @Override
        public String text(List<String> cells) {
            String text = template.fill(column -> {
                OfColumn source = columns.get(column);
                return source == null ? "" : source.text(cells);
            });
            return values.getOrDefault(text, text);
        }
    }
}
