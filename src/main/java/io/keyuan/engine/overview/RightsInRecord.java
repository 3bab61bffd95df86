package io.keyuan.engine.overview;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.trueCondition;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What the caller may do with a record that they see, so that nothing is offered which would be refused. */
@Component
class RightsInRecord implements RecordPart {

    private static final List<Right> TOLD = List.of(Right.EDIT, Right.DELETE, Right.ASSIGN);

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;

    RightsInRecord(DSLContext sql, Access access, Conditions conditions) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
    }

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return !deleted;
    }

    @Override
    public Map<String, Boolean> of(ObjectType type, UUID id) {
        List<Right> held = TOLD.stream().filter(right -> access.may(right, type)).toList();
        Record reached = sql.select(held.stream().map(right -> reached(right, type)).toList())
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(id))
                .fetchOne();
        Map<String, Boolean> told = new LinkedHashMap<>();
        TOLD.forEach(right -> told.put(
                word(right), reached != null && held.contains(right) && Boolean.TRUE.equals(reached.get(word(right), Boolean.class))));
        return told;
    }

    private Field<Boolean> reached(Right right, ObjectType type) {
        Condition visible = trueCondition().and(conditions.visible(right, type, "t"));
        return field(visible).as(word(right));
    }

    private static String word(Right right) {
        return right.name().toLowerCase(Locale.ROOT);
    }
}
