package io.keyuan.backup.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What is written is read again, and nothing else is taken for it. */
class BackupFormatTest {

    private static final Head HEAD = new Head(
            Head.FORMAT, "1", "2026-11-25T08:00:00Z", "18.6", List.of("20261122.000"),
            List.of(new Head.Company(new UUID(1, 2), "keyuan", "客缘")));
    private static final Columns CUSTOMERS = new Columns("customer", List.of("tenant_id", "name"));
    private static final Columns EMPTY = new Columns("task", List.of("tenant_id"));
    private static final List<String> ROWS = List.of("1\t科技\n", "2\ta \\\\. b\n", "3\t\\\\.\n", "4\t\\N\n");

    private final byte[] whole = written(ROWS);

    @Property(tries = 50)
    void rowsComeBackAsTheyWere(@ForAll @Size(max = 40) List<@StringLength(max = 300) String> texts) throws Exception {
        // As COPY does: what would end a row is written otherwise.
        List<String> rows = texts.stream().map(text -> text.replace("\\", "\\\\").replace("\n", "\\n") + "\n").toList();

        assertThat(read(written(rows))).isEqualTo(rows);
    }

    @Test
    void aRowLongerThanAnyBufferComesBack() throws Exception {
        List<String> rows = List.of("short\n", "长".repeat(400_000) + "\n", "short again\n");

        assertThat(read(written(rows))).isEqualTo(rows);
    }

    @Test
    void anybodyCanLookIntoItWithGzip() throws IOException {
        assertThat(unzipped(whole).lines()).contains("1\t科技", "\\.").last().asString().contains("\"rows\":4");
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> verify(part)).as("the first %s bytes", length).isInstanceOf(DamagedBackup.class);
        }
    }

    /** The last bits before the checksum mean nothing, and some codes have two spellings: a change may leave the content as it was. */
    @Property(tries = 400)
    void nothingElseIsReadWhereverItIsChanged(@ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        byte[] changed = whole.clone();
        changed[place % whole.length] ^= (byte) change;

        try {
            verify(changed);
        } catch (DamagedBackup refused) {
            return;
        }
        assertThat(unzipped(changed)).as("byte %s", place % whole.length).isEqualTo(unzipped(whole));
    }

    @Test
    void whatHasMoreBehindItsEndIsRefused() throws IOException {
        var more = new ByteArrayOutputStream();
        more.write(whole);
        more.write(whole);

        assertThatThrownBy(() -> verify(more.toByteArray())).isInstanceOf(DamagedBackup.class);
        assertThatThrownBy(() -> verify(Arrays.copyOf(whole, whole.length + 100))).isInstanceOf(DamagedBackup.class);
    }

    @Test
    void aLaterFormatIsToldFromADamagedFile() throws IOException {
        var later = new Head(Head.FORMAT + 1, "9.1", "", "", List.of(), List.of());
        var bytes = new ByteArrayOutputStream();
        new BackupWriter(bytes, later).finish();

        assertThatThrownBy(() -> verify(bytes.toByteArray())).isInstanceOf(DamagedBackup.class).hasMessage("was written by a newer release (9.1)");
    }

    @Test
    void anotherGzipFileIsNone() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"name\":\"customers\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> verify(bytes.toByteArray())).hasMessage("is no backup of Keyuan's");
        assertThatThrownBy(() -> verify("name,city\n".getBytes(StandardCharsets.UTF_8))).hasMessage("is no backup of Keyuan's");
    }

    private static String unzipped(byte[] file) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void verify(byte[] file) throws IOException {
        BackupReader.verify(new ByteArrayInputStream(file));
    }

    private static byte[] written(List<String> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = new BackupWriter(bytes, HEAD);
            writer.<SQLException>table(CUSTOMERS, taker -> {
                for (String row : rows) {
                    byte[] line = row.getBytes(StandardCharsets.UTF_8);
                    taker.row(line, line.length);
                }
            });
            writer.<SQLException>table(EMPTY, taker -> {});
            assertThat(writer.finish().rows()).isEqualTo(rows.size());
            return bytes.toByteArray();
        } catch (IOException | SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> read(byte[] file) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        try (var reader = BackupReader.open(new ByteArrayInputStream(file))) {
            for (Columns table = reader.next(); table != null; table = reader.next()) {
                reader.rows(table, (bytes, length) -> rows.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
            }
        }
        return rows;
    }
}
