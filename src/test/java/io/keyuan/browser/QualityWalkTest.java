package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody sees how far the records can be relied on, and completes one. */
class QualityWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "林悦", "lin").settled();

    static {
        var program = COMPANY.administrator();
        for (String name : List.of("苏州恒泰精密模具有限公司", "常州新北轨道交通", "Blue Harbor Ltd")) {
            program.post("/api/v1/customers", Map.of("name", name, "city", "苏州", "grade", "a", "owner", Map.of("id", ADMIN.id()))).expect(201);
        }
        program.post("/api/v1/customers", Map.of(
                "name", "完整的客户", "phone", "0512 6666 8888", "email", "a@example.com", "industry", "software", "grade", "a", "stage", "dealt",
                "source", "referral", "city", "苏州", "address", "中山路 1 号")).expect(201);
    }

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whatIsMissingLeadsToItsRecordsAndIsAskedForNext() {
        Visit visit = visits.by(ADMIN).open("/quality?object=customers");
        visit.seesHeading("数据质量");
        Locator missing = visit.card("最缺的内容");
        missing.locator(".chart-row").filter(new Locator.FilterOptions().setHasText("行业")).click();

        visit.seesHeading("客户");
        assertThat(visit.page().locator(".page-head")).containsText("3 条");
        visit.page().getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("常州新北轨道交通")).first().click();
        visit.seesHeading("常州新北轨道交通");
        Locator card = visit.card("资料完整度");
        assertThat(card).containsText("33%");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("电话")).click();
        Locator form = visit.page().getByRole(AriaRole.DIALOG);
        Locator phone = form.getByLabel("电话", new Locator.GetByLabelOptions().setExact(true));
        assertThat(phone).isFocused();
        phone.fill("0519 8866 1000");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(card).containsText("44%");
    }

    @Test
    void itIsReadEverywhere() {
        for (Setting setting : new Setting[] {
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("en-US", Screen.PHONE, ColorScheme.DARK),
            new Setting("en-US", Screen.DESK, ColorScheme.LIGHT)
        }) {
            Visit visit = visits.by(ADMIN, setting).open("/quality");
            assertThat(visit.page().locator(".tile b")).hasCount(4);
            assertThat(visit.page().locator(".drawing[role=img]").first()).isVisible();
            assertThat(visit.page().locator(".skeleton")).hasCount(0);
            assertThat(Axe.faults(visit)).isEmpty();
            visit.screenshot(Pictures.FOLDER.resolve("quality-" + setting.locale() + "-" + setting.screen() + ".png"));
        }
    }
}
