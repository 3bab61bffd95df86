package io.keyuan.engine.live;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Standing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open window, and what it has not been told yet. */
final class LiveReader implements AutoCloseable {

    /** Proxies cut what is silent for longer; and somebody whose session has ended hears no more after this. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int UNTOLD_AT_MOST = 100;
    private static final String BEGIN = "retry: 2000\n\n";
    private static final String STILL_HERE = ":\n\n";
    private static final String MISSED = "event: missed\ndata:\n\n";
    private static final String END = "event: end\ndata:\n\n";
    /** Ends the stream without a word: the window comes back, to another node perhaps. */
    private static final String CLOSE = "";

    private final Standing standing;
    private final UUID tenant;
    private final UUID person;
    private final Consumer<LiveReader> leave;
    private final BlockingQueue<String> untold = new LinkedBlockingQueue<>(UNTOLD_AT_MOST);

    LiveReader(Standing standing, Caller caller, Consumer<LiveReader> leave) {
        this.standing = standing;
        this.tenant = caller.tenant();
        this.person = caller.person();
        this.leave = leave;
    }

    UUID tenant() {
        return tenant;
    }

    UUID person() {
        return person;
    }

    /** Null once nobody may be told anything any more. */
    @Nullable Caller caller() {
        return standing.caller();
    }

    /** Whoever reads too slowly is told that there was something, and asks anew. */
    void changed(String json) {
        tell("changed", json);
    }

    /** Something that concerns the person, whatever it is. */
    void told(String event) {
        tell(event, "{}");
    }

    private void tell(String event, String json) {
        if (!untold.offer("event: " + event + "\ndata: " + json + "\n\n")) {
            missed();
        }
    }

    void missed() {
        untold.clear();
        untold.offer(MISSED);
    }

    void end() {
        untold.clear();
        untold.offer(CLOSE);
    }

    /** Returns when the stream has ended. */
    void writeTo(OutputStream stream) throws IOException {
        write(BEGIN, stream);
        for (String next = next(); !next.equals(CLOSE); next = next()) {
            if (standing.caller() == null) {
                write(END, stream);
                return;
            }
            write(next, stream);
        }
    }

    private String next() throws InterruptedIOException {
        try {
            String next = untold.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
            return next == null ? STILL_HERE : next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the program is stopping");
        }
    }

    private static void write(String event, OutputStream stream) throws IOException {
        stream.write(event.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
