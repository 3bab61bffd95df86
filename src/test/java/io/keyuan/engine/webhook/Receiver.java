package io.keyuan.engine.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program that is told of changes, at as many addresses as there are tests. */
public final class Receiver {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Receiver ONE = new Receiver();

    private final HttpServer server;
    private final Map<String, List<Heard>> heard = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /** A message as it came. */
    public record Heard(String id, String timestamp, String signature, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String type() {
            return json().get("type").asString();
        }
    }

    private Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public static Receiver get() {
        return ONE;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>()).add(new Heard(
                headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), body));
        byte[] words = "好的, thanks".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answers.getOrDefault(path, 200), words.length);
        try (var out = exchange.getResponseBody()) {
            out.write(words);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void answers(String path, int status) {
        answers.put(path, status);
    }

    public List<Heard> heard(String path) {
        return heard.getOrDefault(path, List.of());
    }
}
