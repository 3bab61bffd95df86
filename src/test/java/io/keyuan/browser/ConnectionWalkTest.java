package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is begun goes on, whatever happens to the session, the network or the program meanwhile. */
class ConnectionWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person LIN = Person.invited(COMPANY, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whoseSessionIsOverSignsInOverThePageAndGoesOn() {
        TestAnswer customer = customer("台北禾光設計股份有限公司");
        Visit visit = visits.by(LIN).open("/customers/" + customer.id());
        visit.edit("邮箱");
        visit.field("邮箱").fill("ho@heguang.example");
        visit.endSession();

        visit.field("邮箱").press("Enter");
        Locator door = visit.dialog("请重新登录");
        assertThat(door).containsText("林悦");
        door.getByLabel("密码").fill("not the password");
        door.getByRole(AriaRole.BUTTON, named("继续")).click();
        assertThat(door.getByRole(AriaRole.ALERT)).hasText("用户名或密码不正确。");
        door.getByLabel("密码").fill(LIN.password());
        door.getByRole(AriaRole.BUTTON, named("继续")).click();

        assertThat(door).hasCount(0);
        assertThat(visit.card("联系方式")).containsText("ho@heguang.example");
        assertThat(visit.field("邮箱")).hasCount(0);
        TestAnswer now = COMPANY.administrator().get("/api/v1/customers/" + customer.id()).expect(200);
        org.assertj.core.api.Assertions.assertThat(now.text("/email")).isEqualTo("ho@heguang.example");
    }

    @Test
    void aChangeWaitsForTheConnection() {
        TestAnswer customer = customer("宁波海天包装材料有限公司");
        Visit visit = visits.by(LIN).open("/customers/" + customer.id());
        visit.edit("邮箱");
        visit.field("邮箱").fill("sales@haitian.example");
        visit.offline(true);

        visit.field("邮箱").press("Enter");
        assertThat(visit.page().locator(".offline-note")).containsText("1 项更改等待保存");
        visit.offline(false);

        assertThat(visit.page().locator(".offline-note")).hasCount(0);
        assertThat(visit.card("联系方式")).containsText("sales@haitian.example");
        await().until(() -> COMPANY.administrator().get("/api/v1/customers/" + customer.id()).text("/email").equals("sales@haitian.example"));
    }

    @Test
    void aNewVersionIsOffered() {
        Visit visit = visits.by(LIN).open("/customers");
        visit.seesHeading("客户");
        visit.page().route("**/", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<!doctype html><script type=\"module\" src=\"/assets/later.js\"></script>")));

        visit.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(visit.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("新版本"))).isVisible();
        visit.page().unroute("**/");
        visit.button("重新加载").click();
        visit.seesHeading("客户");
        assertThat(visit.button("重新加载")).hasCount(0);
    }

    @Test
    void theConsoleOpensWithoutAConnection() {
        Visit visit = visits.by(LIN).open("/customers");
        visit.seesHeading("客户");
        visit.page().evaluate("navigator.serviceWorker.ready.then(() => undefined)");
        // Read once more, so that its parts are kept too.
        visit.page().reload();
        visit.seesHeading("客户");
        visit.offline(true);

        visit.page().reload();

        assertThat(visit.text("连接不上服务器")).isVisible();
    }

    private static TestAnswer customer(String name) {
        return COMPANY.administrator().post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", LIN.id()))).expect(201);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
