package io.keyuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends JSON to the running program on somebody's behalf. Immutable: {@link #with} makes another.
 *
 * @param person the id of whoever it speaks for; empty for nobody
 */
public record TestClient(URI program, Map<String, String> headers, String person) {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public static TestClient of(URI program) {
        return new TestClient(program, Map.of("Accept-Language", "en"), "");
    }

    public TestClient with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new TestClient(program, more, person);
    }

    TestClient as(String id) {
        return new TestClient(program, headers, id);
    }

    public TestAnswer get(String path) {
        return send("GET", path, null);
    }

    public TestAnswer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    public TestAnswer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    public TestAnswer patch(String path, Object body) {
        return send("PATCH", path, JSON.writeValueAsString(body));
    }

    /** Changes a record of which this version was seen. */
    public TestAnswer patch(String path, long version, Object body) {
        return with("If-Match", "\"" + version + "\"").patch(path, body);
    }

    public TestAnswer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a file in a form, as browsers do. */
    public TestAnswer upload(String path, String name, String content) {
        String form = "--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--border--\r\n";
        return with("Content-Type", "multipart/form-data; boundary=border").send("POST", path, form);
    }

    /** Sends a form as browsers do. */
    public TestAnswer post(String path, TestForm form) {
        return with("Content-Type", form.mediaType()).send("POST", path, "a form", HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
    }

    /** @param body sent as it is, be it JSON or not */
    public TestAnswer send(String method, String path, @Nullable String body) {
        return send(method, path, body, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    /** @param told of what is sent, where anything is, to whoever reads a failure */
    private TestAnswer send(String method, String path, @Nullable String told, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(program + path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        if (told != null) {
            request.setHeader("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        }
        request.method(method, body);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new TestAnswer(method + " " + path + (told == null ? "" : " " + told), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is answered, byte for byte. */
    public byte[] bytes(String path) {
        var request = HttpRequest.newBuilder(URI.create(program + path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " for " + path);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Text as it stands in the query of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
