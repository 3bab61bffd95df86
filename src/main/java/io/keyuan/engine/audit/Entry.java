package io.keyuan.engine.audit;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened, who did it and from where: all that has to be known when it happens. */
record Entry(UUID id, Instant at, Caller caller, Origin origin, AuditEvent event) {

    static Entry of(AuditEvent event) {
        return new Entry(Ids.next(), Instant.now().truncatedTo(ChronoUnit.MICROS), Caller.current(), Origin.current(), event);
    }

    Entry with(AuditEvent another) {
        return new Entry(id, at, caller, origin, another);
    }

    UUID actor() {
        UUID looking = caller.mandate().seenBy();
        return looking == null ? caller.person() : looking;
    }

    /** With whose eyes, where it was not their own. */
    @Nullable UUID seenAs() {
        return caller.mandate().seenBy() == null ? null : caller.person();
    }
}
