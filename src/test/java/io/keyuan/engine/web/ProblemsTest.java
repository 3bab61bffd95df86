package io.keyuan.engine.web;

import static io.keyuan.engine.web.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = SurfaceServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemsTest {

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void aProblemSaysWhatIsWrongAndWhere() {
        var answer = http.get("/api/v1/trouble/stale", "Accept-Language", "zh-TW");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-TW");
        assertThat(json(answer)).isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree("""
                {"type":"/problems/stale","title":"記錄已被他人修改","status":412,
                 "detail":"您開啟之後此記錄已被修改，請查看最新內容後再儲存。","instance":"/api/v1/trouble/stale","code":"stale",
                 "errors":[{"path":"","code":"stale","message":"您開啟之後，此記錄已被他人修改。","args":[]},
                           {"path":"name","code":"too-long","message":"最多 200 個字元，目前為 201 個。","args":[200,201]}],
                 "current":{"version":4}}"""));
        assertThat(answer.statusCode()).isEqualTo(412);
    }

    @Test
    void theSignedInPersonsLanguageComesBeforeTheBrowsers() {
        var answer = http.get("/api/v1/trouble/stale", "Accept-Language", "en", "X-Test-Language", "zh-CN");

        assertThat(json(answer).get("title").asString()).isEqualTo("记录已被他人修改");
    }

    @Test
    void whoeverMustWaitIsToldHowLong() {
        var answer = http.get("/api/v1/trouble/often");

        assertProblem(answer, ProblemKind.TOO_MANY_REQUESTS, "too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).contains("17");
    }

    @Test
    void theCodeTellsSpecialCasesApart() {
        var answer = http.get("/api/v1/trouble/nobody");

        assertProblem(answer, ProblemKind.UNAUTHENTICATED, "bad-credentials");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\": secret}     | bad-json     | [1,10]",
        "{\"name\":\\n \"a\",}  | bad-json     |",
        "[1, 2]                 | bad-body     | []",
        "{\"a\": 1} trailing    | bad-json     |",
    })
    void aBodyThatIsNoJsonObjectIsRefusedWithoutRepeatingIt(String body, String code, String args) {
        var answer = http.post("/api/v1/trouble/body", "application/json", body);

        JsonNode problem = assertProblem(answer, ProblemKind.MALFORMED, code);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("trailing");
        if (args != null) {
            assertThat(problem.get("errors").get(0).get("args")).hasToString(args);
        }
    }

    @Test
    void anEmptyBodyIsMissing() {
        assertProblem(http.post("/api/v1/trouble/body", "application/json", ""), ProblemKind.MALFORMED, "missing-body");
    }

    @Test
    void aBodyNestedWithoutEndIsRefused() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertProblem(http.post("/api/v1/trouble/body", "application/json", deep), ProblemKind.MALFORMED, "json-limit");
    }

    @Test
    void nestingWithinTheLimitIsRead() {
        String nested = "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";

        assertThat(http.post("/api/v1/trouble/body", "application/json", nested).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        byte[] large = ("{\"a\":\"" + "x".repeat((int) JsonLimits.MAX_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        var announced = http.request("/api/v1/trouble/body").header("Content-Type", "application/json");
        assertProblem(http.send(announced.POST(BodyPublishers.ofByteArray(large))), ProblemKind.TOO_LARGE, "too-large");
        var streamed = http.request("/api/v1/trouble/body").header("Content-Type", "application/json");
        var body = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));
        assertProblem(http.send(streamed.POST(body)), ProblemKind.TOO_LARGE, "too-large");
    }

    @Test
    void decimalsAreReadAsTheyAreWritten() {
        var answer = http.post("/api/v1/trouble/body", "application/json", "{\"a\":0.12345678901234567890123}");

        assertThat(answer.body()).isEqualTo("{\"a\":0.12345678901234567890123}");
    }

    @Test
    void aParameterThatIsMissingOrWrongIsNamed() {
        JsonNode missing = assertProblem(http.get("/api/v1/trouble/parameter"), ProblemKind.MALFORMED, "malformed");
        assertThat(missing.get("errors").get(0).get("path").asString()).isEqualTo("limit");
        assertThat(missing.get("errors").get(0).get("code").asString()).isEqualTo("missing-parameter");

        JsonNode wrong = assertProblem(http.get("/api/v1/trouble/parameter?limit=many"), ProblemKind.MALFORMED, "malformed");
        assertThat(wrong.get("errors").get(0).get("code").asString()).isEqualTo("bad-parameter");
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        JsonNode problem = assertProblem(http.get("/api/v1/nothing/here"), ProblemKind.NOT_FOUND, "not-found");

        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/nothing/here");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        var answer = http.send(http.request("/api/v1/trouble/body").DELETE());

        assertProblem(answer, ProblemKind.METHOD_NOT_ALLOWED, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aFormatNobodyWritesIsNotAcceptable() {
        assertProblem(
                http.post("/api/v1/trouble/body", "application/json", "{}", "Accept", "text/csv"),
                ProblemKind.NOT_ACCEPTABLE, "not-acceptable");
    }

    @Test
    void aFormatNobodyReadsIsUnsupported() {
        assertProblem(
                http.post("/api/v1/trouble/body", "text/csv", "a;b"),
                ProblemKind.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
    }

    @Test
    void aMistakeOfTheProgramTellsNothingButItsNumber() {
        var answer = http.get("/api/v1/trouble/bug", "X-Request-Id", "proxy-17");

        JsonNode problem = assertProblem(answer, ProblemKind.FAILURE, "failure");
        assertThat(problem.get("requestId").asString()).isEqualTo("proxy-17");
        assertThat(problem.get("detail").asString()).contains("proxy-17");
        assertThat(answer.body()).doesNotContain("vault").doesNotContain("IllegalState").doesNotContain("io.keyuan");
    }

    @ParameterizedTest
    @CsvSource({"57014,UNINDEXED", "57P01,UNAVAILABLE", "53300,UNAVAILABLE", "53100,UNAVAILABLE", "08006,UNAVAILABLE", "40P01,UNAVAILABLE", "42601,FAILURE"})
    void troubleOfTheDatabaseIsToldByWhatTheCallerCanDo(String state, ProblemKind kind) {
        var answer = http.get("/api/v1/trouble/sql/" + state);

        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/" + kind.slug());
        assertThat(answer.statusCode()).isEqualTo(kind.status());
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(kind == ProblemKind.UNAVAILABLE);
        assertThat(answer.body()).doesNotContain("words").doesNotContain("server said no");
    }

    @ParameterizedTest
    @CsvSource({"/a%zz", "/[secret]", "/%00secret", "/..%2f..%2fsecret", "/a{secret}"})
    void anAddressTomcatRefusesIsAnsweredWithAProblemToo(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: zh-CN\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").contains("/problems/malformed");
        assertThat(answer).doesNotContain("secret").doesNotContain("java.lang").doesNotContain("Tomcat").doesNotContain("<html");
        assertThat(answer).contains("X-Request-Id: ");
    }

    @Test
    void everyAnswerCarriesAnIdThatIsGivenOrMade() {
        assertThat(http.get("/api/v1/trouble/parameter?limit=1", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id"))
                .contains("abc-1");
        assertThat(http.get("/api/v1/trouble/parameter?limit=1", "X-Request-Id", "a b\tc").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyKindHasAPageInThreeLanguages(ProblemKind kind) {
        var messages = new Messages();

        var page = http.get("/problems/" + kind.slug());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("HTTP " + kind.status());
        for (var language : Languages.all()) {
            assertThat(page.body()).contains("<strong>" + messages.text(language, "problem." + kind.slug() + ".title") + "</strong>");
        }
    }

    @Test
    void aProblemThatDoesNotExistHasNoPage() {
        assertProblem(http.get("/problems/boredom"), ProblemKind.NOT_FOUND, "not-found");
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, ProblemKind kind, String code) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + kind.slug());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(kind.status());
        return problem;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
