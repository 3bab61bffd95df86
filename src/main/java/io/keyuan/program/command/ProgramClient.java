package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a running program as its own command line.
 *
 * @param address where it answers
 * @param control the secret that only the owner of the data folder can read
 * @param tenant whose data commands are about, by its slug; empty for the first one's
 */
record ProgramClient(URI address, String control, Optional<String> tenant) {
    static final String CONTROL_HEADER = "X-Keyuan-Control";
    private static final String TENANT_HEADER = "X-Keyuan-Tenant";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY)
                    .sslContext(OwnMachine.context()).build();
    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final int FIRST_ERROR = 400;
    private static final int ACCEPTED = 202;

    ProgramClient(URI address, String control) {
        this(address, control, Optional.empty());
    }

    /** The same program, asked about the data of another company. */
    ProgramClient of(Optional<String> slug) {
        return new ProgramClient(address, control, slug);
    }

    /** Whether the program is there at all. */
    boolean answers() throws IOException {
        try {
            send(HttpRequest.newBuilder(address.resolve("/health/live")).timeout(QUICK).GET().build());
            return true;
        } catch (ConnectException nobody) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException {
        return json(send(request(path).GET().build()));
    }

    JsonNode post(String path, Map<String, ?> object) throws IOException {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(object)))
                .build()));
    }

    /** Sends a form and answers where the work it began can be watched. */
    URI submit(String path, MultipartForm form) throws IOException {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", form.contentType())
                .POST(form.body())
                .build());
        json(answer);
        return address.resolve(answer.headers().firstValue("Location")
                .orElseThrow(ProgramClient::unwatchable));
    }

    /**
     * Stores what is asked for as a file, if that is answered at once.
     *
     * @return where the work can be watched that it takes otherwise
     */
    Optional<URI> fetch(String path, Map<String, ?> object, Path file) throws IOException {
        HttpResponse<Path> answer = exchange(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(object)))
                        .build(),
                BodyHandlers.ofFile(file));
        if (answer.statusCode() >= FIRST_ERROR) {
            throw Refusal.failed(sentence(read(Files.readString(file)), answer.statusCode()));
        }
        return answer.statusCode() == ACCEPTED
                ? Optional.of(address.resolve(answer.headers().firstValue("Location").orElseThrow(ProgramClient::unwatchable)))
                : Optional.empty();
    }

    private static IOException unwatchable() {
        return new IOException("The program did not say where to watch its work");
    }

    /** Stores what is at an address as a file. */
    void download(String path, Path file) throws IOException {
        HttpResponse<Path> answer = exchange(request(path).GET().build(), BodyHandlers.ofFile(file));
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IOException("The program answered " + answer.statusCode() + " instead of " + file.getFileName());
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).header(CONTROL_HEADER, control);
        tenant.ifPresent(slug -> request.header(TENANT_HEADER, slug));
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        return exchange(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return HTTP.send(request, handler);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the program");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        JsonNode body = body(answer);
        if (answer.statusCode() < FIRST_ERROR) {
            return body;
        }
        throw Refusal.failed(sentence(body, answer.statusCode()));
    }

    /** The first fault says more than that there is one. */
    private static String sentence(JsonNode problem, int status) {
        String title = problem.path("title").asString("The program answered " + status);
        String detail = problem.path("detail").asString(title);
        return problem.at("/errors/0/message").asString(detail);
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return read(answer.body());
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? JsonMapper.shared().createObjectNode() : JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
