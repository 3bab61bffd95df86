package io.keyuan.program.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.program.database.DatabaseAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** What whoever runs the program sees of it, and what a proxy in front may say. */
class OperationTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static DatabaseAddress database;
    private static TestNode node;
    private static TestClient admin;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        List<String> settings = new ArrayList<>(WebApplication.Plan.metrics("127.0.0.1", 0));
        settings.addAll(List.of("--keyuan.proxies=1", "--keyuan.log.requests=true", "--keyuan.slow-statement-ms=0",
                "--spring.datasource.hikari.connection-timeout=2000",
                // Every statement is slow here; only the tests that look want to see that.
                "--logging.level.io.keyuan.requests=off", "--logging.level.io.keyuan.engine.sql.SlowStatements=off"));
        node = TestNode.start(database, settings);
        admin = node.signedIn();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eachRequestLeavesALineWithIdsAndNothingElse() {
        String address = "/api/v1/customers?filter=" + TestClient.encoded("name.contains('13800138000')");
        ILoggingEvent logged = logged(
                "io.keyuan.requests",
                () -> admin.with("X-Request-Id", "proxy-4711").get(address).expect(200),
                line -> members(line).containsValue("proxy-4711"));

        Map<String, Object> line = members(logged);
        assertThat(line).containsEntry("route", "/api/v1/{object}");
        assertThat(line).containsEntry("method", "GET").containsEntry("object", "customers").containsEntry("status", 200)
                .containsEntry("requestId", "proxy-4711").containsKeys("tenant", "ms")
                .extractingByKey("person").hasToString(admin.person());
        assertThat(line.toString()).doesNotContain("13800138000");
    }

    @Test
    void aRequestIdThatCouldForgeALogLineIsReplaced() {
        assertThat(admin.with("X-Request-Id", "a b").get("/api/v1/session").header("X-Request-Id")).doesNotContain(" ");
    }

    @Test
    void aSlowStatementIsLoggedByItsShape() {
        ILoggingEvent line = logged(
                "io.keyuan.engine.sql.SlowStatements",
                () -> admin.post("/api/v1/customers", Map.of("name", "不可外泄的名字", "phone", "13800138018")).expect(201),
                each -> each.getFormattedMessage().contains("insert into \"customer\""));

        assertThat(line.getFormattedMessage()).doesNotContain("不可外泄", "13800138018");
    }

    @Test
    void metricsTellOfRequestsByRouteThePoolJobsJavaAndTheDatabase() {
        admin.get("/api/v1/customers").expect(200);
        String port = Objects.requireNonNull(node.get(Environment.class).getProperty("local.management.port"));

        String metrics = TestClient.of(URI.create("http://127.0.0.1:" + port)).get("/metrics").expect(200).content();

        assertThat(metrics).contains("uri=\"/api/v1/{object}\"", "hikaricp_connections_active", "keyuan_jobs_waiting ", "jvm_memory_used_bytes",
                "keyuan_database_up 1.0", "keyuan_database_size_bytes", "keyuan_live_windows");
        assertThat(TestClient.of(node.address()).get("/metrics").status()).isNotEqualTo(200);
    }

    @Test
    void behindAProxyTheCookieIsForHttpsAndGuessesAreTheClients() {
        TestClient https = TestClient.of(node.address()).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.7");
        Map<String, String> guess = Map.of("login", "admin", "password", "wrong");

        TestAnswer session = https.post("/api/v1/session", Map.of("login", "admin", "password", "correct horse battery")).expect(200);
        assertThat(session.header("Set-Cookie")).startsWith("__Host-keyuan_session=").contains("Secure");
        await().atMost(LONG).until(() -> https.post("/api/v1/session", guess).status() == 429);

        // What a client puts before the proxy's own word does not make somebody else of it.
        https.with("X-Forwarded-For", "10.1.1.1, 203.0.113.7").post("/api/v1/session", guess).expect(429);
        https.with("X-Forwarded-For", "203.0.113.8").post("/api/v1/session", guess).expect(401);
    }

    @Test
    void whileTheDatabaseIsAwayEverybodyIsToldToComeBackAndThenAllGoesOn() throws Exception {
        TestClient stranger = TestClient.of(node.address());
        onServer("alter database " + name() + " allow_connections false");
        try {
            onServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");

            TestAnswer answer = admin.get("/api/v1/customers").expect(503);
            assertThat(answer.text("/type")).isEqualTo("/problems/unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            stranger.post("/api/v1/session", Map.of("login", "admin", "password", "x")).expect(503);
            stranger.get("/health/ready").expect(503);
            stranger.get("/health/live").expect(200);
        } finally {
            onServer("alter database " + name() + " allow_connections true");
        }

        await().atMost(LONG).untilAsserted(() -> admin.get("/api/v1/customers").expect(200));
        stranger.get("/health/ready").expect(200);
    }

    // ---- words of these tests ----

    private static Map<String, Object> members(ILoggingEvent line) {
        Map<String, Object> members = new java.util.HashMap<>(line.getMDCPropertyMap());
        if (line.getKeyValuePairs() != null) {
            line.getKeyValuePairs().forEach(pair -> members.put(pair.key, pair.value));
        }
        return members;
    }

    /** The line that is meant, which may be written only after the answer was sent. */
    private static ILoggingEvent logged(String logger, Runnable work, Predicate<ILoggingEvent> meant) {
        var heard = new ListAppender<ILoggingEvent>();
        heard.list = new java.util.concurrent.CopyOnWriteArrayList<>();
        var log = (Logger) LoggerFactory.getLogger(logger);
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        log.addAppender(heard);
        heard.start();
        try {
            work.run();
            await().atMost(LONG).until(() -> heard.list.stream().anyMatch(meant));
            return heard.list.stream().filter(meant).findFirst().orElseThrow();
        } finally {
            log.detachAppender(heard);
            log.setLevel(before);
        }
    }

    private static String name() {
        return database.url().replaceFirst(".*/", "").replaceFirst("[?].*", "");
    }

    /** From another database, as whoever looks after the server. */
    private static void onServer(String sql) throws SQLException {
        var other = new DatabaseAddress(database.url().replace(name(), "postgres"), database.user(), database.password());
        try (var connection = other.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
