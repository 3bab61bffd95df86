package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which attributes the caller gets to see. */
@Component
class ReadableAttributes {

    private final Access access;

    ReadableAttributes(Access access) {
        this.access = access;
    }

    List<Attribute<?>> all(ObjectType type) {
        return type.attributes().stream().filter(access::maySee).toList();
    }

    /** Said only of records that are deleted. */
    boolean isOfTheBin(Attribute<?> attribute) {
        return attribute.equals(attribute.object().deletedAt) || attribute.equals(attribute.object().deletedBy);
    }
}
