package io.keyuan.engine.erasure;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The records an operation made, as the audit knows them. */
@Component
class MadeRecords {

    private final DSLContext sql;

    MadeRecords(DSLContext sql) {
        this.sql = sql;
    }

    /** How many of each object, by its name, are there still. */
    Map<String, Integer> counts(UUID operation) {
        Field<String> object = Tables.text("a", "object");
        return sql.select(object, count())
                .from(Tables.of("audit", "a"))
                .where(made(operation))
                .groupBy(object)
                .fetchMap(object, count());
    }

    /** Some of them, without those to be kept. */
    List<UUID> some(UUID operation, ObjectType type, Collection<UUID> kept, int limit) {
        Field<UUID> record = Tables.uuid("a", "record_id");
        return sql.select(record)
                .from(Tables.of("audit", "a"))
                .where(made(operation))
                .and(Tables.text("a", "object").eq(type.name()))
                .and(record.ne(DSL.all(kept.toArray(UUID[]::new))))
                .orderBy(Tables.uuid("a", "id").desc())
                .limit(limit)
                .fetch(record);
    }

    /** Whether the operation made the record with this id. */
    static Condition isMade(UUID operation, Field<UUID> id) {
        return exists(selectOne()
                .from(Tables.of("audit", "a"))
                .where(made(operation))
                .and(Tables.uuid("a", "record_id").eq(id)));
    }

    private static Condition made(UUID operation) {
        return Tables.ofTenant("a")
                .and(Tables.uuid("a", "operation_id").eq(val(operation)))
                .and(Tables.text("a", "action").eq("create"));
    }
}
