package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An office manager says who may what, in words, and sees what that means for somebody. */
class RolesWalkTest {

    private static final Setting PHONE = new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT);

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aRoleIsCopiedAndChangedInWordsAndGivenToSomebody() {
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("苏州新宇制造");
        Visit visit = visits.by(office.lin()).open("/settings/roles");
        assertThat(visit.beginning(AriaRole.LINK, "销售代表")).isVisible();
        Pictures.keep(visit, "roles-desk");
        visit.beginning(AriaRole.LINK, "销售代表").click();
        visit.button("复制").click();
        visit.field("名称").last().fill("大客户经理");
        visit.button("新建").last().click();
        assertThat(visit.one(AriaRole.HEADING, "大客户经理")).isVisible();

        visit.beginning(AriaRole.BUTTON, "可查看谁的客户").click();
        visit.one(AriaRole.CHECKBOX, "所有人的").check();
        visit.page().keyboard().press("Escape");
        assertThat(row(visit, "客户")).containsText("查看所有人的；更改本人的和参与协作的");
        visit.one(AriaRole.CHECKBOX, "导出客户").uncheck();
        visit.beginning(AriaRole.BUTTON, "客户的字段").click();
        visit.one(AriaRole.RADIOGROUP, "电话的权限").getByText("脱敏").click();
        Pictures.keep(visit, "role-fields-desk");
        visit.button("完成").click();
        assertThat(row(visit, "客户")).containsText("1 个字段受限");
        Pictures.keep(visit, "role-desk");
        visit.button("保存").click();
        assertThat(visit.text("已保存")).isVisible();

        visit.open("/users/" + min.id());
        Locator roles = visit.card("角色");
        assertThat(roles).containsText("使用默认角色“销售代表”");
        visit.pick("添加角色", "大客户经理");
        assertThat(visit.button("移除角色 大客户经理")).isVisible();
        Pictures.keep(visit, "person-roles-desk");

        Visit sees = visits.by(min).open("/customers/" + customer.id());
        sees.seesHeading("苏州新宇制造");
        assertThat(sees.card("联系方式")).containsText(Pattern.compile("\\d+\\*{4}\\d+"));
        assertThat(sees.card("联系方式")).not().containsText("051266668888");
        assertThat(sees.button("编辑电话")).hasCount(0);
        Pictures.keep(sees, "masked-desk");
    }

    @Test
    void whoeverSavesARoleAfterSomebodyElseIsShownBoth() {
        String id = office.program().post("/api/v1/roles", Map.of("name", "助理")).expect(201).id();
        Visit visit = visits.by(office.lin()).open("/settings/roles/" + id);
        visit.beginning(AriaRole.BUTTON, "可查看谁的客户").click();
        visit.one(AriaRole.CHECKBOX, "本人的").check();
        visit.page().keyboard().press("Escape");

        office.program().put("/api/v1/roles/" + id, Map.of("name", "行政助理", "version", 1)).expect(200);
        visit.button("保存").click();

        Locator conflict = visit.page().getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("刚刚保存了这个角色"));
        assertThat(conflict).containsText("行政助理");
        assertThat(conflict).containsText("查看本人的；不能更改");
        Pictures.keep(visit, "role-conflict-desk");
        visit.button("采用对方的").click();
        assertThat(visit.field("名称")).hasValue("行政助理");
        assertThat(conflict).hasCount(0);
    }

    @Test
    void aReadyMadeRoleIsChangedExplainedAndMadeAsItCame() {
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("镇江恒顺");
        office.program().patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("owner", Map.of("id", min.id()))).expect(200);
        Visit visit = visits.by(office.lin()).open("/settings/roles");
        visit.beginning(AriaRole.LINK, "销售代表").click();
        assertThat(visit.button("恢复初始设置")).hasCount(0);
        visit.beginning(AriaRole.BUTTON, "客户的字段").click();
        visit.one(AriaRole.RADIOGROUP, "电话的权限").getByText("脱敏").click();
        visit.button("完成").click();
        visit.button("保存").click();
        assertThat(row(visit, "客户")).containsText("1 个字段受限");

        Visit sees = visits.by(min).open("/customers/" + customer.id());
        sees.choose("更多", "为什么我能看到？");
        assertThat(sees.card("受限的字段")).containsText(Pattern.compile("电话.*脱敏"));
        Pictures.keep(sees, "why-attribute-desk");

        visit.button("恢复初始设置").click();
        assertThat(visit.text("把这个角色恢复为内置的样子？")).isVisible();
        Pictures.keep(visit, "role-reset-desk");
        visit.button("恢复初始设置").last().click();
        assertThat(visit.text("1 个字段受限")).hasCount(0);
        assertThat(visit.button("恢复初始设置")).hasCount(0);
        sees.page().reload();
        assertThat(sees.card("联系方式")).containsText("051266668888");
    }

    @Test
    void onAPhoneRolesAreFoldedToTheirSentences() {
        TestAnswer customer = office.customer("常州新北轨道");
        Visit visit = visits.by(office.lin(), PHONE).open("/settings/roles");
        assertThat(visit.beginning(AriaRole.LINK, "销售主管")).isVisible();
        Pictures.keep(visit, "roles-phone");
        visit.beginning(AriaRole.LINK, "销售主管").click();
        Locator card = visit.page().locator("details").filter(new Locator.FilterOptions().setHas(visit.page().getByText("客户", new GetByTextOptions().setExact(true))));
        card.first().locator("summary").click();
        assertThat(visit.one(AriaRole.CHECKBOX, "分配客户")).isChecked();
        Pictures.keep(visit, "role-phone");
        assertThat(visit.page().locator("html")).hasJSProperty("scrollWidth", Screen.PHONE.width);

        visit.open("/customers/" + customer.id());
        visit.button("共享，已共享给 0 方").click();
        Pictures.keep(visit, "share-phone");
        visit.page().keyboard().press("Escape");
        visit.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多")).click();
        visit.one(AriaRole.MENUITEM, "为什么我能看到？").click();
        assertThat(visit.one(AriaRole.LIST, "原因")).containsText("管理员拥有全部权限");
        Pictures.keep(visit, "why-phone");
    }

    @Test
    void anAdministratorSeesWhatSomebodyElseSeesAndCanChangeNothing() {
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("无锡明达");
        TestAnswer own = office.customer("徐州重工");
        office.program().patch("/api/v1/customers/" + own.id(), own.version(), Map.of("owner", Map.of("id", min.id()))).expect(200);
        office.program().post("/api/v1/customers/" + own.id() + "/comments", Map.of("body", "请尽快回访")).expect(201);
        Visit visit = visits.by(office.lin()).open("/users/" + min.id());

        visit.button("以其身份查看").click();
        Locator banner = visit.text("您看到的是周敏所看到的内容，不能更改任何内容。");
        assertThat(banner).isVisible();
        assertThat(visit.button("新建")).hasCount(0);
        Pictures.keep(visit, "view-as-desk");
        visit.open("/customers/" + customer.id());
        assertThat(visit.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(banner).isVisible();

        visit.open("/customers/" + own.id());
        assertThat(visit.text("请尽快回访")).isVisible();
        assertThat(visit.button("回复")).hasCount(0);
        assertThat(visit.one(AriaRole.TABLIST, "添加动态")).hasCount(0);
        assertThat(visit.button("关注")).hasCount(0);
        Pictures.keep(visit, "view-as-record-desk");
        visit.open("/customers?filter=" + TestClient.encoded("name == '徐州重工'"));
        assertThat(visit.link("徐州重工")).isVisible();
        assertThat(visit.text("保存视图")).hasCount(0);
        visit.open("/settings/notifications");
        assertThat(visit.one(AriaRole.SWITCH, "我关注的：系统内")).isDisabled();
        Pictures.keep(visit, "view-as-settings-desk");

        visit.button("结束").click();
        assertThat(banner).hasCount(0);
        visit.open("/customers/" + customer.id());
        visit.seesHeading("无锡明达");
    }

    private static Locator row(Visit visit, String object) {
        Locator head = visit.page().getByRole(AriaRole.ROWHEADER, new GetByRoleOptions().setName(Pattern.compile("^" + object + "\\s*(查看|看不到)")));
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(head)).first();
    }
}
