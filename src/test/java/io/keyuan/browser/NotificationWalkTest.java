package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.mail.MailServerOfTests;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody at work is told what concerns them while they look at something else, and chooses what they want to be told. */
class NotificationWalkTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient colleague = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private String customer(String name) {
        return colleague.post("/api/v1/customers", Map.of("name", name)).expect(201).id();
    }

    private void mention(String customer) {
        colleague.post("/api/v1/customers/" + customer + "/comments", Map.of("body", "@[" + lin.id() + "] 请看看")).expect(201);
    }

    /** Lin at a page whose window the program knows. */
    private Visit listening(String path) {
        Visit visit = visits.by(lin);
        visit.page().waitForResponse("**/api/v1/live*", () -> visit.open(path));
        return visit;
    }

    @Test
    void theBellCountsUpWhenAColleagueMentionsMe() {
        String first = customer("远山科技");
        String second = customer("近水科技");
        company.signIn(lin.login(), lin.password()).post("/api/v1/notifications/read", Map.of("all", true)).expect(204);
        Visit visit = listening("/customers");
        assertThat(visit.button("通知")).isVisible();

        mention(first);
        assertThat(visit.button("1 条未读通知")).isVisible();
        mention(second);
        visit.button("2 条未读通知").click();

        Locator drawer = visit.dialog("通知");
        assertThat(drawer.locator(".notification.unread")).hasCount(2);
        visit.screenshot(Pictures.FOLDER.resolve("notifications.png"));
        drawer.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("远山科技 中提到了您"))).click();
        visit.seesHeading("远山科技");
        visit.button("1 条未读通知").click();
        drawer.getByText("未读", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(drawer.locator(".notification")).hasCount(1);
        drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("全部标为已读")).click();

        assertThat(drawer.getByText("都已读")).isVisible();
        assertThat(visit.page().locator("button[aria-label='通知']")).hasCount(1);
    }

    @Test
    void whatHappensAfterThePageWasReadAndBeforeItListensIsShown() {
        String customer = customer("清风科技");
        company.signIn(lin.login(), lin.password()).post("/api/v1/notifications/read", Map.of("all", true)).expect(204);
        Visit visit = visits.by(lin);
        visit.page().route("**/api/v1/live*", route -> {
            assertThat(visit.button("通知")).isVisible();
            mention(customer);
            company.signIn(lin.login(), lin.password()).get("/api/v1/notifications").expect(200);
            route.resume();
        });

        visit.open("/customers");

        assertThat(visit.button("1 条未读通知")).isVisible();
    }

    @Test
    void whatIChooseIsKept() {
        Visit visit = visits.by(lin).open("/settings/notifications");
        assertThat(visit.text("公司尚未设置邮件，暂时不会发出邮件通知。")).isVisible();

        visit.one(AriaRole.SWITCH, "我关注的：系统内").click();
        visit.one(AriaRole.SWITCH, "免打扰时段").click();
        visit.field("免打扰开始").fill("21:30");
        visit.screenshot(Pictures.FOLDER.resolve("notification-preferences.png"));
        visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("保 ?存"))).click();
        assertThat(visit.text("已保存")).isVisible();

        visit.open("/settings/notifications");
        assertThat(visit.one(AriaRole.SWITCH, "我关注的：系统内")).not().isChecked();
        assertThat(visit.field("免打扰开始")).hasValue("21:30");
    }

    @Test
    void anAdministratorSetsMailUpAndTriesIt() throws Exception {
        try (var server = MailServerOfTests.start()) {
            Visit visit = visits.by(lin).open("/settings/mail");
            visit.field("邮件服务器").fill("127.0.0.1");
            visit.pick("加密方式", "不加密");
            visit.field("端口").fill(String.valueOf(server.settings().get("port")));
            visit.field("用户名").fill(MailServerOfTests.USER);
            visit.field("密码").fill("错误的密码");
            visit.field("发件人地址").fill(MailServerOfTests.USER);
            visit.field("发件人名称").fill("客缘销售部");
            save(visit);

            visit.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("发送测试邮件").setExact(true)).fill("lin@example.com");
            send(visit);
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("邮件服务器不接受这个用户名和密码");

            visit.field("密码").fill(MailServerOfTests.PASSWORD);
            save(visit);
            visit.page().getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("发送测试邮件").setExact(true)).fill("lin@example.com");
            send(visit);
            assertThat(visit.text("邮件服务器已接收寄往 lin@example.com 的邮件。")).isVisible();
            visit.screenshot(Pictures.FOLDER.resolve("mail-settings.png"));
            assertThat(visit.field("密码")).hasValue("");
        }
    }

    private static void save(Visit visit) {
        visit.page().waitForResponse("**/api/v1/settings/mail", () ->
                visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("保 ?存"))).click());
    }

    private static void send(Visit visit) {
        visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^发 ?送$"))).click();
    }
}
