package io.keyuan.backup.settings;

import io.keyuan.backup.Backup;
import io.keyuan.backup.format.BackupReader;
import io.keyuan.backup.format.Foot;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.StoredFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a backup of the caller's company into a stored file and reads it back. A moment cannot be gone on with: a run that is
 * interrupted leaves nothing, and the next one begins with the moment it runs at.
 */
@Component
class BackupJob implements JobKind {

    static final String NAME = "backup";

    /** To write is most of the work; the rest is to read it back. */
    private static final double WRITTEN = 0.9;

    private final DataSource database;
    private final StoredFiles files;
    private final ContentStore contents;
    private final AuditTrail trail;

    BackupJob(DataSource database, StoredFiles files, ContentStore contents, AuditTrail trail) {
        this.database = database;
        this.files = files;
        this.contents = contents;
        this.trail = trail;
    }

    /** @param name of the file people get */
    record Order(String name) {}

    /** @param file that holds what was written so far */
    record Note(UUID file) {}

    /** @param size in bytes; 0 as long as it is not written to its end */
    record Outcome(long rows, long size, boolean verified) {
        static final Outcome NONE = new Outcome(0, 0, false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) throws Exception {
        UUID file = begin(run);
        boolean whole = false;
        try {
            Foot foot = write(run, file);
            Outcome outcome = verified(foot, file);
            run.piece(() -> {
                trail.keep(AuditEvent.of("backup-made", Map.of(
                        "file", run.arguments(Order.class).name(), "rows", outcome.rows(), "size", outcome.size(), "job", run.id().toString())));
                return new JobRun.Piece(1, outcome, new Note(file));
            });
            whole = true;
        } finally {
            if (!whole) {
                files.delete(file);
            }
        }
    }

    private UUID begin(JobRun run) {
        Note earlier = run.checkpoint(Note.class);
        UUID[] file = new UUID[1];
        run.piece(() -> {
            forget(earlier);
            file[0] = files.create(run.id(), run.arguments(Order.class).name());
            return new JobRun.Piece(0, Outcome.NONE, new Note(file[0]));
        });
        return Objects.requireNonNull(file[0]);
    }

    private void forget(@Nullable Note earlier) {
        if (earlier != null) {
            files.delete(earlier.file());
        }
    }

    private Foot write(JobRun run, UUID file) throws IOException, SQLException {
        try (var out = new StoredOutput(files, file)) {
            var backup = new Backup(
                    database::getConnection, version(), Optional.of(Caller.current().tenant()), contents,
                    done -> run.report(done * WRITTEN, Outcome.NONE));
            return backup.write(out).foot();
        }
    }

    private Outcome verified(Foot written, UUID file) throws IOException {
        if (!BackupReader.verify(files.open(file)).equals(written)) {
            throw new IOException("what was read back is not what was written");
        }
        return new Outcome(written.rows(), Objects.requireNonNull(files.info(file)).size(), true);
    }

    private static String version() {
        return Optional.ofNullable(BackupJob.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
