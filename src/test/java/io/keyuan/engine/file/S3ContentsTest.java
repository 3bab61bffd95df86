package io.keyuan.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyuan.engine.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents in a bucket, against a server that speaks as much of S3 over real HTTP as is asked of it. */
class S3ContentsTest {

    private final Map<String, byte[]> bucket = new ConcurrentHashMap<>();
    private final UUID tenant = Ids.next();
    private HttpServer server = server();

    @TempDir
    private Path folder = Path.of("");

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void listen() {
        server.createContext("/files/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean signed = exchange.getRequestHeaders().getFirst("Authorization") != null;
        byte[] stored = bucket.get(key);
        switch (signed ? exchange.getRequestMethod() : "nobody") {
            case "PUT" -> {
                bucket.put(key, body);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                bucket.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            case "HEAD", "GET" -> read(exchange, stored);
            default -> exchange.sendResponseHeaders(403, -1);
        }
        exchange.close();
    }

    private static void read(HttpExchange exchange, byte @org.jspecify.annotations.Nullable [] stored) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] answer = stored == null ? "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes(java.nio.charset.StandardCharsets.UTF_8) : stored;
        String range = stored == null ? null : exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        exchange.sendResponseHeaders(stored == null ? 404 : range == null ? 200 : 206, head ? -1 : answer.length - from);
        if (!head) {
            exchange.getResponseBody().write(answer, from, answer.length - from);
        }
    }

    private ContentStore store() {
        return ContentStores.of(folder, Map.of(
                "KEYUAN_FILES_S3_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(), "KEYUAN_FILES_S3_BUCKET", "files",
                "KEYUAN_FILES_S3_ACCESS_KEY", "somebody", "KEYUAN_FILES_S3_SECRET_KEY", "something")::get);
    }

    @Test
    void whatIsKeptIsThereUnderItsHashUntilItIsDeleted() throws IOException {
        ContentStore store = store();
        byte[] bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        String hash = keep(store, bytes);

        assertThat(bucket).containsOnlyKeys("/files/" + tenant + "/" + hash);
        assertThat(store.has(tenant, hash)).isTrue();
        try (InputStream content = store.open(tenant, hash)) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        try (InputStream rest = store.open(tenant, hash, 299_990)) {
            assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 299_990, 300_000));
        }
        store.delete(tenant, hash);
        assertThat(store.has(tenant, hash)).isFalse();
        assertThatThrownBy(() -> store.open(tenant, hash)).isInstanceOf(NoSuchFileException.class);
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).as("nothing stays on this machine").isEmpty();
        }
    }

    @Test
    void aStorageThatDoesNotAnswerIsATroubleNotAnAbsence() throws IOException {
        ContentStore store = store();
        String hash = keep(store, new byte[] {1});
        server.stop(0);
        assertThatThrownBy(() -> store.has(tenant, hash)).isInstanceOf(IOException.class);
    }

    @Test
    void aBucketWithoutItsKeysIsRefusedInWords() {
        assertThatThrownBy(() -> ContentStores.of(folder, Map.of("KEYUAN_FILES_S3_BUCKET", "files")::get))
                .hasMessageContaining("KEYUAN_FILES_S3_ACCESS_KEY");
    }

    private String keep(ContentStore store, byte[] bytes) throws IOException {
        try (Incoming incoming = store.receive()) {
            incoming.write(bytes);
            store.keep(tenant, incoming);
            return incoming.hash();
        }
    }
}
