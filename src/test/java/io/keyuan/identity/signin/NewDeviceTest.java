package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody signs in in a browser in which they never did before. */
class NewDeviceTest {

    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final TestTenant company = RunningProgram.freshTenant();
    private final Insider lin = Insider.of(company, "lin");

    private TestAnswer signIn(TestClient browser) {
        Map<String, Object> body = Map.of("login", "lin", "password", lin.password(), "tenant", company.slug());
        return browser.post("/api/v1/session", body).expect(200);
    }

    /** The cookies a browser keeps of an answer. */
    private static String cookies(TestAnswer answer) {
        return answer.headers().allValues("Set-Cookie").stream().map(each -> each.split(";", 2)[0]).collect(Collectors.joining("; "));
    }

    private List<JsonNode> told() {
        return lin.client().get("/api/v1/notifications").expect(200).items().stream()
                .filter(item -> item.get("kind").asString().equals("device"))
                .toList();
    }

    @Test
    void onesFirstBrowserIsNoNews() {
        assertThat(told()).isEmpty();
    }

    @Test
    void anotherIsToldOnceInTheAppAndByMail() throws Exception {
        lin.client().patch("/api/v1/session", Map.of("language", "en")).expect(200);
        try (var server = MailServerOfTests.start().of(company.administrator())) {
            TestClient browser = company.nobody().with("User-Agent", FIREFOX);
            TestAnswer first = signIn(browser);

            String words = "Your account was used to sign in from a new device: Firefox 145 · Windows · 127.0.0.1";
            assertThat(server.await(1).getFirst().getSubject()).isEqualTo(words);
            signIn(browser.with("Cookie", cookies(first)));

            assertThat(told()).singleElement().satisfies(item -> {
                assertThat(item.get("text").asString()).isEqualTo(words);
                assertThat(item.get("path").asString()).isEqualTo("/settings/security");
            });
        }
    }

    @Test
    void wrongPasswordsAreNoDevices() {
        Map<String, Object> wrong = Map.of("login", "lin", "password", "not the password", "tenant", company.slug());
        company.nobody().post("/api/v1/session", wrong).expect(401);

        assertThat(told()).isEmpty();
    }

    @Test
    void whoMovesAboutALotSwitchesItOff() {
        lin.client().put("/api/v1/notifications/preferences", Map.of("kinds", Map.of("device", Map.of("app", false, "mail", "off")))).expect(200);
        signIn(company.nobody());

        assertThat(told()).isEmpty();
    }
}
