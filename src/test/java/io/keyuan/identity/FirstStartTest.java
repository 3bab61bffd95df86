package io.keyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;

@SpringBootTest(
        classes = {IdentityApplication.class, FirstStartTest.Announcements.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "keyuan.base-currency=EUR")
class FirstStartTest {

    @LocalServerPort
    private int port;

    @Autowired
    private List<ApplicationRunner> starts = List.of();

    @Autowired
    private Announcements announcements = new Announcements();

    @TestConfiguration
    static class Announcements {

        private final List<AdministratorCreated> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(AdministratorCreated created) {
            heard.add(created);
        }
    }

    @Test
    void theMadeUpPasswordIsGoodForNothingButChoosingAnother() {
        String oneTime = Objects.requireNonNull(announcements.heard.getFirst().oneTimePassword());
        Client browser = new Client(port);

        assertThat(oneTime).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(browser.signIn(announcements.heard.getFirst().login(), oneTime).body().get("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/v1/settings").status()).isEqualTo(403);
        assertThat(browser.get("/api/v1/settings").code()).isEqualTo("password-change-required");
        assertThat(browser.post("/api/v1/tokens", Map.of("name", "early")).code()).isEqualTo("password-change-required");

        var chosen = Map.of("current", oneTime, "password", "a garden of stones");
        assertThat(browser.send("PUT", "/api/v1/session/password", chosen).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/settings").body().get("baseCurrency").asString()).isEqualTo("EUR");
    }

    @Test
    void anotherStartChangesNothing() throws Exception {
        for (ApplicationRunner start : starts) {
            start.run(new DefaultApplicationArguments());
        }

        assertThat(announcements.heard).hasSize(1);
    }

    @Test
    void theAnnouncementKeepsThePasswordOutOfLogs() {
        assertThat(announcements.heard.getFirst()).asString().isEqualTo("AdministratorCreated[admin]");
    }
}
