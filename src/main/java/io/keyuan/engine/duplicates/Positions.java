package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogPositions;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** How far pairs know what has changed; its row is what those wait for who change pairs of one company. */
@Repository
class Positions extends LogPositions {

    Positions(DSLContext sql, ChangeLog log) {
        super(sql, log, "duplicate_position");
    }

    /** The companies that have looked through their records, in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("records of all companies are compared alike", () -> behind(noCondition()));
    }
}
