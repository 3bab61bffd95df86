package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever looks for a setting finds it, on a desk and on a phone, and all of it is on the screen. */
class SettingsWalkTest {

    private static final Setting CHINESE_PHONE = new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT);

    /** English words are the longest, and what overflows does so on a phone. */
    private static final Setting ENGLISH_PHONE = new Setting("en-US", Screen.PHONE, ColorScheme.DARK);

    private static final List<String> SECTIONS = List.of(
            "profile", "notifications", "security", "tokens", "organisation", "company", "automation", "advice", "objects", "attributes", "choices", "numbering", "duplicates", "layouts",
            "configuration", "templates", "roles", "sharing", "mail", "signIn",
            "identity-providers", "programs", "webhooks", "rules", "backups", "audit", "sample");

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void everySettingIsInOneListBesideTheOneThatIsOpen() {
        Visit visit = visits.by(office.lin()).open("/settings");
        visit.seesHeading("个人设置");
        Locator all = visit.one(AriaRole.NAVIGATION, "设置");
        // Beside the settings the kit of components has a way in here.
        assertThat(all.getByRole(AriaRole.LINK)).hasCount(SECTIONS.size() + 1);

        all.getByText("审计").click();
        visit.seesHeading("审计");
        assertThat(all.locator("[aria-current=page]")).hasText("审计");
        Pictures.keep(visit, "settings-desk");
    }

    @Test
    void onAPhoneASettingIsChosenFromTheListAndLeftToIt() {
        Visit visit = visits.by(office.lin(), CHINESE_PHONE).open("/settings");
        visit.seesHeading("设置");
        Pictures.keep(visit, "settings-phone");

        visit.link("角色").click();
        visit.seesHeading("角色");
        visit.link("全部设置").click();
        visit.seesHeading("设置");
    }

    @Test
    void whoMaySetUpNothingFindsOnlyTheirOwn() {
        Visit visit = visits.by(office.colleague("周敏", "zhoumin")).open("/settings");

        assertThat(visit.one(AriaRole.NAVIGATION, "设置").getByRole(AriaRole.LINK))
                .hasText(new String[] {"个人设置", "通知", "安全", "访问令牌", "组织架构", "文档模板"});
    }

    @Test
    void noSettingReachesBeyondAPhonesEdge() {
        String role = office.program().get("/api/v1/roles").expect(200).at("/items/2/id").asString();
        Visit visit = visits.by(office.lin(), ENGLISH_PHONE);
        for (String section : SECTIONS) {
            visit.open("/settings/" + section);
            isWithinTheWindow(visit, section);
        }
        visit.open("/settings/roles/" + role);
        visit.page().locator("details").first().locator("summary").click();
        isWithinTheWindow(visit, "a role");
    }

    @Test
    void aJobWithoutATitleIsNamedInTheNewsOfItsEnd() {
        Visit visit = visits.by(office.lin()).open("/settings/audit");
        visit.button("立即校验").click();

        // There may be news of one's signing in beside it.
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^\\d+ 条未读通知$"))).click();
        assertThat(visit.text("已完成：校验审计日志")).isVisible();
    }

    private static void isWithinTheWindow(Visit visit, String what) {
        assertThat(visit.page().locator("main h1")).isVisible();
        assertThat(visit.page().locator(".skeleton")).hasCount(0);
        assertThat(visit.page().locator("main[aria-busy=true]")).hasCount(0);
        Object over = visit.page().evaluate("document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth");
        org.assertj.core.api.Assertions.assertThat(over).as("pixels of %s beyond the right edge", what).isEqualTo(0);
    }
}
