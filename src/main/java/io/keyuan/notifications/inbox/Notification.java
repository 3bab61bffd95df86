package io.keyuan.notifications.inbox;

import io.keyuan.engine.NoticeKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has been told.
 *
 * @param object the name in code of the object it is about; null where it is about none, and so is the record
 * @param by who caused it; null for the program
 * @param count how many records it is about
 */
public record Notification(
        UUID id, UUID person, NoticeKind kind, @Nullable String object, @Nullable UUID record, @Nullable UUID by, int count,
        Map<String, String> details, Instant at, boolean unread) {}
