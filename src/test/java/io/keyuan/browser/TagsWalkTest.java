package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tags are made while one types, put on many records at once, and looked for. */
class TagsWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person boss = Person.founder(company);

    private void customers(String... names) {
        List<Map<String, Object>> rows = List.of(names).stream().<Map<String, Object>>map(name -> Map.of("name", name)).toList();
        admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aTagIsMadeGivenToManyAndFilteredBy() {
        customers("甲公司", "乙公司", "丙公司");
        Visit visit = visits.by(boss).open("/customers?columns=tags");
        visit.one(AriaRole.CHECKBOX, "选择 甲公司").check();
        visit.one(AriaRole.CHECKBOX, "选择 乙公司").check();
        visit.one(AriaRole.BUTTON, "标签").click();
        Locator dialog = visit.dialog("批量编辑 2 条客户");
        Locator input = dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("标签").setExact(true));
        input.fill("展会");
        visit.text("新增“展会”").click();
        assertThat(dialog.getByText("展会", new Locator.GetByTextOptions().setExact(true)).first()).isVisible();
        dialog.getByText("批量编辑 2 条客户").click();
        button(dialog, "预览").click();
        button(dialog, "更改 2 条").click();
        assertThat(visit.text("批量更改已完成")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("甲公司"))).containsText("展会");
        Pictures.keep(visit, "tags-list");

        visit.button("筛选").click();
        visit.pick("选择字段", "标签");
        visit.one(AriaRole.CHECKBOX, "展会").check();
        visit.button("应用").click();
        assertThat(visit.text("标签 包含 展会")).isVisible();
        assertThat(visit.link("甲公司")).isVisible();
        assertThat(visit.link("丙公司")).isHidden();
    }
}
