package io.keyuan.notifications.inbox;

import io.keyuan.engine.Notice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to one person.
 *
 * @param source what it comes from, where that is nothing in common something of its own
 * @param shown whether in the app
 * @param mailDue when by mail; null for never
 */
record FreshNotification(UUID person, Notice notice, String source, boolean shown, @Nullable Instant mailDue) {

    /** What tells it from all others of the company. */
    record Key(UUID person, String kind, String source) {}

    Key key() {
        return new Key(person, notice.kind().code(), source);
    }

    /** The same news twice are one of both. */
    FreshNotification with(FreshNotification earlier) {
        return new FreshNotification(person, notice.times(notice.count() + earlier.notice.count()), source, shown, mailDue);
    }
}
