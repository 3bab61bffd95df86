package io.keyuan.notifications.inbox;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended. */
record PagePlace(Instant at, UUID id) {

    static PagePlace after(Notification last) {
        return new PagePlace(last.at(), last.id());
    }

    /** @throws Problem where it is none */
    static @Nullable PagePlace of(@Nullable String page) {
        if (page == null || page.isEmpty()) {
            return null;
        }
        try {
            int between = page.indexOf('_');
            return new PagePlace(Instant.parse(page.substring(0, Math.max(0, between))), UUID.fromString(page.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    String page() {
        return at + "_" + id;
    }
}
