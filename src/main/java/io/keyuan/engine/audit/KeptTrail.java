package io.keyuan.engine.audit;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps events in their table. */
@Component
final class KeptTrail implements AuditTrail {

    private final EventWriter writer;
    private final WaitingEvents waiting;

    KeptTrail(EventWriter writer, WaitingEvents waiting) {
        this.writer = writer;
        this.waiting = waiting;
    }

    @Override
    public void keep(AuditEvent event) {
        writer.write(List.of(Entry.of(event)));
    }

    @Override
    public void keepLater(AuditEvent event) {
        waiting.add(Entry.of(event));
    }
}
