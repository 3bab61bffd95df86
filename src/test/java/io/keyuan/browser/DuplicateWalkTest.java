package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records of one name are told apart where they are found, and the rule is where somebody looks for rules. */
class DuplicateWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    private void customer(String name, String city, String phone) {
        Map<String, Object> values = Map.of("name", name, "city", city, "phone", phone, "owner", Map.of("id", lin.id()));
        admin.post("/api/v1/customers?duplicates=allow", values).expect(201);
    }

    @BeforeEach
    void lookThroughAll() {
        customer("Sterling Medical Supply Inc.", "青岛", "0532 8571 4420");
        customer("Sterling Medical Supply Inc.", "", "0532 8571 4421");
        customer("Sterling Medical Supply Corp.", "", "0532 8571 4422");
        customer("苏州恒泰电子有限公司", "苏州", "0512 6666 7777");
        customer("恒泰电子（苏州）", "苏州", "0512 6666 7777");
        String job = admin.post("/api/v1/customers/duplicates/scan", Map.of()).expect(202).id();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(admin.get("/api/v1/jobs/" + job).text("/state")).isEqualTo("done"));
    }

    private static void isWithinTheWindow(Visit visit) {
        org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    private static double left(Locator of) {
        return of.first().boundingBox().x;
    }

    @Test
    void recordsOfOneNameAreToldApart() {
        Visit visit = visits.by(lin).open("/duplicates?object=customers");

        assertThat(visit.text("共 2 组")).isVisible();
        assertThat(visit.text("几乎肯定").first()).isVisible();
        Locator pair = visit.page().locator(".pair").first();
        assertThat(pair.locator(".telling")).hasCount(2);
        assertThat(pair.locator(".score small")).isVisible();
        assertThat(visit.page().locator(".pair", new com.microsoft.playwright.Page.LocatorOptions().setHasText("0532 8571 4421")).first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(left(visit.page().locator(".card.duplicates"))).isEqualTo(left(visit.page().locator(".page-head h1")));
        Pictures.keep(visit, "duplicates-desk");

        pair.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("对比")).click();
        Locator heads = visit.one(AriaRole.TABLE, "两条记录的不同之处").getByRole(AriaRole.COLUMNHEADER);
        assertThat(heads.getByRole(AriaRole.LINK)).hasCount(2);
        visit.page().mouse().move(0, 0);
        Pictures.keep(visit, "duplicates-compared-desk");
        org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
    }

    @Test
    void onAPhoneNothingReachesBeyondTheEdge() {
        Visit visit = visits.by(lin, new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.LIGHT)).open("/duplicates?object=customers");

        assertThat(visit.text("2 groups")).isVisible();
        visit.page().locator(".pair").first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Compare")).click();
        assertThat(visit.one(AriaRole.TABLE, "Where the two differ")).isVisible();
        Pictures.keep(visit, "duplicates-phone");
        isWithinTheWindow(visit);
    }

    @Test
    void theRuleIsFoundInSettings() {
        Visit visit = visits.by(lin).open("/settings/duplicates");
        visit.seesHeading("查重规则");

        visit.pick("客户：保存相似的记录时", "不允许");
        await().untilAsserted(() -> org.assertj.core.api.Assertions
                .assertThat(admin.get("/api/v1/customers/duplicates/standing").text("/onSave")).isEqualTo("refuse"));
        Pictures.keep(visit, "duplicate-rules-desk");
        org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
    }

    @Test
    void anObjectionGoesWhenItsFieldIsChanged() {
        Visit visit = visits.by(lin).open("/customers");
        visit.button("新建客户").click();
        Locator form = visit.dialog("新建客户");
        visit.field("客户名称").fill("Sterling Medical Suply");
        visit.field("电话").fill("电话");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        Locator objection = visit.page().getByText("电话号码不正确").first();
        assertThat(objection).isVisible();
        // What is alike is still told beside it.
        assertThat(visit.text("可能已有相同的记录")).isVisible();

        visit.field("电话").fill("024");
        assertThat(visit.page().getByText("电话号码不正确")).hasCount(0);
    }
}
