package io.keyuan.engine.imports;

import io.keyuan.engine.tables.Row;
import io.keyuan.engine.tables.TableFile;
import io.keyuan.engine.tables.TableProblem;
import io.keyuan.engine.tables.TableRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A look through the whole file before anything is written: whether it can be read to its end, how many rows there are, and,
 * where rows name one another, which names they bring.
 */
record Survey(long rows, Fingerprints names) {

    /** @throws io.keyuan.engine.Problem where the file breaks off or turns into something else on the way */
    static Survey of(TableFile table, Plan plan) throws IOException {
        List<Source> naming = naming(plan);
        var names = new Fingerprints();
        long count = 0;
        try (TableRows rows = table.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.isBlank()) {
                    count++;
                    naming.forEach(source -> names.add(Words.alike(source.text(row.cells()))));
                }
            }
        } catch (TableProblem problem) {
            throw Uploads.refusal(problem);
        }
        return new Survey(count, names);
    }

    /** The columns by which a row of this file is named in others. */
    private static List<Source> naming(Plan plan) {
        return plan.toItself().stream()
                .flatMap(rule -> ((References) rule.reading()).by().stream())
                .distinct()
                .map(plan::source)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a row of the file is, or will be, called this. */
    boolean brings(String name) {
        return names.contains(Words.alike(name));
    }
}
