package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.backup.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the API's document, as people of the company whose rights do not suffice. The operations are taken from the
 * document: a new one is tested by being described. {@link EveryOperationTest} asks as nobody and as somebody of another company.
 */
class OperationsByRightsTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final Stage COMPANY = new Stage(TENANT);
    private static final List<Operations.Operation> ALL = Operations.of(COMPANY.admin());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Where traces of asking itself are kept. */
    private static final Set<String> TRACES = Set.of(
            "token", "session", "sign_in_attempt", "preference", "audit_event", "audit_seal", "audit_chain", "comment", "follow", "mention",
            "advice_put_off", "notification", "notification_preference", "onboarding_step", "notice_position", "import_upload", "stored_file", "stored_file_chunk", "idempotency");

    private static final TestClient ALLOWED_NOTHING = person("nothing", List.of());
    private static final TestClient READER = person("reader", everything("read"));
    private static final TestClient EXPIRED = expired();

    /** What these people do may not change a byte of what the company has, but for what is written of them. */
    private static final Map<String, List<String>> BEFORE = content();

    /** What everybody may of themselves whatever their roles, each with why; and what would end what the test goes on with. */
    private static final Map<String, String> OF_ONESELF = Map.of(
            "signIn", "it needs no rights", "signOut", "one's own session", "changePassword", "one's own password",
            "updateSession", "one's own language", "listen", "it goes on for as long as one listens", "readAddress", "it keeps nothing",
            "uploadImportFile", "a file of one's own", "createToken", "one's own token", "createView", "a view of one's own", "createSegment", "a segment of one's own");

    /** What people settle for themselves. */
    private static final List<String> OWN = List.of("/api/v1/session", "/api/v1/tokens", "/api/v1/notifications", "/api/v1/mentions", "/api/v1/onboarding");

    /** Whoever reads a record may take part in what happens to it. */
    private static final Set<String> TAKING_PART = Set.of("/comments", "/follow", "/seen", "/advice");

    private static List<Map<String, Object>> everything(String right) {
        return EveryDefinition.Source.all().stream()
                .filter(type -> type.parent() == null)
                .map(type -> Map.<String, Object>of("object", type.path(), "rights", List.of(right), "read", Map.of("scopes", List.of("all"))))
                .toList();
    }

    private static TestClient person(String name, List<Map<String, Object>> grants) {
        TestClient person = TENANT.person(name);
        String role = COMPANY.admin().post("/api/v1/roles", Map.of("name", name, "grants", grants)).expect(201).id();
        COMPANY.admin().put("/api/v1/users/" + person.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return person;
    }

    /** The administrator's own, whose time is over. */
    private static TestClient expired() {
        String end = Instant.now().plusSeconds(2).toString();
        String token = TENANT.signedIn().post("/api/v1/tokens", Map.of("name", "short", "expiresAt", end)).expect(201).text("/token");
        TestClient client = TENANT.nobody().with("Authorization", "Bearer " + token);
        client.get("/api/v1/customers").expectOneOf(200, 401);
        await().pollInSameThread().atMost(PATIENCE).until(() -> client.get("/api/v1/customers").status() == 401);
        return client;
    }

    private static Map<String, List<String>> content() {
        Map<String, List<String>> content = new HashMap<>(Content.of(RunningProgram.get().database(), TENANT.id()));
        content.keySet().removeAll(TRACES);
        return content;
    }

    @AfterAll
    static void nothingHasChanged() {
        Map<String, List<String>> after = content();
        assertThat(after.keySet()).isEqualTo(BEFORE.keySet());
        BEFORE.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    }

    private static Stream<DynamicTest> each(TestClient client, Judge judge) {
        return ALL.stream()
                .filter(operation -> !operation.isPublic() && !OF_ONESELF.containsKey(operation.id()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> judge.look(operation, operation.send(client, COMPANY))));
    }

    private static boolean isOwn(Operations.Operation operation) {
        return OWN.stream().anyMatch(operation.path()::startsWith);
    }

    private interface Judge {
        void look(Operations.Operation operation, TestAnswer answer);
    }

    @TestFactory
    Stream<DynamicTest> aTokenWhoseTimeIsOverOpensNothing() {
        return each(EXPIRED, (operation, answer) -> {
            answer.expect(401);
            assertThat(answer.content()).doesNotContain(Stage.MARK);
        });
    }

    @TestFactory
    Stream<DynamicTest> whoIsAllowedNothingGetsNothing() {
        Set<String> ids = COMPANY.ids().stream().filter(id -> !id.equals(ALLOWED_NOTHING.person())).collect(Collectors.toSet());
        return each(ALLOWED_NOTHING, (operation, answer) -> {
            assertThat(answer.status()).as(answer.toString()).isLessThan(500);
            if (operation.isAboutOne()) {
                answer.expectOneOf(401, 403, 404);
            } else if (!operation.method().equals("GET") && !isOwn(operation) && answer.status() < 300) {
                // A batch answers for each of its rows.
                assertThat(answer.at("/results")).as(answer.toString()).isNotEmpty()
                        .allSatisfy(row -> assertThat(row.get("status").asInt()).isIn(403, 404));
            }
            // Lists are empty; the marks stand in whatever a record is called.
            assertThat(answer.content()).as(answer.request()).doesNotContain(Stage.MARK + TENANT.slug());
            ids.stream().filter(id -> !answer.request().contains(id))
                    .forEach(id -> assertThat(answer.content()).as(answer.request()).doesNotContain(id));
        });
    }

    @TestFactory
    Stream<DynamicTest> whoMayOnlyReadChangesNothing() {
        return each(READER, (operation, answer) -> {
            assertThat(answer.status()).as(answer.toString()).isLessThan(500);
            boolean part = TAKING_PART.stream().anyMatch(operation.path()::contains);
            if (!operation.method().equals("GET") && !part && !isOwn(operation) && answer.status() < 300) {
                assertThat(answer.at("/results")).as(answer.toString()).isNotEmpty()
                        .allSatisfy(row -> assertThat(row.get("status").asInt()).isIn(403, 404));
            }
        });
    }
}
