package io.keyuan.backup;

import io.keyuan.backup.database.CarriedTable;
import io.keyuan.backup.database.Snapshot;
import io.keyuan.backup.database.StoredContent;
import io.keyuan.backup.format.BackupWriter;
import io.keyuan.backup.format.Foot;
import io.keyuan.backup.format.Head;
import io.keyuan.backup.format.Pieces;
import io.keyuan.engine.file.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;

/**
 * Takes a backup: everything as it was at one moment, while everybody goes on working.
 *
 * @param program the release that takes it
 * @param company whose data; empty for everybody's
 * @param files where the contents of files are
 * @param progress hears from time to time how far it is, from 0 to 1; may throw to end it
 */
public record Backup(Database database, String program, Optional<UUID> company, ContentStore files, DoubleConsumer progress) {

    private static final int BETWEEN_REPORTS = 1 << 22;

    /**
     * What a backup that was written holds.
     *
     * @param missing how many contents of files it lacks because the storage does
     */
    public record Written(Head head, Foot foot, long missing) {}

    /**
     * @param file is left open
     * @throws BackupRefused where there is nothing to take a backup of
     */
    public Written write(OutputStream file) throws IOException, SQLException {
        try (var snapshot = new Snapshot(database.open())) {
            if (!snapshot.isFilled()) {
                throw new BackupRefused("There is no data yet to take a backup of.");
            }
            Head head = snapshot.head(program, company);
            return write(snapshot, head, new BackupWriter(file, head));
        }
    }

    private Written write(Snapshot snapshot, Head head, BackupWriter writer) throws IOException, SQLException {
        List<CarriedTable> tables = snapshot.tables();
        var course = new Course(tables.stream().mapToLong(CarriedTable::size).sum());
        for (CarriedTable table : tables) {
            writer.<SQLException>table(table.head(), taker -> snapshot.rows(table, company, (row, length) -> {
                taker.row(row, length);
                course.row(length);
            }));
            course.tableEnds(table.size());
        }
        long missing = contents(snapshot, writer);
        return new Written(head, writer.finish(), missing);
    }

    /** What is stored never changes, and what the snapshot refers to stays for a day: it can be read after the rows. */
    private long contents(Snapshot snapshot, BackupWriter writer) throws IOException, SQLException {
        var missing = new AtomicLong();
        List<StoredContent> contents = snapshot.contents(company);
        if (!contents.isEmpty()) {
            writer.<SQLException>table(Pieces.COLUMNS, taker -> {
                for (StoredContent each : contents) {
                    try (InputStream bytes = files.open(each.tenant(), each.hash())) {
                        Pieces.write(each.tenant(), each.hash(), bytes, taker);
                    } catch (NoSuchFileException lost) {
                        missing.incrementAndGet();
                    }
                    progress.accept(1);
                }
            });
        }
        return missing.get();
    }

    /** Estimates how far the work is by the sizes of the tables. */
    private final class Course {
        private final double total;
        private long ended;
        private long inTable;
        private long reported;

        Course(long total) {
            this.total = Math.max(1, total);
        }

        void row(int length) {
            inTable += length;
            if (inTable - reported > BETWEEN_REPORTS) {
                reported = inTable;
                progress.accept(Math.min(1, (ended + inTable) / total));
            }
        }

        void tableEnds(long size) {
            ended += size;
            inTable = 0;
            reported = 0;
            progress.accept(ended / total);
        }
    }
}
