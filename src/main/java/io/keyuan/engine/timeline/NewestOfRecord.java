package io.keyuan.engine.timeline;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordPart;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first page of a record's timeline. */
@Component
class NewestOfRecord implements RecordPart {

    private final Timelines timelines;

    NewestOfRecord(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return type.can(Capability.TIMELINE);
    }

    @Override
    public Map<String, @Nullable Object> of(ObjectType type, UUID id) {
        return timelines.of(type, id, null, Timelines.USUAL, null);
    }
}
