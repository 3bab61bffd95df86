package io.keyuan.engine.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought to import it.
 *
 * @param size in bytes
 * @param startedKey of the start that made the newest job, null where there was none
 */
record Upload(
        UUID id, UUID file, String name, long size, Instant createdAt, @Nullable String startedKey, @Nullable UUID startedJob) {}
