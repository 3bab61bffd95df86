package io.keyuan.engine.imports;

import static org.awaitility.Awaitility.await;

import io.keyuan.TestClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in and imports files over HTTP, with a program's token. */
final class Importer {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled", "undone");
    private static final String BOUNDARY = "----------a-boundary-of-these-tests";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestClient client;

    Importer(TestClient client) {
        this.client = client;
    }

    /** What became of a file. */
    record Result(JsonNode job, Importer importer) {

        String state() {
            return job.path("state").asString("");
        }

        Counts counts() {
            JsonNode result = job.path("result");
            return new Counts(
                    result.path("in").asLong(), result.path("created").asLong(), result.path("updated").asLong(),
                    result.path("skipped").asLong(), result.path("failed").asLong(), result.path("implied").asLong());
        }

        /** The file of the rows that failed. */
        byte[] failures() {
            return importer.bytes(job.path("failures").asString(""));
        }

        String failuresText() {
            return new String(failures(), StandardCharsets.UTF_8);
        }
    }

    Result run(Map<String, String> fields, String content) {
        return run(fields, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports a file and waits for the end. */
    Result run(Map<String, String> fields, byte[] content) {
        HttpResponse<byte[]> taken = post(fields, content);
        if (taken.statusCode() != 202) {
            throw new AssertionError(taken.statusCode() + " " + new String(taken.body(), StandardCharsets.UTF_8));
        }
        String job = taken.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(5)).until(() -> ENDED.contains(get(job).path("state").asString("")));
        return new Result(get(job), this);
    }

    /** The problem with a file that is not taken. */
    JsonNode refusal(Map<String, String> fields, byte[] content) {
        HttpResponse<byte[]> refused = post(fields, content);
        if (refused.statusCode() < 400) {
            throw new AssertionError("taken: " + refused.statusCode());
        }
        return json(refused);
    }

    TestClient client() {
        return client;
    }

    String upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Brings a file; its address. */
    String upload(byte[] content) {
        HttpResponse<byte[]> taken = post("/api/v1/imports/uploads", Map.of(), content);
        if (taken.statusCode() != 201) {
            throw new AssertionError(taken.statusCode() + " " + new String(taken.body(), StandardCharsets.UTF_8));
        }
        return taken.headers().firstValue("Location").orElseThrow();
    }

    /** Imports a file that was brought, and waits for the end. */
    JsonNode started(String upload, Map<String, Object> map, boolean dryRun) {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        var answer = client.post("/api/v1/imports", Map.of("upload", id, "map", map, "dryRun", dryRun));
        return ended("/api/v1/jobs/" + answer.body().path("id").asString(""));
    }

    /** Takes an import back, and waits for the end of that. */
    JsonNode undo(Result imported, boolean insist) {
        return ended(startUndo(imported, insist));
    }

    /** Begins to take an import back; the address of the job that does it. */
    String startUndo(Result imported, boolean insist) {
        var answer = client.post("/api/v1/jobs/" + imported.job().path("id").asString("") + "/undo?insist=" + insist, Map.of());
        if (answer.status() != 202) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return "/api/v1/jobs/" + answer.body().path("id").asString("");
    }

    /** A job once it has ended. */
    JsonNode ended(String job) {
        await().atMost(Duration.ofMinutes(5)).until(() -> ENDED.contains(get(job).path("state").asString("")));
        return get(job);
    }

    HttpResponse<byte[]> post(Map<String, String> fields, byte[] content) {
        return post("/api/v1/imports", fields, content);
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> fields, byte[] content) {
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n" + value + "\r\n")));
        parts.add(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n"));
        parts.add(BodyPublishers.ofByteArray(content));
        parts.add(text("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    JsonNode get(String path) {
        return json(send(request(path).GET()));
    }

    byte[] bytes(String path) {
        return send(request(path).GET()).body();
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(client.program().resolve(path));
        client.headers().forEach(request::setHeader);
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
