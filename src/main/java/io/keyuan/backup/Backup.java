package io.keyuan.backup;

import io.keyuan.backup.database.CarriedTable;
import io.keyuan.backup.database.Snapshot;
import io.keyuan.backup.format.BackupWriter;
import io.keyuan.backup.format.Foot;
import io.keyuan.backup.format.Head;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;

/**
 * Takes a backup: everything as it was at one moment, while everybody goes on working.
 *
 * @param program the release that takes it
 * @param company whose data; empty for everybody's
 * @param progress hears from time to time how far it is, from 0 to 1; may throw to end it
 */
public record Backup(Database database, String program, Optional<UUID> company, DoubleConsumer progress) {

    private static final int BETWEEN_REPORTS = 1 << 22;

    /** What a backup that was written holds. */
    public record Written(Head head, Foot foot) {}

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
            return new Written(head, write(snapshot, new BackupWriter(file, head)));
        }
    }

    private Foot write(Snapshot snapshot, BackupWriter writer) throws IOException, SQLException {
        List<CarriedTable> tables = snapshot.tables();
        var course = new Course(tables.stream().mapToLong(CarriedTable::size).sum());
        for (CarriedTable table : tables) {
            writer.<SQLException>table(table.head(), taker -> snapshot.rows(table, company, (row, length) -> {
                taker.row(row, length);
                course.row(length);
            }));
            course.tableEnds(table.size());
        }
        return writer.finish();
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
