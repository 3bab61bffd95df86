package io.keyuan.engine.history;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.Signals;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells all nodes where the change log has grown. A signal carries the number of the transaction and not the records, which
 * may be ten thousand: whoever wants to know which reads the log.
 */
@Component
public final class ChangeSignals implements RecordChanges {

    private static final String TOPIC = "records";

    private final Signals signals;
    private final ObjectTypes types;

    ChangeSignals(Signals signals, ObjectTypes types) {
        this.signals = signals;
        this.types = types;
    }

    /** After the current transaction, which has added to the change log. */
    public void mention(UUID tenant, ObjectType type, String transaction) {
        signals.mention(TOPIC, tenant + " " + type.name() + " " + transaction);
    }

    @Override
    public void listen(Consumer<Change> heard, Runnable missed) {
        signals.listen(TOPIC, text -> hear(text.split(" ", 3), heard), missed);
    }

    private void hear(String[] parts, Consumer<Change> heard) {
        ObjectType type = types.byName(parts[1]);
        // A node of a newer release may know more objects.
        if (type != null) {
            heard.accept(new Change(UUID.fromString(parts[0]), type, parts[2]));
        }
    }
}
