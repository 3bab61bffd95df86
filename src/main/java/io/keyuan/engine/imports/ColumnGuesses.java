package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.IdType;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guesses which column is what: each attribute goes to the column that fits it best, each column to one attribute. */
@Component
class ColumnGuesses {

    private static final double AGREEMENT = 0.15;
    static final double LEAST = 0.3;
    private static final int SEVERAL = 3;

    private final ImportableAttributes importable;
    private final HeaderWords headers;
    private final ContentWords contents;

    ColumnGuesses(ImportableAttributes importable, HeaderWords headers, ContentWords contents) {
        this.importable = importable;
        this.headers = headers;
        this.contents = contents;
    }

    private record Fit(int column, ImportableAttributes.Attributed target, Guess guess) {}

    /** @return by the index of the column; those without are left out */
    Map<Integer, Guess> of(ObjectType type, FileLook look) {
        List<ImportableAttributes.Attributed> targets = importable.of(type);
        var titles = contents.titles(look.columns(), targets);
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < look.columns().size(); i++) {
            for (ImportableAttributes.Attributed target : targets) {
                FileLook.Column column = look.columns().get(i);
                Guess guess = together(headers.guess(column.header(), target), contents.guess(column, target, titles), target);
                if (guess != null && guess.confidence() >= LEAST) {
                    fits.add(new Fit(i, target, guess));
                }
            }
        }
        keepTogether(fits);
        return best(fits);
    }

    /** Several columns that are called like parts of one value are that value, whatever else is called like one of them: 省, 城市, 区县. */
    private static void keepTogether(List<Fit> fits) {
        Map<Attribute<?>, Set<Integer>> parts = new HashMap<>();
        fits.stream()
                .filter(fit -> fit.target().part() != null)
                .forEach(fit -> parts.computeIfAbsent(fit.target().attribute(), any -> new HashSet<>()).add(fit.column()));
        parts.values().removeIf(columns -> columns.size() < SEVERAL);
        fits.removeIf(fit -> fit.target().part() == null && parts.values().stream().anyMatch(columns -> columns.contains(fit.column())));
    }

    private static @Nullable Guess together(@Nullable Guess header, @Nullable Guess content, ImportableAttributes.Attributed target) {
        if (header == null || content == null) {
            return header == null ? content : header;
        }
        if (content.confidence() == 0) {
            // Called like it, but what is in it cannot be: certain names are believed, for the cells may be wrong.
            boolean sure = header.reason() != Guess.Reason.SIMILAR && !(target.attribute().type() instanceof IdType);
            return !sure ? null : target.guess(header.confidence() - 2 * AGREEMENT, header.reason());
        }
        Guess stronger = header.confidence() >= content.confidence() ? header : content;
        return target.guess(stronger.confidence() + AGREEMENT, stronger.reason());
    }

    private static Map<Integer, Guess> best(List<Fit> fits) {
        fits.sort(Comparator.comparingDouble((Fit fit) -> fit.guess().confidence()).reversed());
        Map<Integer, Guess> best = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Fit fit : fits) {
            if (!best.containsKey(fit.column()) && taken.add(fit.guess().field())) {
                best.put(fit.column(), fit.guess());
            }
        }
        return best;
    }
}
