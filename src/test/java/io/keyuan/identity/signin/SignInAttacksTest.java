package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody tries who is not the one they say. */
class SignInAttacksTest {

    private static final Pattern LINK = Pattern.compile("https://crm\\.example\\.com/sign-in/(invitation|reset)/([0-9A-Za-z]{43})");
    private static final String CHOSEN = "nine silver kettles";

    private final TestTenant company = RunningProgram.freshTenant();
    private final Insider lin = Insider.of(company, "lin");
    private final MailServerOfTests mail = MailServerOfTests.start();

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void guessingElsewhereDoesNotLockOutWhoeverHasSignedInHere() {
        TestAnswer first = lin.trySignIn(null).expect(200);
        String device = first.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith("keyuan_device_")).findFirst().orElseThrow();
        assertThat(device).contains("HttpOnly", "SameSite=Lax");
        guessUntilRefused(company.nobody());
        Insider.doorsStayClosed();

        assertThat(lin.trySignIn(null).expect(429).headers().firstValue("Retry-After")).isPresent();
        TestClient known = company.nobody().with("Cookie", device.split(";", 2)[0]);
        signIn(known, lin.password()).expect(200);
        // What is known there is one login; for another it is a stranger's.
        Insider zhou = Insider.of(company, "zhou");
        guessUntilRefused(known, zhou.login());
        // And it has a limit of its own.
        guessUntilRefused(known);
    }

    private void guessUntilRefused(TestClient browser) {
        guessUntilRefused(browser, lin.login());
    }

    private void guessUntilRefused(TestClient browser, String login) {
        for (int guess = 0; guess < 40; guess++) {
            TestAnswer answer = browser.post("/api/v1/session", Map.of("login", login, "password", "guess number " + guess, "tenant", company.slug()));
            if (answer.status() == 429) {
                return;
            }
            answer.expect(401);
        }
        throw new AssertionError("guessing was never refused");
    }

    @Test
    void nobodyLearnsWhichLoginsThereAre() {
        TestClient nobody = company.nobody();
        Object wrong = nobody.post("/api/v1/session", Map.of("login", "lin", "password", "not the password", "tenant", company.slug())).expect(401).body();
        Object unknown = nobody.post("/api/v1/session", Map.of("login", "no-such", "password", "not the password", "tenant", company.slug())).expect(401).body();
        Object elsewhere = nobody.post("/api/v1/session", Map.of("login", "lin", "password", "not the password", "tenant", "no-such")).expect(401).body();

        assertThat(unknown).isEqualTo(wrong);
        assertThat(elsewhere).isEqualTo(wrong);
        for (String login : List.of("lin", "no-such")) {
            TestAnswer answer = forgotten(login);
            assertThat(answer.content()).isEmpty();
        }
        assertThat(nobody.post("/api/v1/session/forgotten", Map.of("login", "lin", "tenant", "no-such")).expect(204).content()).isEmpty();
    }

    @Test
    void aForgottenPasswordIsChosenAnewByALinkThatIsGoodOnce() throws Exception {
        lin.client().put("/api/v1/notifications/preferences", Map.of("kinds", Map.of("device", Map.of("app", true, "mail", "off")))).expect(200);
        mail.of(company.administrator());
        TestClient browser = lin.signIn();
        forgotten(lin.login());
        String token = token("reset", mail.await(1).getFirst());

        assertThat(look(token).expect(200).text("/login")).isEqualTo("lin");
        assertThat(use(token, "short").expect(422).error("password")).isNotNull();
        assertThat(Objects.requireNonNull(use(token, "the 林悦 of the north").expect(422).error("password")).path("code").asString()).isEqualTo("is-known-of-you");
        use(token, CHOSEN).expect(204);

        browser.get("/api/v1/session").expect(401);
        signIn(company.nobody(), lin.password()).expect(401);
        signIn(company.nobody(), CHOSEN).expect(200);
        assertThat(use(token, "another good pass phrase").expect(404).text("/code")).isEqualTo("link-expired");
        look(token).expect(404);
        assertThat(text(mail.await(2).get(1))).contains("lin").doesNotContain(CHOSEN);
    }

    @Test
    void aLinkIsGoodForHalfAnHourOnly() throws Exception {
        mail.of(company.administrator());
        forgotten(lin.login());
        String token = token("reset", mail.await(1).getFirst());
        company.anHourPasses();

        look(token).expect(404);
        use(token, CHOSEN).expect(404);
        look("A".repeat(43)).expect(404);
        assertThat(Insider.table("account_link", company)).doesNotContain(token);
    }

    @Test
    void aNewLinkANewPasswordAndADisabledAccountEndTheLinkBefore() throws Exception {
        mail.of(company.administrator());
        forgotten(lin.login());
        String first = token("reset", mail.await(1).getFirst());
        forgotten(lin.login());
        String second = token("reset", mail.await(2).get(1));

        look(first).expect(404);
        look(second).expect(200);
        company.administrator().post("/api/v1/users/" + lin.id() + "/disable", Map.of()).expect(204);
        look(second).expect(404);
        use(second, CHOSEN).expect(404);
    }

    @Test
    void theHostOfARequestIsNotTheHostOfTheLink() throws Exception {
        mail.of(company.administrator());
        company.nobody().with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example")
                .post("/api/v1/session/forgotten", Map.of("login", "lin", "tenant", company.slug())).expect(204);

        assertThat(text(mail.await(1).getFirst())).contains("https://crm.example.com/sign-in/reset/").doesNotContain("evil");
    }

    @Test
    void anInvitationByMailLetsSomebodyChooseTheirPassword() throws Exception {
        mail.of(company.administrator());
        String id = company.administrator().post("/api/v1/users", Map.of("name", "周明", "login", "zhou", "email", "zhou@example.com")).expect(201).id();
        TestAnswer invited = company.administrator().post("/api/v1/users/" + id + "/invite", Map.of()).expect(200);

        assertThat(invited.text("/mailedTo")).isEqualTo("zhou@example.com");
        assertThat(invited.at("/password").isNull()).isTrue();
        String token = token("invitation", mail.await(1).getFirst());
        assertThat(look(token).expect(200).text("/kind")).isEqualTo("invitation");
        use(token, CHOSEN).expect(204);
        company.signIn("zhou", CHOSEN).get("/api/v1/session").expect(200);
        use(token, CHOSEN).expect(404);
    }

    @Test
    void aCookieThatSomebodyElsePlantedIsNotTheSession() {
        TestAnswer answer = signIn(company.nobody().with("Cookie", "keyuan_session=" + "A".repeat(43)), lin.password()).expect(200);

        assertThat(answer.header("Set-Cookie")).startsWith("keyuan_session=").doesNotContain("A".repeat(43));
        company.nobody().with("Cookie", "keyuan_session=" + "A".repeat(43)).get("/api/v1/session").expect(401);
        TestClient before = lin.signIn();
        TestAnswer again = signIn(before, lin.password()).expect(200);
        assertThat(again.header("Set-Cookie").split(";", 2)[0]).isNotEqualTo(before.headers().get("Cookie"));
    }

    @Test
    void aPageOfAnotherSiteChangesNothingInSomebodysName() {
        TestClient forged = company.nobody().with("Cookie", String.valueOf(lin.signIn().headers().get("Cookie")));

        for (String path : List.of("/api/v1/session/second-factor", "/api/v1/session/confirm", "/api/v1/tokens", "/api/v1/customers")) {
            assertThat(forged.post(path, Map.of("name", "x", "password", lin.password())).expect(403).text("/code")).as(path).isEqualTo("csrf");
        }
        assertThat(forged.delete("/api/v1/session/devices").expect(403).text("/code")).isEqualTo("csrf");
    }

    @Test
    void whoeverIsDisabledIsOutWithEverythingTheyHold() {
        TestClient browser = lin.signIn();
        browser.get("/api/v1/session").expect(200);
        lin.client().get("/api/v1/session").expect(200);

        company.administrator().post("/api/v1/users/" + lin.id() + "/disable", Map.of()).expect(204);

        browser.get("/api/v1/session").expect(401);
        lin.client().get("/api/v1/session").expect(401);
        lin.trySignIn(null).expect(401);
    }

    private TestAnswer forgotten(String login) {
        return company.nobody().post("/api/v1/session/forgotten", Map.of("login", login, "tenant", company.slug())).expect(204);
    }

    private TestAnswer look(String token) {
        return company.nobody().post("/api/v1/sign-in/link", Map.of("token", token));
    }

    private TestAnswer use(String token, String password) {
        return company.nobody().post("/api/v1/sign-in/link/password", Map.of("token", token, "password", password));
    }

    private TestAnswer signIn(TestClient browser, String password) {
        return browser.post("/api/v1/session", Map.of("login", lin.login(), "password", password, "tenant", company.slug()));
    }

    private static String token(String kind, MimeMessage letter) throws MessagingException, IOException {
        Matcher matcher = LINK.matcher(text(letter));
        assertThat(matcher.find()).as("a link in %s", text(letter)).isTrue();
        assertThat(matcher.group(1)).isEqualTo(kind);
        return matcher.group(2);
    }

    private static String text(MimeMessage letter) throws MessagingException, IOException {
        return String.valueOf(letter.getContent());
    }
}
