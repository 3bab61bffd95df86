package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds out which records of a page the caller sees and may not change, so that nothing is offered that would be refused. */
@Component
public class ReadOnlyRows {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;

    ReadOnlyRows(DSLContext sql, Access access, Conditions conditions) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
    }

    /** Whoever changes whatever they see needs no statement for it, and who sees more a look at the ids of one page. */
    public List<UUID> among(ObjectType type, List<Row> rows) {
        List<UUID> ids = rows.stream().map(row -> Objects.requireNonNull(row.get(type.id))).toList();
        if (ids.isEmpty() || reachesAlike(type)) {
            return List.of();
        }
        Set<UUID> changeable = changeable(type, ids);
        return ids.stream().filter(id -> !changeable.contains(id)).toList();
    }

    private Set<UUID> changeable(ObjectType type, List<UUID> ids) {
        return !access.may(Right.EDIT, type) ? Set.of() : sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(ID, ids.toArray(UUID[]::new)))
                .and(conditions.visible(Right.EDIT, type, "t"))
                .fetchSet(ID);
    }

    /** Lines are reached as what they belong to is; that is looked at as it comes. */
    private boolean reachesAlike(ObjectType type) {
        Attribute<Ref> parent = type.parent();
        return parent == null && access.reach(Right.EDIT, type).equals(access.reach(Right.READ, type));
    }
}
