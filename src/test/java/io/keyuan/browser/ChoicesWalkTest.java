package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who sets up an object makes its stages and other choices what the company calls them. */
class ChoicesWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient PROGRAM = COMPANY.administrator();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private static Locator row(Visit visit, String name) {
        return visit.page().locator(".choice-row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void in(Locator dialog, String button) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    @Test
    void aStageIsAddedMovedAndNamedAndTheBoardFollows() {
        Visit visit = visits.by(ADMIN).open("/settings/choices");
        assertThat(row(visit, "初步接洽")).containsText("新记录默认");

        visit.button("新建选项").click();
        Locator form = visit.dialog("新建选项");
        form.getByLabel("名称（简体中文）").fill("试用");
        in(form, "保存");
        assertThat(form).hasCount(0);
        assertThat(visit.page().locator(".choice-row").nth(4)).containsText("试用");
        visit.button("移动试用").focus();
        visit.page().keyboard().press("ArrowUp");
        assertThat(visit.page().locator(".choice-row").nth(3)).containsText("试用");
        visit.screenshot(Path.of("target", "screenshots", "choices.png"));

        visit.open("/opportunities?view=board");
        assertThat(visit.page().getByText("试用").first()).isVisible();
    }

    @Test
    void whatIsUsedIsPutOutOfUseOrReplaced() {
        PROGRAM.post("/api/v1/customers", Map.of("name", "展会来的", "source", "exhibition")).expect(201);
        Visit visit = visits.by(ADMIN).open("/settings/choices");
        visit.pick("选项所属字段", "客户 · 客户来源");
        visit.choose("展会的更多操作", "停用");
        assertThat(row(visit, "展会")).containsText("已停用");
        visit.choose("展会的更多操作", "替换……");
        Locator form = visit.dialog("替换展会");
        visit.pick("替换为", "官网");
        in(form, "替换");
        assertThat(visit.page().getByText("选项已替换")).isVisible();
        visit.open("/settings/choices");
        visit.pick("选项所属字段", "客户 · 客户来源");
        assertThat(row(visit, "官网")).containsText("1 条记录");
        assertThat(row(visit, "展会")).hasCount(0);
    }

    @Test
    void aFormOffersWhatFitsAndEmptiesWhatFitsNoMore() {
        Visit visit = visits.by(ADMIN).open("/settings/choices");
        visit.pick("选项所属字段", "客户 · 所属行业");
        visit.button("从属选项……").click();
        Locator form = visit.dialog("从属选项：所属行业");
        visit.pick("取决于", "客户级别");
        form.getByLabel("A 级：全部适用").uncheck();
        visit.pick("A 级适用的选项", "软件");
        form.getByText("从属选项：所属行业").click();
        visit.screenshot(Path.of("target", "screenshots", "choices-fit.png"));
        in(form, "保存");
        assertThat(visit.button("取决于客户级别")).isVisible();

        visit.open("/customers");
        visit.button("新建客户").first().click();
        visit.field("客户名称").fill("软件大客户");
        visit.pick("所属行业", "制造业");
        visit.pick("客户级别", "A 级");
        assertThat(visit.page().getByText("已清空：与所选内容不匹配。")).isVisible();
        visit.one(AriaRole.COMBOBOX, "所属行业").click();
        assertThat(visit.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions().setHasText("制造业"))).hasCount(0);
        assertThat(visit.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions().setHasText("软件"))).hasCount(1);

        String id = PROGRAM.post("/api/v1/customers", Map.of("name", "机床厂", "industry", "manufacturing")).expect(201).id();
        visit.open("/customers/" + id);
        visit.edit("客户级别");
        visit.page().locator(".inline-editor").getByRole(AriaRole.COMBOBOX).click();
        visit.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions().setHasText("A 级")).click();
        assertThat(visit.page().getByText("不再匹配，已清空：所属行业")).isVisible();
        await().until(() -> PROGRAM.get("/api/v1/customers/" + id).body().path("industry").asString("").isEmpty());
    }

    @Test
    void itAllFitsOnAPhone() {
        Visit visit = visits.by(ADMIN, new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.DARK)).open("/settings/choices");
        assertThat(visit.page().locator(".choice-row").first()).isVisible();
        visit.screenshot(Path.of("target", "screenshots", "choices-phone.png"));
        assertThat(visit.button("New choice")).isVisible();
    }

    @Test
    void recordsAreNumberedAsTheCompanyWrites() {
        Visit visit = visits.by(ADMIN).open("/settings/numbering");
        visit.button("修改商机编号").click();
        Locator form = visit.dialog("编号：商机");
        form.getByLabel("格式").fill("SJ-");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("插入计数")).click();
        visit.pick("计数重新开始", "从不");
        assertThat(form).containsText("接下来：SJ-0001 · SJ-0002");
        visit.screenshot(Path.of("target", "screenshots", "numbering-form.png"));
        in(form, "保存");
        assertThat(form).hasCount(0);
        assertThat(visit.page().getByText("下一个：SJ-0001")).isVisible();
        visit.screenshot(Path.of("target", "screenshots", "numbering.png"));
        String number = PROGRAM.post("/api/v1/opportunities", Map.of("title", "有编号的商机")).expect(201).text("/number");
        org.assertj.core.api.Assertions.assertThat(number).isEqualTo("SJ-0001");
    }
}
