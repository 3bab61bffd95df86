package io.keyuan.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Definitions;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import io.keyuan.engine.tables.Hints;
import io.keyuan.engine.tables.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How much of a file is in memory does not depend on what is in its cells. */
class LongCellsTest {

    private static final String LONG = "客".repeat(90_000);

    private final Path file;

    LongCellsTest(@TempDir Path folder) {
        file = folder.resolve("rows.csv");
    }

    @Test
    void rowsWithLongCellsComeInSmallerChunksAndNoneIsLost() throws Exception {
        TableFile table = table("name,remarks\n" + ("A," + LONG + "\n").repeat(100) + "B,\n".repeat(1500));

        List<List<Candidate>> chunks = chunks(table, row -> true);

        assertThat(chunks).allSatisfy(chunk -> assertThat(characters(chunk)).isLessThan(5_000_000));
        assertThat(chunks.stream().flatMap(List::stream).map(Candidate::number)).hasSize(1600).isSorted().doesNotHaveDuplicates();
        assertThat(chunks.getLast()).hasSizeGreaterThan(400);
    }

    @Test
    @Timeout(60)
    void whoeverWaitsForTheNextRowsIsToldWhenNoneWillCome() throws Exception {
        TableFile table = table("name\nA\n");

        assertThatThrownBy(() -> chunks(table, row -> {
            throw new StackOverflowError("as good as any error");
        })).hasRootCauseMessage("as good as any error");
    }

    @Test
    void onlyTheBeginningOfALongCellIsKeptForTheGuesses() throws Exception {
        String cut = "x".repeat(239) + "😀".repeat(10);
        FileLook look = FileLook.at(table("name,remarks\nA," + LONG + "\nB," + cut + "\n"));

        assertThat(look.columns().get(1).values()).hasSize(2).allMatch(value -> value.length() <= 240);
        assertThat(look.columns().get(1).values().get(1)).isEqualTo("x".repeat(239));
        assertThat(look.columns().get(1).filled()).isEqualTo(2);
    }

    private TableFile table(String content) throws IOException {
        Files.writeString(file, content);
        return TableFile.open(file, Hints.none());
    }

    private static List<List<Candidate>> chunks(TableFile table, LongPredicate wanted) throws Exception {
        var plan = new Plan(Objects.requireNonNull(Definitions.all().byPath("customers")), Mode.CREATE, List.of(), List.of(), Map.of(), Alike.CREATE);
        var somebody = new Caller(Ids.next(), Ids.next(), true, Languages.all().getFirst(), null);
        return somebody.call(() -> {
            List<List<Candidate>> all = new ArrayList<>();
            try (var chunks = new Chunks(table, plan, wanted)) {
                for (List<Candidate> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                    all.add(chunk);
                }
            }
            return all;
        });
    }

    private static int characters(List<Candidate> chunk) {
        return chunk.stream().mapToInt(candidate -> candidate.row().characters()).sum();
    }
}
