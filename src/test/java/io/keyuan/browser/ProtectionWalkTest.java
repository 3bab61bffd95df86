package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Setting;
import io.keyuan.identity.factor.Authenticator;
import io.keyuan.mail.MailServerOfTests;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forgetting one's password, a second factor, and signing out where one no longer is. */
class ProtectionWalkTest {

    private static final String CHOSEN = "four silver kettles";
    private static final Pattern LINK = Pattern.compile("https://crm\\.example\\.com(/sign-in/\\w+/\\w+)");

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    @Test
    void whoeverForgetsTheirPasswordGetsALinkByMail() throws Exception {
        try (var mail = MailServerOfTests.start().of(company.administrator())) {
            long version = company.administrator().get("/api/v1/users/" + lin.id()).expect(200).version();
            company.administrator().patch("/api/v1/users/" + lin.id(), version, Map.of("email", "lin@example.com")).expect(200);
            Visit visit = visits.at(company, Setting.CHINESE).open("/");

            visit.link("忘记密码？").click();
            visit.seesHeading("忘记密码");
            visit.field("用户名").fill("lin");
            visit.button("发送链接").click();
            visit.seesHeading("请查收邮件");

            visit.open(link(mail.await(1).getFirst()));
            visit.seesHeading("设置新密码");
            visit.field("新密码").fill("password12345");
            visit.field("再输入一次新密码").fill("password12345");
            visit.button("保存并登录").click();
            assertThat(visit.field("新密码")).hasAccessibleDescription(Pattern.compile("容易被猜到"));
            visit.field("新密码").fill(CHOSEN);
            visit.field("再输入一次新密码").fill(CHOSEN);
            visit.button("保存并登录").click();
            assertThat(visit.one(AriaRole.NAVIGATION, "导航")).isVisible();

            // The link, that the password was changed, and that they signed in on a device of which nobody knew.
            assertThat(mail.await(3)).hasSize(3);
            visit.open(link(mail.letters().getFirst()));
            visit.seesHeading("链接已失效");
        }
    }

    @Test
    void onesOwnMailAddressIsSavedWithThePasswordOnceMore() {
        Visit visit = visits.by(lin).open("/users/" + lin.id());
        company.anHourPasses();
        // What is known of a session is remembered until the session is changed.
        visit.button("语言").click();
        visit.page().waitForResponse("**/api/v1/session", () -> visit.one(AriaRole.MENUITEM, "简体中文").click());

        visit.edit("邮箱");
        visit.field("邮箱").fill("lin@example.com");
        visit.field("邮箱").press("Enter");
        Locator question = visit.dialog("请输入密码");
        question.getByLabel("当前密码").fill("wrong password");
        question.getByText("继续", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(question.getByRole(AriaRole.ALERT)).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("own-mail-confirm.png"));
        question.getByLabel("当前密码").fill(lin.password());
        question.getByText("继续", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(question).hasCount(0);
        assertThat(visit.card("基本资料")).containsText("lin@example.com");
        visit.page().reload();
        assertThat(visit.card("基本资料")).containsText("lin@example.com");
    }

    @Test
    void aLetterLeadsToAPageInTheCompanysLanguageUntilSomebodyChoosesAnother() throws Exception {
        company.administrator().patch("/api/v1/settings", Map.of("defaultLanguage", "zh-TW")).expect(200);
        try (var mail = MailServerOfTests.start().of(company.administrator())) {
            String id = company.administrator()
                    .post("/api/v1/users", Map.of("name", "陳怡君", "login", "chen", "email", "chen@example.com")).expect(201).id();
            company.administrator().post("/api/v1/users/" + id + "/invite", Map.of()).expect(200);

            Visit visit = visits.at(company, Setting.ENGLISH).open(link(mail.await(1).getFirst()));
            assertThat(visit.field("新密碼")).isVisible();
            assertThat(visit.page().locator("html")).hasAttribute("lang", "zh-TW");
            visit.screenshot(Pictures.FOLDER.resolve("link-company-language.png"));
            visit.text("English").click();
            assertThat(visit.field("New password")).isVisible();
            visit.page().reload();
            assertThat(visit.field("New password")).isVisible();
        }
    }

    private static String link(MimeMessage letter) throws Exception {
        Matcher matcher = LINK.matcher(String.valueOf(letter.getContent()));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void aSecondFactorIsTurnedOnAndAskedForFromThenOn() {
        Visit visit = visits.by(lin).open("/settings/security");
        visit.button("设置两步验证").click();
        Locator dialog = visit.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator("svg").first()).isVisible();
        var app = new Authenticator(dialog.locator("code").textContent());
        visit.field("六位验证码").fill("000000");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("验证码不正确，或已经用过。");
        visit.field("六位验证码").fill(app.code());
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).hasCount(10);
        String recovery = dialog.getByRole(AriaRole.LISTITEM).first().textContent();
        visit.button("我已保存").click();
        assertThat(visit.button("更换恢复码")).isVisible();

        Visit elsewhere = visits.at(company, Setting.CHINESE).open("/");
        signIn(elsewhere);
        elsewhere.seesHeading("两步验证");
        elsewhere.field("六位验证码").fill("123");
        elsewhere.button("登录").click();
        assertThat(elsewhere.page().getByRole(AriaRole.ALERT)).hasText("验证码不正确，或已经用过。");
        elsewhere.field("六位验证码").fill(app.code(1));
        elsewhere.button("登录").click();
        assertThat(elsewhere.one(AriaRole.NAVIGATION, "导航")).isVisible();

        Visit third = visits.at(company, Setting.CHINESE).open("/");
        signIn(third);
        third.button("使用恢复码").click();
        third.field("恢复码").fill(recovery);
        third.button("登录").click();
        assertThat(third.one(AriaRole.NAVIGATION, "导航")).isVisible();

        visit.open("/settings/security");
        assertThat(visit.card("登录设备").getByRole(AriaRole.LISTITEM)).hasCount(3);
        visit.button("退出其他所有设备").click();
        assertThat(visit.card("登录设备").getByRole(AriaRole.LISTITEM)).hasCount(1);
        third.page().reload();
        third.seesHeading("登录");
    }

    @Test
    void whereTheCompanyDemandsOneItIsSetUpBeforeAnythingElse() {
        company.administrator().patch("/api/v1/settings/sign-in", Map.of("secondFactor", "everybody")).expect(200);
        Visit visit = visits.at(company, Setting.CHINESE).open("/customers");
        signIn(visit);

        visit.seesHeading("两步验证");
        var app = new Authenticator(visit.page().locator(".factor-secret").textContent());
        visit.field("六位验证码").fill(app.code());
        visit.button("开启").click();
        visit.button("我已保存").click();
        visit.seesHeading("客户");
    }

    private void signIn(Visit visit) {
        visit.field("用户名").fill(lin.login());
        visit.field("密码").fill(lin.password());
        visit.button("登录").click();
    }
}
