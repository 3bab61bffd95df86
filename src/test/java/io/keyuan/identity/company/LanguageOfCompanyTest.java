package io.keyuan.identity.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which language people are spoken to who have chosen none. */
class LanguageOfCompanyTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin").with("Accept-Language", "");

    private String refusal(TestClient client) {
        return client.get("/api/v1/customers/" + "0".repeat(8) + "-0000-7000-8000-" + "0".repeat(12)).expect(404).text("/title");
    }

    @Test
    void wherePeopleAndTheirProgramsAskForNoneTheCompanysCounts() {
        String english = refusal(lin);
        assertThat(english).isEqualTo(refusal(lin.with("Accept-Language", "en")));
        admin.patch("/api/v1/settings", Map.of("defaultLanguage", "zh-TW")).expect(200);

        String settled = refusal(lin);

        assertThat(settled).isNotEqualTo(english).isEqualTo(refusal(lin.with("Accept-Language", "zh-TW")));
        assertThat(refusal(lin.with("Accept-Language", "fr"))).as("what the program does not speak is no wish").isEqualTo(settled);
        assertThat(refusal(lin.with("Accept-Language", "en"))).isEqualTo(english);
        TestClient browser = company.signedIn().with("Accept-Language", "");
        assertThat(refusal(browser)).isEqualTo(settled);
        browser.patch("/api/v1/session", Map.of("language", "en")).expect(200);
        assertThat(refusal(browser)).as("what people chose counts more").isEqualTo(english);
    }

    @Test
    void lettersAreInTheCompanysLanguage() throws Exception {
        admin.patch("/api/v1/settings", Map.of("defaultLanguage", "zh-TW")).expect(200);
        try (var server = MailServerOfTests.start().of(admin)) {
            String user = admin.post("/api/v1/users", Map.of("name", "Wang", "login", "wang", "email", "wang@example.com")).expect(201).id();
            admin.with("Accept-Language", "en").post("/api/v1/users/" + user + "/invite", Map.of()).expect(200);

            assertThat(server.await(1).getFirst().getSubject()).as("not the administrator's").contains("邀請");
        }
    }
}
