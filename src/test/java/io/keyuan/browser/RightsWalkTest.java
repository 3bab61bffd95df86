package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An office manager says who may what, a representative is given what is not theirs, and each can see why. */
class RightsWalkTest {

    private static final Setting PHONE = new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient program = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aRoleIsCopiedAndChangedInWordsAndGivenToSomebody() {
        Person min = Person.colleague(company, "周敏", "zhoumin").settled();
        TestAnswer customer = customer("苏州新宇制造");
        Visit visit = visits.by(lin).open("/settings/roles");
        Pictures.keep(visit, "roles-desk");
        startingWith(visit, AriaRole.LINK, "销售代表").click();
        visit.button("复制").click();
        visit.field("名称").last().fill("大客户经理");
        visit.button("新建").last().click();
        assertThat(visit.one(AriaRole.HEADING, "大客户经理")).isVisible();

        startingWith(visit, AriaRole.BUTTON, "可查看谁的客户").click();
        visit.one(AriaRole.CHECKBOX, "所有人的").check();
        visit.page().keyboard().press("Escape");
        assertThat(row(visit, "客户")).containsText("查看所有人的；更改本人的和参与协作的");
        visit.one(AriaRole.CHECKBOX, "导出客户").uncheck();
        startingWith(visit, AriaRole.BUTTON, "客户的字段").click();
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
        String id = program.post("/api/v1/roles", Map.of("name", "助理")).expect(201).id();
        Visit visit = visits.by(lin).open("/settings/roles/" + id);
        startingWith(visit, AriaRole.BUTTON, "可查看谁的客户").click();
        visit.one(AriaRole.CHECKBOX, "本人的").check();
        visit.page().keyboard().press("Escape");

        program.put("/api/v1/roles/" + id, Map.of("name", "行政助理", "version", 1)).expect(200);
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
    void aRecordIsSharedAndTakenBackAndTheReasonIsTold() {
        Person min = Person.colleague(company, "周敏", "zhoumin").settled();
        TestAnswer customer = customer("宁波海纳物流");
        Visit other = visits.by(min).open("/customers/" + customer.id());
        assertThat(other.page().getByRole(AriaRole.ALERT)).isVisible();

        Visit visit = visits.by(lin).open("/customers/" + customer.id());
        visit.button("共享，已共享给 0 方").click();
        Locator dialog = visit.dialog("共享“宁波海纳物流”");
        visit.pick("共享给", "周敏");
        dialog.getByLabel("可以更改").check();
        dialog.getByLabel("备注（可选）").fill("一起跟进招标");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("共享").setExact(true)).click();
        Locator who = visit.card("谁可以看到");
        assertThat(who).containsText(Pattern.compile("周敏.*可更改.*林悦.*一起跟进招标"));
        Pictures.keep(visit, "share-desk");

        other.page().reload();
        other.seesHeading("宁波海纳物流");
        other.choose("更多", "为什么我能看到？");
        Locator steps = other.one(AriaRole.LIST, "原因");
        assertThat(other.text("您可以查看这条记录")).isVisible();
        assertThat(steps).containsText("记录已共享给周敏");
        Pictures.keep(other, "why-desk");
        other.page().keyboard().press("Escape");
        other.button("共享，已共享给 1 方").click();
        assertThat(other.text("只有负责人和能更改其记录的人可以共享。")).isVisible();

        visit.button("收回给 周敏 的共享").click();
        assertThat(who).containsText("还没有共享给任何人");
        visit.page().keyboard().press("Escape");
        assertThat(visit.button("共享，已共享给 0 方")).isVisible();
        other.page().reload();
        assertThat(other.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    @Test
    void anAdministratorAsksInEnglishWhySomebodyMayNot() {
        Person min = Person.colleague(company, "周敏", "zhoumin").settled();
        TestAnswer customer = customer("Harbour Logistics");
        Visit visit = visits.by(lin, Setting.ENGLISH).open("/customers/" + customer.id());
        visit.choose("More", "Why can I see this?");
        assertThat(visit.text("You may see this record")).isVisible();

        visit.pick("For whom", min.name());
        assertThat(visit.text("周敏 may not see this record")).isVisible();
        Locator steps = visit.one(AriaRole.LIST, "Reasons");
        assertThat(steps).containsText("The role “Sales representative” reaches own records; the owner is not among them.");
        assertThat(steps.getByLabel("Does not apply").first()).isVisible();
        Pictures.keep(visit, "why-desk-en");
    }

    @Test
    void aRuleSharesWhatMeetsItsConditionAndAWrongOneIsObjectedTo() {
        Person min = Person.colleague(company, "周敏", "zhoumin").settled();
        TestAnswer customer = customer("温州百货");
        Visit visit = visits.by(lin).open("/settings/sharing");
        visit.button("新建规则").click();
        visit.field("规则名称").fill("零售客户");
        visit.pick("数据", "客户");
        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("industry == 'retail' &&");
        visit.button("应用").click();
        visit.pick("共享给", "周敏");
        visit.button("保存").click();
        Locator drawer = visit.dialog("新建规则");
        assertThat(drawer.getByRole(AriaRole.ALERT)).isVisible();
        Pictures.keep(visit, "rule-desk");

        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("industry == 'retail'");
        visit.button("应用").click();
        visit.button("保存").click();
        assertThat(visit.card("共享规则")).containsText(Pattern.compile("零售客户.*客户.*所属行业.*零售.*周敏 可以查看"));
        Pictures.keep(visit, "rules-desk");
        program.patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("industry", "retail")).expect(200);

        Visit other = visits.by(min).open("/customers/" + customer.id());
        other.seesHeading("温州百货");
    }

    @Test
    void onAPhoneRolesAreFoldedToTheirSentences() {
        TestAnswer customer = customer("常州新北轨道");
        Visit visit = visits.by(lin, PHONE).open("/settings/roles");
        Pictures.keep(visit, "roles-phone");
        startingWith(visit, AriaRole.LINK, "销售主管").click();
        Locator card = visit.page().locator("details").filter(new Locator.FilterOptions().setHas(visit.page().getByText("客户", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))));
        card.first().locator("summary").click();
        assertThat(visit.one(AriaRole.CHECKBOX, "分配客户")).isChecked();
        Pictures.keep(visit, "role-phone");

        visit.open("/customers/" + customer.id());
        visit.button("共享，已共享给 0 方").click();
        Pictures.keep(visit, "share-phone");
        visit.page().keyboard().press("Escape");
        visit.choose("更多", "为什么我能看到？");
        assertThat(visit.one(AriaRole.LIST, "原因")).containsText("管理员拥有全部权限");
        Pictures.keep(visit, "why-phone");
    }

    /** One of Lin's own. */
    private TestAnswer customer(String name) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name, "phone", "051266668888"));
        values.put("owner", Map.of("id", lin.id()));
        return program.post("/api/v1/customers", values).expect(201);
    }

    private static Locator startingWith(Visit visit, AriaRole role, String name) {
        return visit.page().getByRole(role, new GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator row(Visit visit, String object) {
        Locator head = visit.page().getByRole(AriaRole.ROWHEADER, new GetByRoleOptions().setName(Pattern.compile("^" + object)));
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(head)).first();
    }
}
