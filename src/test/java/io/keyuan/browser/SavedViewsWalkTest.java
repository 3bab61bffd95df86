package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keeping a list under a name, coming back to it, and letting a colleague have it. */
class SavedViewsWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person LIN = Person.colleague(COMPANY, "林悦", "lin").settled();
    private static final Person ZHOU = Person.colleague(COMPANY, "周启", "zhou").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aListIsKeptChangedSharedAndTakenAway() {
        customer("北京云帆科技有限公司", "a");
        customer("苏州恒泰精密模具厂", "b");
        customer("杭州智联供应链", "a");
        customer("宁波海纳物流", "a");
        Visit visit = visits.by(LIN).open("/customers?filter=grade%20%3D%3D%20'a'");
        tab(visit, "全部").click();
        visit.seesHeading("客户");
        assertThat(tab(visit, "全部")).hasAttribute("aria-current", "page");
        visit.page().goBack();

        visit.button("保存视图").click();
        Locator dialog = visit.dialog("保存视图");
        dialog.getByLabel("名称").fill("A 级客户");
        dialog.getByRole(AriaRole.BUTTON, named("保存")).click();

        assertThat(tab(visit, "A 级客户")).hasAttribute("aria-current", "page");
        assertThat(visit.button("保存视图")).hasCount(0);
        Pictures.keep(visit, "views-desk");
        tab(visit, "我的").click();
        assertThat(visit.link("苏州恒泰精密模具厂")).isVisible();
        tab(visit, "A 级客户").click();
        assertThat(visit.link("苏州恒泰精密模具厂")).hasCount(0);
        assertThat(visit.link("北京云帆科技有限公司")).isVisible();

        visit.button("客户名称").click();
        visit.button("保存更改").click();
        assertThat(visit.button("保存更改")).hasCount(0);
        visit.page().reload();
        assertThat(visit.one(AriaRole.COLUMNHEADER, "客户名称")).hasAttribute("aria-sort", "ascending");

        visit.choose("视图“A 级客户”", "名称与共享");
        Locator sharing = visit.dialog("名称与共享");
        sharing.getByText("指定同事、团队或部门").click();
        sharing.getByRole(AriaRole.COMBOBOX).click();
        visit.page().keyboard().insertText("周启");
        visit.page().locator(".ant-select-item-option[title='周启']").click();
        sharing.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(sharing).hasCount(0);

        Visit other = visits.by(ZHOU).open("/customers");
        tab(other, "A 级客户").click();
        assertThat(other.page()).hasURL(Pattern.compile("filter="));
        other.button("视图“A 级客户”").click();
        assertThat(other.one(AriaRole.MENUITEM, "复制链接")).isVisible();
        assertThat(other.one(AriaRole.MENUITEM, "删除视图")).hasCount(0);

        visit.choose("视图“A 级客户”", "删除视图");
        assertThat(tab(visit, "A 级客户")).hasCount(0);
        visit.button("撤销").click();
        assertThat(tab(visit, "A 级客户")).isVisible();
    }

    @Test
    void anAdministratorSaysWithWhatARoleBegins() {
        customer("上海远山科技", "a");
        Person admin = Person.invited(COMPANY, "管理", "boss").settled();
        Visit visit = visits.by(admin).open("/customers?filter=grade%20%3D%3D%20'a'");
        visit.button("保存视图").click();
        Locator dialog = visit.dialog("保存视图");
        dialog.getByLabel("名称").fill("重点客户");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("首先显示给")).click();
        visit.page().keyboard().insertText("销售代表");
        visit.page().locator(".ant-select-item-option[title='销售代表']").click();
        dialog.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(dialog).hasCount(0);

        Visit other = visits.by(ZHOU).open("/");
        other.one(AriaRole.NAVIGATION, "导航").getByRole(AriaRole.LINK, named("客户")).click();
        assertThat(tab(other, "重点客户")).hasAttribute("aria-current", "page");
        tab(other, "全部").click();
        assertThat(tab(other, "全部")).hasAttribute("aria-current", "page");
    }

    private static Locator tab(Visit visit, String name) {
        return visit.one(AriaRole.NAVIGATION, "视图").getByRole(AriaRole.LINK, named(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void customer(String name, String grade) {
        COMPANY.administrator()
                .post("/api/v1/customers", Map.of("name", name, "grade", grade, "owner", Map.of("id", LIN.id())))
                .expect(201);
    }
}
