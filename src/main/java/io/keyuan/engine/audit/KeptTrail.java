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
    private final RecentLooks looks;

    KeptTrail(EventWriter writer, WaitingEvents waiting, RecentLooks looks) {
        this.writer = writer;
        this.waiting = waiting;
        this.looks = looks;
    }

    @Override
    public void keep(AuditEvent event) {
        writer.write(List.of(Entry.of(event)));
    }

    @Override
    public void keepLater(AuditEvent event) {
        waiting.add(Entry.of(event));
    }

    @Override
    public void keepLook(AuditEvent event) {
        Entry unsaid = looks.unsaid(Entry.of(event));
        if (unsaid != null) {
            waiting.add(unsaid);
        }
    }
}
