package io.keyuan.engine.segment;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Live segments whose conditions name an attribute. */
@Component
record SegmentsByAttribute(SegmentStore store, ObjectTypes types) implements AttributeUses {

    @Override
    public List<String> of(Attribute<?> attribute) {
        return store.live().stream().filter(segment -> names(segment, attribute)).map(Segment::name).toList();
    }

    private boolean names(Segment segment, Attribute<?> attribute) {
        ObjectType type = types.byName(segment.object());
        return type != null && AttributeUses.names(type, segment.filter(), attribute);
    }
}
