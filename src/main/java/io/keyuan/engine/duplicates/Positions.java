package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogPositions;
import io.keyuan.engine.sql.Tables;
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

    /**
     * The companies that have looked through their records, in which something has changed since. Where keys are being made anew the
     * changes wait: those there are do not find each other yet, and would be taken for unlike.
     */
    Set<UUID> behind() {
        return AcrossTenants.call("records of all companies are compared alike", () -> behind(notExists(selectOne()
                .from(Tables.of("duplicate_base", "b"))
                .where(Tables.uuid("b", "tenant_id").eq(Tables.uuid("p", "tenant_id")))
                .and(Tables.number("b", "shape").ne(KeyRows.SHAPE)))));
    }
}
