package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Access;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Whether records are there for the caller, where a row only names them. */
@Component
class VisibleRecords {

    private final ObjectTypes types;
    private final Access access;
    private final Conditions conditions;

    VisibleRecords(ObjectTypes types, Access access, Conditions conditions) {
        this.types = types;
        this.access = access;
        this.conditions = conditions;
    }

    /** Deleted ones too: what happened to them is told to whoever may see them in the bin. */
    Condition is(ObjectType type, Field<UUID> record) {
        Condition seen = conditions.visible(Right.READ, type, "v");
        return seen == noCondition() ? noCondition() : there(type, record, seen);
    }

    /** Any record with a timeline that lives; the alias names its object and its id. */
    Condition anyAlive(String alias) {
        return types.all().stream()
                .filter(type -> type.can(Capability.TIMELINE) && access.may(Right.READ, type))
                .map(type -> Tables.text(alias, "object").eq(type.name())
                        .and(there(type, Tables.uuid(alias, "record_id"), Tables.alive("v").and(conditions.visible(Right.READ, type, "v")))))
                .reduce(falseCondition(), Condition::or);
    }

    private static Condition there(ObjectType type, Field<UUID> record, Condition condition) {
        return exists(selectOne().from(Tables.of(type, "v")).where(Tables.ofTenant("v")).and(Tables.uuid("v", "id").eq(record)).and(condition));
    }
}
