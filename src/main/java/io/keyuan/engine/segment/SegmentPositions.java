package io.keyuan.engine.segment;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.history.ChangeLog;
import io.keyuan.engine.history.LogPositions;
import io.keyuan.engine.sql.Tables;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** How far live segments know what has changed. */
@Repository
class SegmentPositions extends LogPositions {

    SegmentPositions(DSLContext sql, ChangeLog log) {
        super(sql, log, "segment_position");
    }

    /** The companies with live segments in which something has changed since. */
    Set<UUID> behind() {
        return AcrossTenants.call("segments of all companies follow alike", () -> behind(exists(selectOne()
                .from(Tables.of("segment", "s"))
                .where(Tables.uuid("s", "tenant_id").eq(TENANT))
                .and(Tables.text("s", "kind").eq(Segment.Kind.LIVE.code())))));
    }
}
