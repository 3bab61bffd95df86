package io.keyuan.engine.assign;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import java.util.Set;
import org.springframework.context.annotation.Primary;

/**
 * Rights that differ from each other: whoever is no administrator sees and changes everything but gives away only what is
 * theirs, no tasks at all, and many at once only of customers.
 */
@Primary
class NarrowAccess implements Access {

    @Override
    public boolean may(Right right, ObjectType type) {
        return !(reach(right, type) instanceof Reach.Nothing);
    }

    @Override
    public Reach reach(Right right, ObjectType type) {
        if (Caller.current().administrator()) {
            return new Reach.Everything();
        }
        return switch (right) {
            case ASSIGN -> type.name().equals("task") ? new Reach.Nothing()
                    : type.owner() == null ? new Reach.Everything() : Reach.Part.ownedBy(Set.of(Caller.current().person()));
            case BULK -> type.name().equals("customer") ? new Reach.Everything() : new Reach.Nothing();
            case CONFIGURE -> new Reach.Nothing();
            default -> new Reach.Everything();
        };
    }

    @Override
    public AttributeRight right(Attribute<?> attribute) {
        return attribute.isWritable() ? AttributeRight.WRITE : AttributeRight.READ;
    }
}
