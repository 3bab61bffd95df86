package io.keyuan.identity.access;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Administrators may everything. Everybody else works on the records that are theirs, reads what administrators keep, and
 * shares what belongs to nobody.
 */
@Component
final class AccessByOwner implements Access {

    private static final Set<Right> LOOKING = Set.of(Right.READ, Right.EXPORT);

    private final ObjectTypes types;

    AccessByOwner(ObjectTypes types) {
        this.types = types;
    }

    @Override
    public boolean may(Right right, ObjectType type) {
        ObjectType judged = judged(type);
        if (Caller.current().administrator()) {
            return true;
        }
        return right != Right.CONFIGURE && (LOOKING.contains(right) || !judged.can(Capability.KEPT_BY_ADMINISTRATORS));
    }

    @Override
    public Reach reach(Right right, ObjectType type) {
        if (!may(right, type)) {
            return new Reach.Nothing();
        }
        boolean confined = judged(type).can(Capability.OWNED) && !Caller.current().administrator() && !makesRecords(right);
        return confined ? new Reach.OwnedBy(Set.of(Caller.current().person())) : new Reach.Everything();
    }

    @Override
    public boolean mayRead(Attribute<?> attribute) {
        return true;
    }

    /** Which records somebody may write, {@link #may} and {@link #reach} have said already. */
    @Override
    public boolean mayWrite(Attribute<?> attribute) {
        return attribute.isWritable();
    }

    /** A record may be made for a colleague. */
    private static boolean makesRecords(Right right) {
        return right == Right.CREATE || right == Right.IMPORT;
    }

    /** What is part of a record is as open as the record. */
    private ObjectType judged(ObjectType type) {
        Attribute<Ref> parent = type.parent();
        return parent == null ? type : judged(Objects.requireNonNull(types.target(parent)));
    }
}
