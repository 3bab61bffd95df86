package io.keyuan.engine;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Hears on every node that records were changed, once others can see it; by the way, as {@link Signals#mention} does. */
public interface RecordChanges {

    /** @param ids some of the records; of very many several changes tell */
    record Change(UUID tenant, ObjectType type, List<UUID> ids) {}

    /**
     * @param heard must not wait for anything
     * @param missed changes may have been missed
     */
    void listen(Consumer<Change> heard, Runnable missed);
}
