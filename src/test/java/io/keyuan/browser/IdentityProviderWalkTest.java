package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From settling on an identity provider to signing in and out by it. */
class IdentityProviderWalkTest {

    private static final String LETTERS = "http://fonts.googleapis.com/";
    private static final String LIN = """
            {"preferred_username": "lin", "name": "林悦", "email": "lin@corp.example", "email_verified": true, "groups": ["/crm-admins"]}""";

    @RegisterExtension
    final Visits visits = new Visits();

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
    private final TestTenant company = RunningProgram.freshTenant();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    private String issuer() {
        return server.issuerUrl("corp").toString();
    }

    private Visit window(Visit visit) {
        // Its page asks for letters from the internet, which a test does not.
        visit.page().route(LETTERS + "**", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/css").setBody("")));
        return visit.mayGoTo(server.baseUrl().toString()).mayGoTo(LETTERS);
    }

    private static void atTheProvider(Visit visit, String subject, String claims) {
        visit.page().locator("input[name=username]").fill(subject);
        visit.page().locator("textarea[name=claims]").fill(claims);
        visit.page().locator("input[type=submit]").click();
    }

    @Test
    void anAdministratorSettlesAndTriesOneAndPeopleSignInAndOutByIt() {
        Person boss = Person.invited(company, "周总", "boss").settled();
        Visit settings = window(visits.by(boss)).open("/settings/identity-providers");
        settings.button("添加身份提供方").click();
        settings.field("名称").fill("公司账号");
        settings.field("颁发者").fill(issuer());
        settings.field("客户端 ID").fill("crm");
        settings.field("客户端密钥").fill("ein langes Geheimnis");
        settings.field("身份提供方在公司内网").check();
        settings.one(AriaRole.DIALOG, "添加身份提供方").getByRole(AriaRole.BUTTON, named("添加")).click();

        Locator card = settings.one(AriaRole.FORM, "公司账号");
        card.getByText("范围与声明").click();
        card.getByLabel("用户组的声明").fill("groups");
        card.getByLabel("自动新建人员").click();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("添加用户组")).click();
        card.getByLabel("用户组 1", new Locator.GetByLabelOptions().setExact(true)).fill("/crm-admins");
        card.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(settings.text("已保存")).isVisible();

        card.getByRole(AriaRole.BUTTON, named("试一下")).click();
        atTheProvider(settings, "7", LIN);
        assertThat(settings.card("公司账号 的试用结果")).containsText("会新建人员：林悦，用户名 lin。");
        assertThat(settings.card("公司账号 的试用结果")).containsText("按用户组得到的角色：管理员。");
        card.getByLabel("在登录页提供").click();
        card.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(settings.text("已保存")).isVisible();

        Visit door = window(visits.at(company, Setting.CHINESE)).open("/customers");
        door.seesHeading("登录");
        door.link("用公司账号登录").click();
        atTheProvider(door, "7", LIN);
        door.seesHeading("客户");
        door.choose("林悦 的账户", "退出登录");
        door.seesHeading("登录");
    }

    @Test
    void whoeverIsNotLetInReadsWhyAtTheDoor() {
        company.administrator().post("/api/v1/identity-providers", Map.of("label", "公司账号", "issuer", issuer(), "clientId", "crm",
                "privateAddresses", true, "enabled", true)).expect(201);
        Visit door = window(visits.at(company, Setting.CHINESE)).open("/sign-in");

        door.link("用公司账号登录").click();
        atTheProvider(door, "7", LIN);

        door.seesHeading("登录");
        assertThat(door.page().getByRole(AriaRole.ALERT)).hasText("您在这里还没有账号，请联系管理员。");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
