package io.keyuan.engine.jobs;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes away what is old: the files of jobs that ended long ago, and the rows that are kept for a while only. */
@Component
class Clearing {

    static final Duration FILES_KEPT = Duration.ofDays(30);

    /** What one transaction deletes: few enough that nobody waits for it. */
    private static final int PIECE = 1_000;

    private final StoredFiles files;
    private final JobKinds kinds;
    private final ObjectProvider<Passing> passing;
    private final DSLContext sql;

    Clearing(StoredFiles files, JobKinds kinds, ObjectProvider<Passing> passing, DSLContext sql) {
        this.files = files;
        this.kinds = kinds;
        this.passing = passing;
        this.sql = sql;
    }

    /** @param stopping whether the rest has to wait for the next time */
    void clear(Instant now, BooleanSupplier stopping) {
        files.deleteEndedBefore(now.minus(FILES_KEPT));
        kinds.shortLived().forEach((kind, kept) -> files.deleteEndedBefore(now.minus(kept), kind));
        passing.forEach(each -> {
            Passing.Rows rows = each.passing();
            while (!stopping.getAsBoolean() && delete(rows, now.minus(rows.kept())) == PIECE) {
                // There is another piece.
            }
        });
    }

    private int delete(Passing.Rows rows, Instant before) {
        var old = DSL.select(rows.key()).from(rows.table()).where(rows.at().lt(Tables.bound(before))).orderBy(rows.at()).limit(PIECE);
        return AcrossTenants.call(
                "what is old goes in all tenants alike",
                () -> sql.deleteFrom(rows.table()).where(DSL.row(rows.key()).in(old)).execute());
    }
}
