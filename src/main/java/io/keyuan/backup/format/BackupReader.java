package io.keyuan.backup.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup from its beginning to its end, with the memory of its longest row. Whatever is not as it was written is
 * found at the latest when {@link #next} answers that there is no further table.
 */
public final class BackupReader implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            // A later release may say more; what it must not be misread in has a higher format.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Unzipped content;
    private final LineReader lines;
    private final Head head;
    private final List<Part> read = new ArrayList<>();
    private @Nullable Foot foot;

    private BackupReader(Unzipped content) throws IOException {
        this.content = content;
        this.lines = new LineReader(content);
        this.head = head(line());
    }

    /**
     * @param file closed with this
     * @throws DamagedBackup where it does not begin as a backup of a format known here
     */
    public static BackupReader open(InputStream file) throws IOException {
        return new BackupReader(Unzipped.of(file));
    }

    /** Reads all of it and answers what is in it. */
    public static Foot verify(InputStream file) throws IOException {
        try (var reader = open(file)) {
            for (Columns table = reader.next(); table != null; table = reader.next()) {
                reader.rows(table, (row, length) -> {});
            }
            return reader.foot();
        } catch (SQLException noneIsMade) {
            throw new IllegalStateException(noneIsMade);
        }
    }

    public Head head() {
        return head;
    }

    /** The next table, whose {@link #rows} are to be taken before the one after; null at the end, where all was found whole. */
    public @Nullable Columns next() throws IOException {
        JsonNode line = line();
        if (line.has("table")) {
            return value(line, Columns.class);
        }
        Foot end = value(line, Foot.class);
        if (!read.equals(end.parts()) || lines.next() || content.isFollowedByMore()) {
            throw new DamagedBackup("is not as it was written");
        }
        foot = end;
        return null;
    }

    /** Gives out the rows of the table. */
    public void rows(Columns columns, RowTaker taker) throws IOException, SQLException {
        var tally = new Tally(columns.table());
        while (advance() && !lines.is(BackupWriter.END_OF_ROWS)) {
            tally.add(lines.bytes(), lines.length());
            taker.row(lines.bytes(), lines.length());
        }
        read.add(tally.sum());
    }

    /** What was in it; known at the end. */
    public Foot foot() {
        if (foot == null) {
            throw new IllegalStateException("the end has not been read yet");
        }
        return foot;
    }

    private boolean advance() throws IOException {
        if (!lines.next()) {
            throw new DamagedBackup("ends before its end");
        }
        return true;
    }

    private JsonNode line() throws IOException {
        advance();
        try {
            return JSON.readTree(lines.bytes(), 0, lines.length());
        } catch (JacksonException changed) {
            throw new DamagedBackup("is not as it was written", changed);
        }
    }

    private static Head head(JsonNode line) throws IOException {
        int format = line.path("format").asInt(0);
        if (format < 1 || !line.has("companies")) {
            throw new DamagedBackup("is no backup of Keyuan's");
        }
        if (format > Head.FORMAT) {
            throw new DamagedBackup("was written by a newer release (" + line.path("program").asString("unknown") + ")");
        }
        return value(line, Head.class);
    }

    private static <T> T value(JsonNode line, Class<T> type) throws IOException {
        if (!line.isObject()) {
            throw new DamagedBackup("is not as it was written");
        }
        try {
            return JSON.treeToValue(line, type);
        } catch (JacksonException changed) {
            throw new DamagedBackup("is not as it was written", changed);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
