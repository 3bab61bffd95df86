package io.keyuan;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the program answered.
 *
 * @param request what was asked, for whoever reads a failure
 * @param content the body as text; empty where there is none
 */
public record TestAnswer(String request, int status, HttpHeaders headers, String content) {

    /** @throws AssertionError with the question and the answer where the status is another */
    public TestAnswer expect(int expected) {
        return expectOneOf(expected);
    }

    public TestAnswer expectOneOf(Integer... expected) {
        if (!List.of(expected).contains(status)) {
            throw new AssertionError("expected " + List.of(expected) + " but was " + this);
        }
        return this;
    }

    /** That the request was refused for what it was, not for a fault of the program's. */
    public TestAnswer expectRefusal() {
        if (status < 400 || status > 499) {
            throw new AssertionError("expected a refusal but was " + this);
        }
        return this;
    }

    public JsonNode body() {
        return TestClient.JSON.readTree(content);
    }

    public JsonNode at(String pointer) {
        return body().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asString();
    }

    public String id() {
        return text("/id");
    }

    public long version() {
        return at("/version").asLong();
    }

    public List<JsonNode> items() {
        return at("/items").valueStream().toList();
    }

    /** The next page; null on the last. */
    public @Nullable String next() {
        JsonNode next = at("/next");
        return next.isString() ? next.asString() : null;
    }

    /** What is wrong at this path; null where nothing is. */
    public @Nullable JsonNode error(String path) {
        return at("/errors").valueStream()
                .filter(error -> error.path("path").asString().equals(path))
                .findFirst()
                .orElse(null);
    }

    public String header(String name) {
        return headers.firstValue(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    @Override
    public String toString() {
        return status + " " + Objects.toString(content) + "\n  for " + request;
    }
}
