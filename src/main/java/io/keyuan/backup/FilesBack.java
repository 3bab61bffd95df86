package io.keyuan.backup;

import io.keyuan.backup.database.StoredContent;
import io.keyuan.backup.format.DamagedBackup;
import io.keyuan.backup.format.Pieces;
import io.keyuan.backup.format.RowTaker;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.engine.file.Incoming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the contents of files in a backup into the storage; those that were not there before go again unless all of it is brought back. */
final class FilesBack implements RowTaker, AutoCloseable {

    private final ContentStore store;
    private final Optional<UUID> company;
    private final List<StoredContent> fresh = new ArrayList<>();
    private @Nullable StoredContent current;
    private @Nullable Incoming incoming;
    private boolean done;

    /** @param company whose; empty for everybody's */
    FilesBack(ContentStore store, Optional<UUID> company) {
        this.store = store;
        this.company = company;
    }

    @Override
    public void row(byte[] bytes, int length) throws IOException {
        Pieces.Piece piece = Pieces.read(bytes, length);
        if (company.isPresent() && !company.get().equals(piece.tenant())) {
            return;
        }
        if (piece.place() == 0) {
            keep();
            current = new StoredContent(piece.tenant(), piece.hash());
            incoming = store.receive();
        }
        if (incoming == null) {
            throw new DamagedBackup("is not as it was written");
        }
        incoming.write(piece.bytes());
    }

    /** Keeps the one whose pieces came last. */
    void keep() throws IOException {
        if (incoming == null || current == null) {
            return;
        }
        try (Incoming whole = incoming) {
            incoming = null;
            if (!whole.hash().equals(current.hash())) {
                throw new DamagedBackup("is not as it was written");
            }
            if (!store.has(current.tenant(), current.hash())) {
                fresh.add(current);
                store.keep(current.tenant(), whole);
            }
        }
    }

    /** Everything else is there as well: they stay. */
    void stay() {
        done = true;
    }

    /** Those of these that are neither here now nor were before. */
    long missing(List<StoredContent> wanted) throws IOException {
        long missing = 0;
        for (StoredContent each : wanted) {
            missing += store.has(each.tenant(), each.hash()) ? 0 : 1;
        }
        return missing;
    }

    @Override
    public void close() throws IOException {
        if (incoming != null) {
            incoming.close();
        }
        if (!done) {
            for (StoredContent each : fresh) {
                store.delete(each.tenant(), each.hash());
            }
        }
    }
}
