package io.keyuan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an open window hears. */
public final class LiveStream implements AutoCloseable {

    /** One event; the data of most is JSON. */
    public record Event(String name, String data) {

        public JsonNode change(int index) {
            return JsonMapper.shared().readTree(data).at("/changes/" + index);
        }
    }

    /** That there is something among the person's notifications, which may be told at any time. */
    private static final String NOTIFIED = "notifications";

    private static final int PATIENCE_SECONDS = 60;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream content;
    private final BufferedReader lines;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    private LiveStream(InputStream content) {
        this.content = content;
        this.lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    /** Returns when the window is known to the program. */
    public static LiveStream of(TestClient client) {
        var request = HttpRequest.newBuilder(URI.create(client.program() + "/api/v1/live"));
        client.headers().forEach(request::setHeader);
        request.setHeader("Accept", "text/event-stream");
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            var stream = new LiveStream(response.body());
            stream.lines.readLine();
            Thread.ofVirtual().start(stream::listen);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        String name = "";
        String data = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.isEmpty() && !name.isEmpty()) {
                    heard.add(new Event(name, data));
                    name = "";
                }
            }
        } catch (IOException closed) {
            // As good an end as any.
        }
        heard.add(new Event("closed", ""));
    }

    /** The next event of records; "closed" is the last one. */
    public Event next() {
        Event event = any();
        while (event.name().equals(NOTIFIED)) {
            event = any();
        }
        return event;
    }

    /** The next event of this name, whatever else is heard before. */
    public Event next(String name) {
        Event event = any();
        while (!event.name().equals(name)) {
            if (event.name().equals("closed")) {
                throw new AssertionError("closed before " + name + " was heard");
            }
            event = any();
        }
        return event;
    }

    private Event any() {
        try {
            @Nullable Event event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing was heard");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was heard up to the first event with a text in it, which is among them. */
    public List<Event> until(String text) {
        List<Event> events = new ArrayList<>();
        do {
            events.add(any());
        } while (!events.getLast().data().contains(text));
        return events;
    }

    /** The reader itself would wait for whoever is waiting for the next line. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
