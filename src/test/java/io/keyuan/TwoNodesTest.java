package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.program.database.DatabaseAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes of the program on one database, which to people are one. */
class TwoNodesTest {

    /** What is remembered without a signal is remembered for longer. */
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CHOSEN = "seven quiet herons";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static TestNode here;
    private static TestNode there;
    private static TestClient admin;

    @BeforeAll
    static void start() {
        DatabaseAddress database = TestDatabase.create();
        here = TestNode.start(database);
        there = TestNode.start(database);
        admin = here.signedIn();
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void aSessionCountsOnBothAndEndsOnBoth() {
        TestClient session = here.signedIn();
        there.asked(session).get("/api/v1/customers").expect(200);

        session.delete("/api/v1/session").expect(204);

        await().atMost(SOON).untilAsserted(() -> there.asked(session).get("/api/v1/customers").expect(401));
    }

    @Test
    void aTokenThatIsRevokedOnOneIsOfNoUseOnTheOther() {
        TestAnswer made = admin.post("/api/v1/tokens", Map.of("name", "report")).expect(201);
        TestClient program = TestClient.of(there.address()).with("Authorization", "Bearer " + made.text("/token"));
        program.get("/api/v1/customers").expect(200);

        admin.delete("/api/v1/tokens/" + made.id()).expect(204);

        await().atMost(SOON).untilAsserted(() -> program.get("/api/v1/customers").expect(401));
    }

    @Test
    void whatSomebodyMayCountsEverywhereAtOnce() {
        TestClient somebody = person();
        Map<String, String> rate = Map.of("currency", "EUR", "rate", "1.1", "validFrom", "2026-01-01");
        there.asked(somebody).post("/api/v1/exchange-rates", rate).expect(403);

        change("/api/v1/users/" + somebody.person(), Map.of("administrator", true));
        await().atMost(SOON).untilAsserted(() -> there.asked(somebody).post("/api/v1/exchange-rates", rate).expect(201));

        admin.post("/api/v1/users/" + somebody.person() + "/disable", Map.of()).expect(204);
        await().atMost(SOON).untilAsserted(() -> there.asked(somebody).get("/api/v1/customers").expect(401));
    }

    @Test
    void aCompanysSettingsAreReadAnewOnBoth() {
        there.asked(admin).get("/api/v1/session").expect(200);

        admin.patch("/api/v1/settings", Map.of("name", "云帆")).expect(200);

        await().atMost(SOON).untilAsserted(() ->
                assertThat(there.asked(admin).get("/api/v1/session").text("/tenant/name")).isEqualTo("云帆"));
    }

    @Test
    void somebodysNewNameIsSeenInListsOfBoth() {
        TestClient somebody = person();
        TestAnswer customer = admin.post("/api/v1/customers", Map.of("name", "顾客", "owner", Map.of("id", somebody.person()))).expect(201);
        there.asked(admin).get("/api/v1/customers/" + customer.id()).expect(200);

        change("/api/v1/users/" + somebody.person(), Map.of("name", "改名"));

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        there.asked(admin).get("/api/v1/customers/" + customer.id()).text("/owner/title")).isEqualTo("改名"));
    }

    @Test
    void guessesAreCountedTogether() {
        Map<String, String> guess = Map.of("login", "somebody-else", "password", "wrong");
        TestClient stranger = TestClient.of(here.address());

        await().atMost(LONG).until(() -> stranger.post("/api/v1/session", guess).status() == 429);

        assertThat(there.asked(stranger).post("/api/v1/session", guess).expect(429).header("Retry-After")).isNotEmpty();
    }

    @Test
    void aChangeOnOneIsHeardByAWindowOnTheOther() throws Exception {
        TestAnswer customer = admin.post("/api/v1/customers", Map.of("name", "顾客")).expect(201);
        try (var window = LiveStream.of(there.asked(admin))) {
            change("/api/v1/customers/" + customer.id(), Map.of("name", "新名"));

            LiveStream.Event event = window.until(changed(customer)).getLast();
            assertThat(event.name()).isEqualTo("changed");
            assertThat(event.data()).contains("{\"object\":\"customers\",\"records\":[{\"id\":\"" + customer.id() + "\",\"version\":2,\"by\":\"" + admin.person() + "\"}]}");
        }
    }

    @Test
    void nobodyHearsOfWhatTheyMayNotSee() throws Exception {
        TestClient somebody = person();
        TestAnswer hidden = admin.post("/api/v1/customers", Map.of("name", "别人的")).expect(201);
        TestAnswer own = admin.post("/api/v1/customers", Map.of("name", "自己的", "owner", Map.of("id", somebody.person()))).expect(201);
        try (var window = LiveStream.of(there.asked(somebody))) {
            change("/api/v1/customers/" + hidden.id(), Map.of("name", "别人的二"));
            change("/api/v1/customers/" + own.id(), Map.of("name", "自己的二"));

            assertThat(window.until(changed(own))).noneMatch(event -> event.data().contains(hidden.id()));
        }
    }

    @Test
    void manyChangesAreToldInOneWord() throws Exception {
        try (var window = LiveStream.of(there.asked(admin))) {
            List<Map<String, String>> rows = IntStream.range(0, 300).mapToObj(i -> Map.of("name", "批量 " + i)).toList();
            String first = admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200).text("/results/0/id");

            assertThat(window.until("{\"object\":\"customers\",\"many\":true}")).noneMatch(event -> event.data().contains(first));
        }
    }

    @Test
    void aWindowHearsNoMoreWhenItsSessionHasEndedOnTheOtherNode() throws Exception {
        TestClient session = here.signedIn();
        try (var window = LiveStream.of(there.asked(session))) {
            session.delete("/api/v1/session").expect(204);

            await().atMost(SOON).untilAsserted(() -> there.asked(session).get("/api/v1/customers").expect(401));
            window.next("end");
            window.next("closed");
        }
    }

    @Test
    void whoeverOnlyLooksAtTheAddressDoesNotWaitForEver() {
        admin.get("/api/v1/live").expect(406);
        TestClient.of(here.address()).get("/api/v1/live").expect(401);
    }

    @Test
    void rulesRunOnceWhicheverNodeNotices() {
        TestAnswer rule = admin.post("/api/v1/automation-rules", Map.of(
                "object", "competitors", "name", "One each", "trigger", Map.of("kind", "created"),
                "actions", List.of(Map.of("kind", "create", "object", "tasks", "values", List.of(Map.of("attribute", "title", "text", "Look at {{name}}")))))).expect(201);
        for (int i = 0; i < 6; i++) {
            int from = i * 300;
            List<Map<String, String>> rows = IntStream.range(from, from + 300).mapToObj(row -> Map.of("name", "对手 " + row)).toList();
            (i % 2 == 0 ? admin : there.asked(admin)).post("/api/v1/competitors/batch", Map.of("create", rows)).expect(200);
        }

        await().atMost(LONG).untilAsserted(() -> assertThat(tasks()).isEqualTo(1_800));
        assertThat(admin.get("/api/v1/automation-rules/" + rule.id()).expect(200).at("/waiting").asInt()).isZero();
        admin.delete("/api/v1/automation-rules/" + rule.id()).expect(204);
        assertThat(tasks()).isEqualTo(1_800);
    }

    private static int tasks() {
        return admin.get("/api/v1/tasks?limit=1&count=exact").expect(200).at("/count/value").asInt();
    }

    /** While the line is broken signals are lost, so nothing that is remembered may be believed afterwards. */
    @Test
    void afterTheLineWasBrokenNothingOldIsBelieved() throws Exception {
        TestClient session = here.signedIn();
        there.asked(session).get("/api/v1/customers").expect(200);
        try (var window = LiveStream.of(there.asked(admin))) {
            here.get(JdbcTemplate.class).queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'keyuan signals' and datname = current_database()");
            // When it broke, and when it was mended.
            window.next("missed");
            window.next("missed");

            session.delete("/api/v1/session").expect(204);
            await().atMost(SOON).untilAsserted(() -> there.asked(session).get("/api/v1/customers").expect(401));
            TestAnswer customer = admin.post("/api/v1/customers", Map.of("name", "之后")).expect(201);
            window.until(customer.id());
        }
    }

    // ---- words of these tests ----

    /** In what a window hears, that a record was changed; what happened shortly before may be heard first. */
    private static String changed(TestAnswer created) {
        return created.id() + "\",\"version\":2";
    }

    private static TestClient person() {
        String login = "person-" + NUMBER.incrementAndGet();
        TestAnswer made = admin.post("/api/v1/users", Map.of("name", login, "login", login)).expect(201);
        String once = admin.post("/api/v1/users/" + made.id() + "/invite", Map.of()).expect(200).text("/password");
        TestClient session = here.signedIn(login, once);
        session.put("/api/v1/session/password", Map.of("current", once, "password", CHOSEN)).expect(204);
        return session;
    }

    private static void change(String path, Map<String, ?> values) {
        admin.patch(path, admin.get(path).expect(200).version(), values).expect(200);
    }
}
