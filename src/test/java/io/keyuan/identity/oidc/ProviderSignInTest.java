package io.keyuan.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is let in by a provider, as whom, and with which roles. */
class ProviderSignInTest {

    private static final MockOAuth2Server SERVER = Realm.server();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    private Realm realm(Map<String, Object> settings) {
        return Realm.of(SERVER, company, settings);
    }

    private static Map<String, Object> claims(String login, String name, String email, String... groups) {
        return Map.of("preferred_username", login, "name", name, "email", email, "email_verified", true, "groups", List.of(groups));
    }

    private TestAnswer person(String login) {
        return admin.get("/api/v1/users/" + admin.get("/api/v1/users?filter=" + TestClient.encoded("login == '" + login + "'"))
                .expect(200).items().getFirst().get("id").asString()).expect(200);
    }

    @Test
    void theBrowserIsSentWithWhatIsCheckedWhenItIsBack() {
        String address = realm(Map.of("scopes", List.of("profile", "groups"))).visitor().leaves();

        assertThat(address).contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=",
                "scope=openid+profile+groups", "client_id=" + Realm.CLIENT, "%2Fcallback");
    }

    @Test
    void somebodyUnknownBecomesAPersonWhereTheProviderMayBringAnybodyIn() {
        Realm realm = realm(Map.of("makesPeople", true));
        var lin = realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor();

        assertThat(lin.signsIn()).isEqualTo("/customers");

        assertThat(lin.login()).isEqualTo("lin");
        assertThat(person("lin").text("/name")).isEqualTo("林悦");
        assertThat(person("lin").text("/email")).isEqualTo("lin@corp.example");
        assertThat(person("lin").text("/account")).isEqualTo("active");
        assertThat(person("lin").at("/administrator").asBoolean()).isFalse();
        assertThat(lin.session().get("/api/v1/customers").expect(200).items()).isEmpty();
    }

    @Test
    void somebodyUnknownIsToldSoWhereItMayNot() {
        Realm realm = realm(Map.of());
        var lin = realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor();

        assertThat(lin.signsIn()).startsWith("/sign-in?refused=unknown-person&provider=Company%20account");

        assertThat(lin.login()).isNull();
        assertThat(admin.get("/api/v1/users").expect(200).content()).doesNotContain("lin@corp.example");
    }

    @Test
    void groupsDecideTheRoleAtEverySignIn() {
        Realm realm = realm(Map.of("makesPeople", true, "roles", List.of(Map.of("group", "/crm-admins", "role", "administrator"))));
        realm.says("7", claims("lin", "林悦", "lin@corp.example", "/staff", "/crm-admins")).visitor().signsIn();
        assertThat(person("lin").at("/administrator").asBoolean()).isTrue();

        realm.says("7", claims("lin", "林悦", "lin@corp.example", "/staff")).visitor().signsIn();
        assertThat(person("lin").at("/administrator").asBoolean()).isFalse();
    }

    @Test
    void groupsGiveTheRolesOfTheCompanyAndTheDefaultRoleGoesToWhomNoneDoes() {
        Realm realm = realm(Map.of("makesPeople", true, "defaultRole", "reader", "roles",
                List.of(Map.of("group", "finance", "role", "finance"), Map.of("group", "sales", "role", "sales-manager"))));

        realm.says("7", claims("lin", "林悦", "lin@corp.example", "finance", "sales")).visitor().signsIn();
        assertThat(roles("lin")).containsExactlyInAnyOrder("finance", "sales-manager");

        realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor().signsIn();
        assertThat(roles("lin")).containsExactly("reader");
    }

    private List<String> roles(String login) {
        TestAnswer all = admin.get("/api/v1/roles").expect(200);
        return admin.get("/api/v1/users/" + person(login).id() + "/roles").expect(200).at("/roles").valueStream()
                .map(id -> all.items().stream().filter(role -> role.get("id").equals(id)).findFirst().orElseThrow().get("code").asString())
                .toList();
    }

    @Test
    void theLastAdministratorStaysOneWhateverTheGroupsSay() {
        Realm realm = realm(Map.of("linksByEmail", true, "roles", List.of(Map.of("group", "admins", "role", "administrator"))));
        String id = admin.get("/api/v1/session").text("/user/id");
        company.signedIn().patch("/api/v1/users/" + id, admin.get("/api/v1/users/" + id).version(), Map.of("email", "boss@corp.example")).expect(200);
        var boss = realm.says("1", claims("boss", "Boss", "boss@corp.example")).visitor();

        assertThat(boss.signsIn()).isEqualTo("/customers");

        assertThat(boss.browser().get("/api/v1/session").expect(200).at("/admin").asBoolean()).isTrue();
    }

    @Test
    void whoeverIsKnownByTheirSubjectStaysThatPersonWhateverTheirNames() {
        Realm realm = realm(Map.of("makesPeople", true));
        realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor().signsIn();

        var renamed = realm.says("7", claims("lin.chen", "陈林悦", "lin.chen@corp.example")).visitor();
        renamed.signsIn();

        assertThat(renamed.login()).isEqualTo("lin");
        assertThat(person("lin").text("/name")).isEqualTo("陈林悦");
        assertThat(person("lin").text("/email")).isEqualTo("lin.chen@corp.example");
    }

    @Test
    void somebodyWhoIsThereIsKnownByAVerifiedAddressOnlyAndWhereThatIsAllowed() {
        Realm realm = realm(Map.of("makesPeople", true));
        String wang = admin.post("/api/v1/users", Map.of("name", "王磊", "login", "wang", "email", "wang@corp.example")).expect(201).id();
        admin.post("/api/v1/users/" + wang + "/invite", Map.of()).expect(200);

        assertThat(realm.says("8", claims("w", "王磊", "wang@corp.example")).visitor().signsIn()).contains("refused=email-taken");
        realm.change(Map.of("linksByEmail", true));
        Map<String, Object> unverified = Map.of("preferred_username", "w", "name", "王磊", "email", "wang@corp.example", "email_verified", false);
        assertThat(realm.says("8", unverified).visitor().signsIn()).contains("refused=email-taken");

        var visitor = realm.says("8", claims("w", "王磊", "wang@corp.example")).visitor();
        assertThat(visitor.signsIn()).isEqualTo("/customers");
        assertThat(visitor.login()).isEqualTo("wang");
        assertThat(realm.says("9", claims("other", "王磊", "wang@corp.example")).visitor().signsIn())
                .as("the address has been given to somebody else since").contains("refused=email-taken");
    }

    @Test
    void whoeverMayNotSignInAnyMoreStaysOut() {
        Realm realm = realm(Map.of("makesPeople", true));
        var lin = realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor();
        lin.signsIn();
        String id = person("lin").id();

        admin.post("/api/v1/users/" + id + "/disable", Map.of()).expect(204);
        assertThat(lin.login()).isNull();
        assertThat(realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor().signsIn()).contains("refused=disabled");

        admin.post("/api/v1/users/" + id + "/enable", Map.of()).expect(204);
        assertThat(realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor().signsIn()).isEqualTo("/customers");

        admin.delete("/api/v1/users/" + id).expect(204);
        assertThat(realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor().signsIn()).contains("refused=disabled");
    }

    @Test
    void aLoginThatIsSomebodyElsesIsNotTakenAway() {
        admin.post("/api/v1/users", Map.of("name", "Somebody", "login", "lin")).expect(201);
        Realm realm = realm(Map.of("makesPeople", true));

        var lin = realm.says("7", claims("lin", "林悦", "lin@corp.example")).visitor();
        lin.signsIn();

        assertThat(lin.login()).isEqualTo("lin@corp.example");
    }

    @Test
    void whereTheProviderReplacesPasswordsOnlyAdministratorsUseTheirs() {
        Realm realm = realm(Map.of());
        String wang = admin.post("/api/v1/users", Map.of("name", "王磊", "login", "wang")).expect(201).id();
        String once = admin.post("/api/v1/users/" + wang + "/invite", Map.of()).expect(200).text("/password");
        company.signIn("wang", once);
        realm.change(Map.of("passwordsAllowed", false));

        TestAnswer refused = company.nobody().post("/api/v1/session", Map.of("login", "wang", "password", once, "tenant", company.slug()));
        assertThat(refused.expect(403).text("/errors/0/code")).isEqualTo("password-sign-in-off");
        company.nobody().post("/api/v1/session", Map.of("login", "wang", "password", "wrong", "tenant", company.slug())).expect(401);
        company.signedIn().get("/api/v1/session").expect(200);

        realm.change(Map.of("enabled", false));
        company.signIn("wang", once);
    }

    @Test
    void theDoorOffersWhatIsSwitchedOn() {
        Realm realm = realm(Map.of("label", "公司账号"));
        String offered = "/api/v1/sign-in/providers?tenant=" + company.slug();
        assertThat(company.nobody().get(offered).expect(200).items())
                .singleElement()
                .satisfies(item -> assertThat(item.get("label").asString()).isEqualTo("公司账号"))
                .satisfies(item -> assertThat(item.get("address").asString()).isEqualTo("/sign-in/oidc/" + realm.provider()));

        realm.change(Map.of("enabled", false));

        assertThat(company.nobody().get(offered).expect(200).items()).isEmpty();
        assertThat(company.nobody().get("/api/v1/sign-in/providers?tenant=nobody").expect(200).items()).isEmpty();
        assertThat(company.nobody().get("/sign-in/oidc/" + realm.provider()).expect(302).header("Location")).contains("refused=provider-off");
    }

    @Test
    void tryingShowsWhatCameBackAndWhatWouldHappenAndSignsNobodyIn() {
        Realm realm = realm(Map.of("makesPeople", true, "enabled", false,
                "roles", List.of(Map.of("group", "crm", "role", "administrator"))));
        String path = "/api/v1/identity-providers/" + realm.provider() + "/try";
        admin.get(path).expect(404);
        TestClient browser = company.signedIn();
        TestAnswer departure = browser.post(path, Map.of()).expect(200);
        realm.says("7", claims("lin", "林悦", "lin@corp.example", "crm"));
        var callback = Realm.throughProvider(departure.text("/address"));
        String cookies = browser.headers().get("Cookie") + "; " + departure.header("Set-Cookie").split(";", 2)[0];

        TestAnswer back = browser.with("Cookie", cookies).get(callback.getRawPath() + "?" + callback.getRawQuery()).expect(302);

        assertThat(back.header("Location")).isEqualTo("/settings/identity-providers?tried=" + realm.provider());
        assertThat(back.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("keyuan_session="));
        TestAnswer outcome = admin.get(path).expect(200);
        assertThat(outcome.text("/planned/kind")).isEqualTo("make");
        assertThat(outcome.text("/planned/roles/0")).isEqualTo("administrator");
        assertThat(outcome.text("/heard/email")).isEqualTo("lin@corp.example");
        assertThat(outcome.text("/claims/preferred_username")).isEqualTo("lin");
        assertThat(admin.get("/api/v1/users").content()).doesNotContain("lin@corp.example");
    }

    @Test
    void settingsSayEverythingThatIsWrongAndNeverTheSecret() {
        TestAnswer wrong = admin.post("/api/v1/identity-providers", Map.of("label", " ", "issuer", "ftp://id", "clientId", "",
                "roles", List.of(Map.of("group", "", "role", "emperor")), "defaultRole", "emperor", "scopes", List.of("a b"))).expect(422);
        assertThat(List.of("label", "issuer", "clientId", "roles[0].group", "roles[0].role", "defaultRole", "scopes"))
                .allSatisfy(path -> assertThat(wrong.error(path)).as(path).isNotNull());
        assertThat(Objects.requireNonNull(admin.post("/api/v1/identity-providers",
                Map.of("label", "x", "issuer", "http://id.example", "clientId", "y")).expect(422).error("issuer")).get("code").asString())
                .isEqualTo("issuer-not-https");
        Realm realm = realm(Map.of());

        TestAnswer read = admin.get("/api/v1/identity-providers/" + realm.provider()).expect(200);

        assertThat(read.at("/hasSecret").asBoolean()).isTrue();
        assertThat(read.content()).doesNotContain("a secret of many words");
        TestClient lin = company.person("zhou");
        lin.get("/api/v1/identity-providers").expect(403);
        lin.post("/api/v1/identity-providers", Map.of("label", "x", "issuer", "https://id.example", "clientId", "y")).expect(403);
        admin.delete("/api/v1/identity-providers/" + realm.provider()).expect(204);
        admin.get("/api/v1/identity-providers/" + realm.provider()).expect(404);
    }
}
