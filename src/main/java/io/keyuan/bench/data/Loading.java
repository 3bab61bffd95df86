package io.keyuan.bench.data;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Streams records into the database: pieces are made by several threads and stored by one, and as only a few wait between
 * them, a million rows need no more memory than a thousand.
 */
final class Loading {

    private static final int PIECE = 2_000;
    private static final int AHEAD = 4;

    private final CopyManager copies;
    private final ExecutorService makers;
    private final UUID tenant;

    Loading(Connection connection, ExecutorService makers, UUID tenant) throws SQLException {
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.makers = makers;
        this.tenant = tenant;
    }

    /** Stores the records numbered from 0, in their order, and what they are found by. */
    void load(ObjectType type, int count, IntFunction<Sample> record) throws SQLException, IOException {
        Deque<Future<Piece>> ahead = new ArrayDeque<>();
        String statement = new CopyRows(type, tenant).statement();
        for (int from = 0; from < count || !ahead.isEmpty(); from += PIECE) {
            if (from < count) {
                int begin = from;
                int end = Math.min(count, from + PIECE);
                ahead.add(makers.submit(() -> piece(type, record, begin, end)));
            }
            if (ahead.size() > AHEAD || from + PIECE >= count) {
                store(statement, made(ahead.remove()));
            }
        }
    }

    private Piece piece(ObjectType type, IntFunction<Sample> record, int begin, int end) {
        var rows = new CopyRows(type, tenant);
        var documents = new CopyDocuments(tenant);
        var rowText = new CopyText();
        var documentText = new CopyText();
        for (int index = begin; index < end; index++) {
            Sample sample = record.apply(index);
            rows.write(sample, rowText);
            if (type.can(Capability.SEARCHABLE)) {
                documents.write(sample, documentText);
            }
        }
        return new Piece(rowText.bytes(), documentText.bytes());
    }

    private void store(String statement, Piece piece) throws SQLException, IOException {
        copies.copyIn(statement, new ByteArrayInputStream(piece.rows()));
        copies.copyIn(CopyDocuments.STATEMENT, new ByteArrayInputStream(piece.documents()));
    }

    private static Piece made(Future<Piece> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a piece could not be made", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while loading", interrupted);
        }
    }

    private record Piece(byte[] rows, byte[] documents) {}
}
