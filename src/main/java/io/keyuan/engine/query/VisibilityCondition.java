package io.keyuan.engine.query;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Which rows the caller reaches, as a condition every statement on records carries. */
@Component
public final class VisibilityCondition {

    private final Access access;
    private final ObjectTypes types;

    VisibilityCondition(Access access, ObjectTypes types) {
        this.access = access;
        this.types = types;
    }

    public Condition of(Right right, ObjectType type, String alias) {
        Attribute<Ref> parent = type.parent();
        return parent == null ? own(access.reach(right, type), type, alias) : asParent(right, parent, alias);
    }

    /**
     * The same condition as the reasons for which a row is reached, each by itself. Where there are several, a first page of
     * each together costs little where a first page of all rows that meet one or another would walk the table.
     */
    List<Reason> reasons(Right right, ObjectType type, String alias) {
        Reach reach = type.parent() == null ? access.reach(right, type) : new Reach.Everything();
        return reach instanceof Reach.Part part ? Reasons.apart(part, type, alias) : List.of(Reason.walked(of(right, type, alias)));
    }

    private static Condition own(Reach reach, ObjectType type, String alias) {
        return switch (reach) {
            case Reach.Everything everything -> noCondition();
            case Reach.Nothing nothing -> falseCondition();
            case Reach.Part part -> Reasons.together(part, type, alias);
        };
    }

    private Condition asParent(Right right, Attribute<Ref> parent, String alias) {
        ObjectType type = Objects.requireNonNull(types.target(parent));
        if (type.parent() == null && access.reach(right, type) instanceof Reach.Everything) {
            return noCondition();
        }
        String above = alias + "p";
        return exists(selectOne()
                .from(Tables.of(type, above))
                .where(Tables.ofTenant(above))
                .and(Tables.uuid(above, "id").eq(Tables.reference(alias, parent)))
                .and(Tables.alive(above))
                .and(of(right, type, above)));
    }

    /** Whether a column names one of these people. */
    static Condition amongPeople(Field<UUID> column, Set<UUID> people) {
        return people.isEmpty() ? falseCondition() : people.size() == 1 ? column.eq(people.iterator().next()) : Tables.amongNamed(column, people);
    }
}
