package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.count;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.sql.Tables;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Counts the open records people have, whoever may see them. */
@Component
class Workload {

    private final DSLContext sql;
    private final OpenRecords open;

    Workload(DSLContext sql, OpenRecords open) {
        this.sql = sql;
        this.open = open;
    }

    /** How many of an object each of these people has; who has none is left out. */
    Map<UUID, Long> of(ObjectType type, Set<UUID> people) {
        Field<UUID> owner = Handover.owner(type);
        Field<Long> many = count().cast(Long.class);
        return people.isEmpty() ? Map.of() : sql.select(owner, many)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(owner, people.toArray(UUID[]::new)))
                .and(open.of(type, "t"))
                .groupBy(owner)
                .fetchMap(owner, many);
    }
}
