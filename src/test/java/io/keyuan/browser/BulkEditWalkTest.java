package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many records are changed, or deleted, after one has seen what would become of them; and taken back. */
class BulkEditWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    private void make(String object, String title, int count) {
        List<Map<String, Object>> rows = IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(i -> Map.of(title, "记录 " + i, "owner", Map.of("id", lin.id())))
                .toList();
        admin.post("/api/v1/" + object + "/batch", Map.of("create", rows)).expect(200);
    }

    private int count(String object, String filter) {
        return admin.get("/api/v1/" + object + "?count=exact&limit=1&filter=" + TestClient.encoded(filter)).expect(200).at("/count/value").asInt();
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A job takes the time it takes. */
    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    @Test
    void aWholeListIsLookedAtChangedAndTakenBack() {
        make("customers", "name", 130);
        Visit visit = visits.by(lin).open("/customers?columns=city,grade");
        visit.one(AriaRole.CHECKBOX, "全选已加载的行").check();
        visit.button("选择整个列表").click();

        visit.button("编辑").click();
        Locator dialog = visit.dialog("批量编辑 130 条客户");
        visit.pick("选择字段", "城市");
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("城市").setExact(true)).fill("苏州");
        button(dialog, "预览").click();
        assertThat(dialog.getByText("将更改")).isVisible();
        Pictures.keep(visit, "bulk-edit-desk");
        org.assertj.core.api.Assertions.assertThat(count("customers", "city == '苏州'")).isZero();
        button(dialog, "更改 130 条").click();

        assertThat(visit.text("批量更改已完成")).isVisible(patiently());
        org.assertj.core.api.Assertions.assertThat(count("customers", "city == '苏州'")).isEqualTo(130);
        assertThat(visit.page().getByRole(AriaRole.ROW).nth(1)).containsText("苏州");
        visit.button("撤销").click();
        assertThat(visit.text("已撤销")).isVisible(patiently());
        org.assertj.core.api.Assertions.assertThat(count("customers", "has(city)")).isZero();
    }

    @Test
    void whatCannotChangeIsSaidBeforeAndAfter() {
        make("opportunities", "title", 12);
        Visit visit = visits.by(lin, new Visit.Setting("en-US", Visit.Screen.DESK, ColorScheme.DARK)).open("/opportunities");
        visit.one(AriaRole.CHECKBOX, "Select all loaded rows").check();

        visit.button("Edit").click();
        Locator dialog = visit.dialog("Edit 12 opportunities");
        visit.pick("Choose a field", "Stage");
        visit.pick("Stage", "Lost");
        button(dialog, "Preview").click();
        assertThat(dialog.getByText("Cannot be changed", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(dialog.getByText("Reason for losing: This is needed.")).isVisible();
        assertThat(button(dialog, "Change 0")).isDisabled();
        visit.screenshot(Pictures.FOLDER.resolve("bulk-cannot.png"));

        button(dialog, "Another field").click();
        dialog.getByRole(AriaRole.COMBOBOX).last().click();
        visit.page().keyboard().insertText("Reason for losing");
        visit.page().locator(".ant-select-item-option[title='Reason for losing']").click();
        visit.pick("Reason for losing", "Price");
        button(dialog, "Preview").click();
        button(dialog, "Change 12").click();
        assertThat(visit.text("Changed")).isVisible(patiently());
        org.assertj.core.api.Assertions.assertThat(count("opportunities", "stage == 'lost'")).isEqualTo(12);
        visit.button("Details").click();
        visit.seesHeading("Bulk change · Opportunities · Stage, Reason for losing");
    }

    @Test
    void aValueThatFitsNoRecordIsRefusedBesideIt() {
        make("customers", "name", 3);
        Visit visit = visits.by(lin).open("/customers");
        visit.one(AriaRole.CHECKBOX, "全选已加载的行").check();

        visit.button("编辑").click();
        Locator dialog = visit.dialog("批量编辑 3 条客户");
        visit.pick("选择字段", "网址");
        Locator field = dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("网址").setExact(true));
        field.fill("不是网址");
        button(dialog, "预览").click();

        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(dialog.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("网址")).getByRole(AriaRole.ALERT)).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("bulk-refused.png"));
        field.fill("https://example.com");
        assertThat(field).not().hasAttribute("aria-invalid", "true");
        button(dialog, "预览").click();
        assertThat(button(dialog, "更改 3 条")).isEnabled();
    }

    @Test
    void aWholeListGoesToTheRecycleBinAndComesBack() {
        make("customers", "name", 70);
        Visit visit = visits.by(lin).open("/customers");
        visit.one(AriaRole.CHECKBOX, "全选已加载的行").check();
        visit.button("选择整个列表").click();

        visit.button("删除").click();
        Locator dialog = visit.dialog("删除 70 条客户");
        assertThat(button(dialog, "删除 70 条")).isEnabled();
        visit.screenshot(Pictures.FOLDER.resolve("bulk-delete.png"));
        button(dialog, "删除 70 条").click();

        assertThat(visit.text("已移到回收站")).isVisible(patiently());
        assertThat(visit.text("还没有客户")).isVisible();
        org.assertj.core.api.Assertions.assertThat(count("customers", "")).isZero();
        visit.button("撤销").click();
        assertThat(visit.text("已撤销")).isVisible(patiently());
        org.assertj.core.api.Assertions.assertThat(count("customers", "")).isEqualTo(70);
    }

    @Test
    void onAPhoneChosenCardsAreChanged() {
        make("customers", "name", 2);
        Visit visit = visits.by(lin, new Visit.Setting("zh-CN", Visit.Screen.PHONE, ColorScheme.LIGHT)).open("/customers?columns=city");
        visit.one(AriaRole.CHECKBOX, "选择 记录 0").check();

        visit.button("编辑").click();
        Locator dialog = visit.dialog("批量编辑 1 条客户");
        visit.pick("选择字段", "城市");
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("城市").setExact(true)).fill("苏州");
        button(dialog, "预览").click();
        assertThat(button(dialog, "更改 1 条")).isEnabled();
        visit.screenshot(Pictures.FOLDER.resolve("bulk-edit-phone.png"));
        button(dialog, "更改 1 条").click();

        assertThat(visit.text("批量更改已完成")).isVisible(patiently());
        assertThat(visit.page().locator(".record-card").filter(new Locator.FilterOptions().setHasText("记录 0"))).containsText("苏州");
    }
}
