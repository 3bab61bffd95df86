package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Ids;
import io.keyuan.engine.Signals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@link Signals} by {@code NOTIFY}, so that nodes need nothing but the database they share. What a node itself sends it
 * hears at commit and not by this way. What is mentioned is sent together with whatever else was mentioned while the
 * sending before it was under way: a thousand writes in a second cost a few statements.
 */
@Component
final class PostgresSignals implements Signals, SmartLifecycle {

    static final String CHANNEL = "keyuan";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final int TOGETHER = 100;

    /** A server that restarts has lost all its listeners as well. */
    private static final Field<?> NEED_NOT_REACH_THE_DISK =
            function("set_config", String.class, inline("synchronous_commit"), inline("off"), inline(true));

    private final DSLContext sql;
    private final SignalLine line;
    private final String node = Ids.next().toString();
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final BlockingQueue<String> mentioned = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread sender;

    PostgresSignals(DSLContext sql, JdbcConnectionDetails database) {
        this.sql = sql;
        this.line = new SignalLine(database, this::received, this::missed);
    }

    private record Listener(Consumer<String> heard, Runnable missed) {}

    @Override
    public void tell(String topic, String text) {
        sql.select(notification(written(topic, text))).fetch();
        AfterCommit.run(() -> deliver(topic, text));
    }

    @Override
    public void mention(String topic, String text) {
        AfterCommit.run(() -> {
            deliver(topic, text);
            mentioned.add(written(topic, text));
        });
    }

    @Override
    public void listen(String topic, Consumer<String> heard, Runnable missed) {
        listeners.computeIfAbsent(topic, unheard -> new CopyOnWriteArrayList<>()).add(new Listener(heard, missed));
    }

    private String written(String topic, String text) {
        return node + " " + topic + " " + text;
    }

    private static Field<?> notification(String signal) {
        return function("pg_notify", Object.class, inline(CHANNEL), val(signal));
    }

    private void received(String signal) {
        String[] parts = signal.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(node)) {
            deliver(parts[1], parts[2]);
        }
    }

    private void deliver(String topic, String text) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> guarded(() -> listener.heard().accept(text)));
    }

    private void missed() {
        listeners.values().forEach(all -> all.forEach(listener -> guarded(listener.missed())));
    }

    /** The write that is told of has been committed, and the others want to hear of it too. */
    private static void guarded(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException failure) {
            LOG.error("A signal was not understood", failure);
        }
    }

    @Override
    public void start() {
        line.open();
        sender = Thread.ofVirtual().name("signals").start(this::send);
    }

    private void send() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Set<String> together = new LinkedHashSet<>(List.of(mentioned.take()));
                List<String> more = new ArrayList<>();
                mentioned.drainTo(more, TOGETHER);
                together.addAll(more);
                sendTogether(List.copyOf(together));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendTogether(List<String> signals) {
        try {
            List<Field<?>> fields = new ArrayList<>(List.of(NEED_NOT_REACH_THE_DISK));
            signals.forEach(signal -> fields.add(notification(signal)));
            sql.select(fields).fetch();
        } catch (RuntimeException unreachable) {
            LOG.warn("Other nodes could not be told of {} changes: {}", signals.size(), unreachable.toString());
        }
    }

    @Override
    public void stop() {
        line.close();
        Thread sending = sender;
        sender = null;
        if (sending != null) {
            sending.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return sender != null;
    }
}
