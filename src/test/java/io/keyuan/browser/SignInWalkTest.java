package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming in, choosing a language, and leaving. */
class SignInWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aNewPersonChangesTheOneTimePasswordAndIsInUntilTheyLeave() {
        Person lin = Person.invited(RunningProgram.freshTenant(), "林悦", "lin");
        Visit visit = visits.at(lin.company(), Setting.CHINESE).open("/customers");

        visit.seesHeading("登录");
        signIn(visit, lin.login(), "not the password");
        assertThat(visit.page().getByRole(AriaRole.ALERT)).hasText("用户名或密码不正确。");
        signIn(visit, lin.login(), lin.password());

        visit.seesHeading("修改密码");
        choosePassword(visit, lin.password(), "short");
        assertThat(visit.field("新密码")).hasAccessibleDescription(Pattern.compile("至少 \\d+ 个字符"));
        choosePassword(visit, lin.password(), "nine silver kettles");

        visit.seesHeading("客户");
        visit.link("工作台").click();
        assertThat(visit.one(AriaRole.NAVIGATION, "导航")).isVisible();
        visit.choose("林悦 的账户", "退出登录");
        visit.seesHeading("登录");
        visit.page().goBack();
        visit.seesHeading("登录");
        assertThat(visit.one(AriaRole.NAVIGATION, "导航")).hasCount(0);
    }

    @Test
    void whoeverInvitesSomebodyIsToldThePasswordThisOnce() {
        TestTenant company = RunningProgram.freshTenant();
        Person lin = Person.invited(company, "林悦", "lin").settled();
        String id = company.administrator().post("/api/v1/users", Map.of("name", "周明", "login", "zhou")).expect(201).id();
        Visit visit = visits.by(lin).open("/users/" + id);
        visit.seesHeading("周明");
        assertThat(visit.button("启用账号")).hasCount(0);

        visit.button("邀请").click();

        Locator told = visit.page().getByRole(AriaRole.DIALOG);
        assertThat(told).containsText("只显示这一次");
        String password = told.locator("code").textContent();
        visit.button("我已复制").click();
        assertThat(told).hasCount(0);
        assertThat(visit.button("重设密码")).isVisible();
        assertThat(visit.button("邀请")).hasCount(0);
        company.signIn("zhou", password).get("/api/v1/session").expect(200);
    }

    @Test
    void theDoorSpeaksTheBrowsersLanguageUntilAnotherIsChosen() {
        Visit visit = visits.at(RunningProgram.freshTenant(), Setting.ENGLISH).open("/");
        visit.seesHeading("Sign in");
        speaks(visit, "en");

        visit.button("繁體中文").click();
        visit.seesHeading("登入");
        speaks(visit, "zh-TW");
        visit.page().reload();
        visit.seesHeading("登入");

        visit.button("简体中文").click();
        visit.seesHeading("登录");
        speaks(visit, "zh-CN");
    }

    @Test
    void theLanguageOfThePagesIsChosenInTheTopBarAndStays() {
        Person lin = Person.invited(RunningProgram.freshTenant(), "林悦", "lin").settled();
        Visit visit = visits.by(lin).open("/opportunities");
        visit.seesHeading("商机");
        speaks(visit, "zh-CN");

        visit.choose("语言", "繁體中文");
        visit.seesHeading("商機");
        speaks(visit, "zh-TW");
        assertThat(visit.link("聯絡人")).isVisible();
        assertThat(visit.one(AriaRole.HEADING, "還沒有商機")).isVisible();

        Visit elsewhere = visits.by(lin, Setting.ENGLISH).open("/opportunities");
        elsewhere.seesHeading("商機");
        elsewhere.choose("語言", "简体中文");
        elsewhere.seesHeading("商机");
    }

    private static void signIn(Visit visit, String login, String password) {
        visit.field("用户名").fill(login);
        visit.field("密码").fill(password);
        visit.button("登录").click();
    }

    private static void choosePassword(Visit visit, String current, String chosen) {
        visit.field("当前密码").fill(current);
        visit.field("新密码").fill(chosen);
        visit.field("再输入一次新密码").fill(chosen);
        visit.button("保存").click();
    }

    private static void speaks(Visit visit, String language) {
        assertThat(visit.page().locator("html")).hasAttribute("lang", language);
    }
}
