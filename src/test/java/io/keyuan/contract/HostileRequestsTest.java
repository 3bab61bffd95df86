package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent in the place of what the API's document shows, the fault is never the program's. */
class HostileRequestsTest {

    private static final List<JsonNode> WRONG = Stream.of(
                    "null", "\"a\\u0000b\"", "\"\\ud800\"", "7", "-1", "1e300", "true", "[]", "{}", "[null]", "[[null]]", "{\"x\":null}",
                    "\"" + "x".repeat(3000) + "\"", "\"999999999-01-01T00:00:00Z\"")
            .map(json -> JsonMapper.shared().readTree(json))
            .toList();

    /** In an address: bytes that are no text, numbers beyond all bounds, quotes. */
    private static final List<String> ASKED = List.of(
            "%00", "%ED%A0%80", "-1", "99999999999999999999", "'%22%3B", "null", "2026-99-99", "%F0%9F%98%80", "x".repeat(2000));

    /** What is heard live goes on for as long as one listens; a sample company and backups are made by what is right, too. */
    private static final Set<String> LEFT_OUT = Set.of("listen", "fillDemo", "takeBackup");

    private static final Stage COMPANY = new Stage(AddedToCompany.freshTenant());
    private static final TestClient ADMIN = COMPANY.admin();
    private static final List<Operations.Operation> ALL =
            Operations.of(ADMIN).stream().filter(operation -> !LEFT_OUT.contains(operation.id())).toList();

    @TestFactory
    Stream<DynamicTest> noBodyIsTooWrong() {
        return ALL.stream()
                .filter(operation -> !operation.spoiled(COMPANY, WRONG).isEmpty())
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> operation.spoiled(COMPANY, WRONG)
                        .forEach(body -> isNoFailure(operation.send(ADMIN, COMPANY, body)))));
    }

    @TestFactory
    Stream<DynamicTest> noQuestionIsTooWrong() {
        return ALL.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> operation.asked(ADMIN, COMPANY, ASKED)
                        .forEach(HostileRequestsTest::isNoFailure)));
    }

    private static void isNoFailure(TestAnswer answer) {
        assertThat(answer.status()).as(answer.content()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as(answer.content()).startsWith("application/problem+json");
        }
    }
}
