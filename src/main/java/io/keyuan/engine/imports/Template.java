package io.keyuan.engine.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text made of columns: {@code {product}[ · {account}]}. What stands in brackets is left out where one of its columns is
 * empty.
 */
final class Template {

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> columns = new TreeSet<>();

    private record Part(String text, boolean optional) {}

    Template(String text) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            boolean optional = part.group(1) != null;
            parts.add(new Part(optional ? part.group(1) : part.group(2), optional));
        }
        COLUMN.matcher(text).results().forEach(column -> columns.add(column.group(1)));
    }

    Set<String> columns() {
        return columns;
    }

    /** @param cells the text of a column by its name; empty where the cell is */
    String fill(UnaryOperator<String> cells) {
        var text = new StringBuilder();
        for (Part part : parts) {
            Matcher column = COLUMN.matcher(part.text());
            if (!part.optional() || column.results().noneMatch(found -> cells.apply(found.group(1)).isBlank())) {
                text.append(COLUMN.matcher(part.text())
                        .replaceAll(found -> Matcher.quoteReplacement(cells.apply(found.group(1)))));
            }
        }
        return text.toString().strip();
    }
}
