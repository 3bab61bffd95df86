package io.keyuan.engine.notices;

import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the change log.
 *
 * @param handed what was given to whom
 */
record LoggedNews(
        long transaction, long sequence, ObjectType type, String action, UUID actor, @Nullable UUID operation, Instant at, Set<UUID> ids,
        Map<UUID, Handed> handed) {

    /** Tells the changes that belong together: those of an operation, else each for itself. */
    String source() {
        return operation == null ? "change/" + transaction + "." + sequence : "operation/" + operation + "/" + type.name();
    }
}
