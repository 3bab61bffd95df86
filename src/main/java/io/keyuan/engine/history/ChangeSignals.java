package io.keyuan.engine.history;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells all nodes which records have changed. A signal holds so many ids as PostgreSQL takes at once. */
@Component
public final class ChangeSignals implements RecordChanges {

    private static final String TOPIC = "records";
    private static final int TOGETHER = 150;

    private final Signals signals;
    private final ObjectTypes types;

    ChangeSignals(Signals signals, ObjectTypes types) {
        this.signals = signals;
        this.types = types;
    }

    /** After the current transaction, which changes them. */
    public void mention(UUID tenant, ObjectType type, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
            String written = some.stream().map(UUID::toString).collect(Collectors.joining(","));
            signals.mention(TOPIC, tenant + " " + type.name() + " " + written);
        }
    }

    @Override
    public void listen(Consumer<Change> heard, Runnable missed) {
        signals.listen(TOPIC, text -> hear(text.split(" ", 3), heard), missed);
    }

    private void hear(String[] parts, Consumer<Change> heard) {
        UUID tenant = UUID.fromString(parts[0]);
        ObjectType type = Caller.nobodyOf(tenant).get(() -> types.byName(parts[1]));
        // A node of a newer release may know more objects.
        if (type != null) {
            heard.accept(new Change(tenant, type, Arrays.stream(parts[2].split(",")).map(UUID::fromString).toList()));
        }
    }
}
