package io.keyuan.program.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyuan.program.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for a running program: holds the folder's lock, publishes its address, answers what it is told to. */
final class StubProgram implements AutoCloseable {
    static final String CONTROL = "the-secret";

    /** A request as it came in. */
    record Request(String line, String control, String body) {}

    private final DataFolder folder;
    private final HttpServer server;
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new ArrayList<>();

    StubProgram(Path home) throws IOException {
        folder = DataFolder.open(home);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        ProgramRecord.publish(folder, new WebAddress("http", "127.0.0.1", server.getAddress().getPort()), CONTROL);
    }

    /** What a request line such as "GET /x" is answered with, one after the other; the last one stays. */
    StubProgram answers(String line, String... bodies) {
        answers.put(line, new ArrayList<>(List.of(bodies)));
        return this;
    }

    List<Request> requests() {
        return requests.stream().filter(request -> !request.line().endsWith("/health/live")).toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                line, String.valueOf(exchange.getRequestHeaders().getFirst(ProgramClient.CONTROL_HEADER)), body));
        List<String> left = answers.getOrDefault(line, List.of());
        String text = left.isEmpty() ? "{\"title\":\"Not found\"}" : left.size() > 1 ? left.removeFirst() : left.getFirst();
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/api/v1/jobs/7");
        exchange.sendResponseHeaders(left.isEmpty() ? 404 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        folder.close();
    }
}
