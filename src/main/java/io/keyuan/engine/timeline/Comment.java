package io.keyuan.engine.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a record.
 *
 * @param replyTo the comment this answers; null for one that stands by itself
 * @param body with {@code @[id]} where somebody is named
 */
record Comment(
        UUID id,
        String object,
        UUID record,
        @Nullable UUID replyTo,
        String body,
        Instant at,
        UUID author,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt) {}
