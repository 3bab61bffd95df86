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
import java.util.Objects;
import org.jooq.Condition;
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

    private static Condition own(Reach reach, ObjectType type, String alias) {
        return switch (reach) {
            case Reach.Everything everything -> noCondition();
            case Reach.Nothing nothing -> falseCondition();
            case Reach.OwnedBy owned -> {
                var owner = Tables.uuid(alias, Objects.requireNonNull(type.owner()).columns().getFirst().name());
                // One person compares, so that the index on owner and order serves; several are looked up.
                yield owned.people().size() == 1 ? owner.eq(owned.people().iterator().next()) : owner.in(owned.people());
            }
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
                .and(Tables.uuid(above, "id").eq(Tables.uuid(alias, parent.columns().getFirst().name())))
                .and(Tables.alive(above))
                .and(of(right, type, above)));
    }
}
