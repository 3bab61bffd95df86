package io.keyuan.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * The contents of files as rows of a backup, behind those of the tables: whose it is, under which hash, which piece of it, and the bytes
 * in base64.
 */
@NamedInterface("format")
public final class Pieces {

    /** No table of the database is called so. */
    public static final String TABLE = "file_content_piece";

    public static final Columns COLUMNS = new Columns(TABLE, List.of("tenant_id", "hash", "place", "bytes"));

    private static final int PIECE = 192 * 1024;

    private Pieces() {}

    /** One piece of a content. */
    public record Piece(UUID tenant, String hash, int place, byte[] bytes) {}

    /** Writes a content; an empty one is a piece as well. */
    public static void write(UUID tenant, String hash, InputStream content, RowTaker taker) throws IOException, SQLException {
        byte[] bytes = content.readNBytes(PIECE);
        for (int place = 0; place == 0 || bytes.length > 0; place++) {
            byte[] row = (tenant + "\t" + hash + "\t" + place + "\t" + Base64.getEncoder().encodeToString(bytes) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
            taker.row(row, row.length);
            bytes = content.readNBytes(PIECE);
        }
    }

    /** @throws DamagedBackup where it is none */
    public static Piece read(byte[] row, int length) throws IOException {
        String[] cells = new String(row, 0, length, StandardCharsets.US_ASCII).strip().split("\t", -1);
        try {
            return new Piece(UUID.fromString(cells[0]), cells[1], Integer.parseInt(cells[2]), Base64.getDecoder().decode(cells.length > 3 ? cells[3] : ""));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException changed) {
            throw new DamagedBackup("is not as it was written", changed);
        }
    }
}
