package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who sets up an object adds a field, fills it in and filters by it, without a word to anybody who programs. */
class AttributesWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private static Locator row(Visit visit, AriaRole role, String name) {
        return visit.page().getByRole(role).filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aFieldIsAddedFilledInAndFilteredBy() {
        Visit visit = visits.by(ADMIN).open("/settings/attributes");
        visit.pick("对象", "客户");
        visit.button("新建字段").click();
        Locator form = visit.dialog("新建字段");
        form.getByLabel("名称").fill("车队规模");
        visit.pick("类型", "单选");
        assertThat(form).containsText("例如车队规模");
        form.getByLabel("选项，每行一个").fill("小型\n大型");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建字段")).click();

        assertThat(form).hasCount(0);
        assertThat(row(visit, AriaRole.LISTITEM, "车队规模")).containsText("c_cheDuiGuiMo");
        visit.screenshot(Path.of("target", "screenshots", "attributes.png"));

        visit.open("/customers");
        customer(visit, "无锡太湖物流", "大型");
        customer(visit, "宜兴小运输", "小型");
        visit.button("筛选").click();
        visit.one(AriaRole.COMBOBOX, "选择字段").fill("车队规模");
        visit.page().keyboard().press("Enter");
        visit.one(AriaRole.CHECKBOX, "大型").check();
        visit.button("应用").click();

        assertThat(visit.button("车队规模 是 大型")).isVisible();
        assertThat(row(visit, AriaRole.ROW, "无锡太湖物流")).hasCount(1);
        assertThat(row(visit, AriaRole.ROW, "宜兴小运输")).hasCount(0);

        visit.open("/settings/attributes");
        visit.pick("对象", "客户");
        visit.choose("车队规模的更多操作", "移除");
        visit.dialog("移除车队规模？").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("移除")).click();
        assertThat(row(visit, AriaRole.LISTITEM, "车队规模")).containsText("之前可以恢复");
        visit.button("恢复车队规模").click();
        assertThat(visit.button("车队规模的更多操作")).isVisible();
    }

    @Test
    void aFormulaAndARollUpAreCalculated() {
        Visit visit = visits.by(ADMIN).open("/settings/attributes");
        visit.pick("对象", "商机");
        visit.button("新建字段").click();
        Locator form = visit.dialog("新建字段");
        form.getByLabel("名称").fill("加权金额");
        visit.pick("类型", "公式");
        form.getByLabel("公式").last().fill("amount * probability / ");
        Locator create = form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建字段"));
        create.click();
        assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
        form.getByLabel("公式").last().fill("amount * probability / 100");
        visit.screenshot(Path.of("target", "screenshots", "formula.png"));
        create.click();
        assertThat(form).hasCount(0);
        assertThat(row(visit, AriaRole.LISTITEM, "加权金额")).containsText("amount * probability / 100");

        visit.pick("对象", "客户");
        visit.button("新建字段").click();
        form.getByLabel("名称").fill("在谈金额");
        visit.pick("类型", "汇总");
        visit.pick("汇总哪些记录", "商机");
        visit.pick("计算方式", "合计");
        visit.pick("汇总字段", "预计金额");
        visit.screenshot(Path.of("target", "screenshots", "roll-up.png"));
        create.click();
        assertThat(form).hasCount(0);

        var admin = COMPANY.administrator();
        String customer = admin.post("/api/v1/customers", Map.of("name", "常州精工")).expect(201).id();
        admin.post("/api/v1/opportunities", Map.of("title", "数控机床", "customer", Map.of("id", customer), "amount", "25000", "probability", 40)).expect(201);
        visit.open("/customers/" + customer);
        assertThat(visit.page().getByText("25,000").first()).isVisible();
        visit.open("/opportunities?filter=c_jiaQuanJinE >= 10000");
        assertThat(row(visit, AriaRole.ROW, "数控机床")).hasCount(1);
    }

    private static void customer(Visit visit, String name, String size) {
        // An empty list offers the same once more.
        visit.button("新建客户").first().click();
        visit.field("客户名称").fill(name);
        visit.button("更多内容").click();
        visit.pick("车队规模", size);
        visit.dialog("新建客户").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(row(visit, AriaRole.ROW, name)).hasCount(1);
    }
}
