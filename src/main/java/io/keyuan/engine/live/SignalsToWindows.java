package io.keyuan.engine.live;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Signals;
import io.keyuan.engine.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the windows on all nodes. A signal holds so many people as PostgreSQL takes at once. */
@Component
class SignalsToWindows implements Windows {

    private static final String TOPIC = "windows";
    private static final int TOGETHER = 150;

    private final Signals signals;

    SignalsToWindows(Signals signals) {
        this.signals = signals;
    }

    /** What is to be heard by whom. */
    record Told(UUID tenant, String event, Set<UUID> people) {}

    /** Hears what the windows of this node are to hear. */
    interface Ear {
        void hear(Told told);
    }

    @Override
    public void tell(Set<UUID> people, String event) {
        List<UUID> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            String written = some.stream().map(UUID::toString).collect(Collectors.joining(","));
            signals.mention(TOPIC, Caller.current().tenant() + " " + event + " " + written);
        }
    }

    void listen(Ear ear, Runnable missed) {
        signals.listen(TOPIC, text -> ear.hear(told(text.split(" ", 3))), missed);
    }

    private static Told told(String[] parts) {
        return new Told(
                UUID.fromString(parts[0]), parts[1], Arrays.stream(parts[2].split(",")).map(UUID::fromString).collect(Collectors.toSet()));
    }
}
