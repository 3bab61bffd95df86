package io.keyuan.backup.database;

import io.keyuan.backup.format.Columns;
import io.keyuan.backup.format.RowTaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts rows of a backup into a table, those of everybody or of one company. */
final class RowLoader implements RowTaker, AutoCloseable {

    private static final int BUFFER = 1 << 17;

    private final CopyIn copy;
    private final byte[] mark;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long rows;

    RowLoader(Connection connection, Columns columns, Optional<UUID> company) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CarriedTable.copyIn(columns));
        // The first cell of a row says whose it is.
        mark = company.map(UUID::toString).orElse("").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void row(byte[] bytes, int length) throws SQLException {
        if (length < mark.length || !Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
            return;
        }
        if (length > buffer.length - filled) {
            flush();
        }
        if (length > buffer.length) {
            copy.writeToCopy(bytes, 0, length);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, length);
            filled += length;
        }
        rows++;
    }

    private void flush() throws SQLException {
        if (filled > 0) {
            copy.writeToCopy(buffer, 0, filled);
            filled = 0;
        }
    }

    /** @return how many rows there are now, all of them */
    long finish() throws SQLException, IOException {
        flush();
        long stored = copy.endCopy();
        if (stored != rows) {
            throw new IOException("PostgreSQL took " + stored + " rows of " + rows);
        }
        return stored;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
