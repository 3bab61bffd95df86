package io.keyuan.engine.live;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.Signals;
import io.keyuan.engine.Standing;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings changes to the windows of this node. Those of a moment are told together, so that an import of a million rows is a
 * few events in a second. It stops before the web server does, which would wait for the streams to end.
 */
@Component
class LiveHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    /** Told where somebody sets up objects, attributes or their choices. */
    private static final List<String> SETTLED = List.of("attributes", "choices");
    private static final Duration MOMENT = Duration.ofMillis(250);
    /** More windows than anybody has open; a program that forgets to close its streams must not take them all. */
    private static final int WINDOWS_OF_ONE_PERSON = 32;

    private final LiveChanges changes;
    private final Map<UUID, Set<LiveReader>> readers = new ConcurrentHashMap<>();
    private final Map<UUID, Map<ObjectType, Set<UUID>>> untold = new ConcurrentHashMap<>();
    private final Map<UUID, Lately> lately = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile ScheduledExecutorService clock = newClock();

    LiveHub(LiveChanges changes, RecordChanges signals, SignalsToWindows toWindows, Signals settings) {
        this.changes = changes;
        signals.listen(this::heard, this::missed);
        // What was missed of these is found with what was missed of records.
        SETTLED.forEach(topic -> settings.listen(topic, tenant -> of(UUID.fromString(tenant)).forEach(reader -> reader.told("metadata")), () -> {}));
        toWindows.listen(this::told, this::missed);
    }

    private static ScheduledExecutorService newClock() {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("live").factory());
    }

    /**
     * The caller closes it when the window is gone.
     *
     * @param age how old what the window shows may be; it is told at once what has happened since
     */
    LiveReader join(Standing standing, Duration age) {
        Caller caller = Caller.current();
        Set<LiveReader> ofTenant = readers.computeIfAbsent(caller.tenant(), any -> ConcurrentHashMap.newKeySet());
        long own = ofTenant.stream().filter(reader -> reader.person().equals(caller.person())).count();
        if (own >= WINDOWS_OF_ONE_PERSON || !running) {
            throw Problem.of(running ? ProblemKind.TOO_MANY_REQUESTS : ProblemKind.UNAVAILABLE);
        }
        var reader = new LiveReader(standing, caller, this::leave);
        ofTenant.add(reader);
        if (age.isPositive()) {
            catchUp(reader, age);
        }
        return reader;
    }

    private void catchUp(LiveReader reader, Duration age) {
        Lately.Since since = lately(reader.tenant()).since(age, reader.person());
        if (since == null) {
            reader.missed();
        } else {
            since.events().forEach(reader::told);
            changes.tell(since.records(), List.of(reader));
        }
    }

    private Lately lately(UUID tenant) {
        return lately.computeIfAbsent(tenant, any -> new Lately());
    }

    private void leave(LiveReader reader) {
        of(reader.tenant()).remove(reader);
    }

    private Collection<LiveReader> of(UUID tenant) {
        return readers.getOrDefault(tenant, Set.of());
    }

    /** How many windows are open, of all companies. */
    int size() {
        return readers.values().stream().mapToInt(Set::size).sum();
    }

    private void heard(RecordChanges.Change change) {
        lately(change.tenant()).add(change);
        if (of(change.tenant()).isEmpty()) {
            return;
        }
        // Together with the removal in tell, so that none is put where nobody looks again.
        untold.compute(change.tenant(), (tenant, some) -> {
            Map<ObjectType, Set<UUID>> more = some == null ? first(tenant) : some;
            Set<UUID> ids = more.computeIfAbsent(change.type(), any -> new LinkedHashSet<>());
            if (ids.size() < LiveChanges.LOOKED_AT) {
                ids.addAll(change.ids());
            }
            return more;
        });
    }

    private Map<ObjectType, Set<UUID>> first(UUID tenant) {
        try {
            clock.schedule(() -> tell(tenant), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nobody is left to be told", stopping);
        }
        return new LinkedHashMap<>();
    }

    private void tell(UUID tenant) {
        Map<ObjectType, Set<UUID>> some = untold.remove(tenant);
        try {
            if (some != null) {
                changes.tell(some, of(tenant));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Windows could not be told what has changed: {}", failure.toString());
            of(tenant).forEach(LiveReader::missed);
        }
    }

    private void told(SignalsToWindows.Told told) {
        lately(told.tenant()).add(told);
        of(told.tenant()).stream().filter(reader -> told.people().contains(reader.person())).forEach(reader -> reader.told(told.event()));
    }

    private void missed() {
        lately.values().forEach(Lately::missed);
        readers.values().forEach(all -> all.forEach(LiveReader::missed));
    }

    @Override
    public void start() {
        clock = newClock();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
        readers.values().forEach(all -> all.forEach(LiveReader::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
