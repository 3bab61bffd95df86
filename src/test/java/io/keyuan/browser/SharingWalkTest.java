package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.TestAnswer;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A representative is given what is not theirs, and each can see why. */
class SharingWalkTest {

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aRecordIsSharedAndTakenBackAndTheReasonIsTold() {
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("宁波海纳物流");
        Visit other = visits.by(min).open("/customers/" + customer.id());
        assertThat(other.page().getByRole(AriaRole.ALERT)).isVisible();

        Visit visit = visits.by(office.lin()).open("/customers/" + customer.id());
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
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("Harbour Logistics");
        Visit visit = visits.by(office.lin(), Setting.ENGLISH).open("/customers/" + customer.id());
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
        Person min = office.colleague("周敏", "zhoumin");
        TestAnswer customer = office.customer("温州百货");
        Visit visit = visits.by(office.lin()).open("/settings/sharing");
        visit.button("新建规则").click();
        visit.field("规则名称").fill("零售客户");
        visit.pick("数据", "客户");
        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("industry == 'retail' &&");
        visit.button("应用").click();
        visit.pick("共享给", "周敏");
        Locator drawer = visit.dialog("新建规则");
        drawer.getByText("保存", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(drawer.getByRole(AriaRole.ALERT)).isVisible();
        Pictures.keep(visit, "rule-desk");

        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("industry == 'retail'");
        visit.button("应用").click();
        drawer.getByText("保存", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(visit.card("共享规则")).containsText(Pattern.compile("零售客户.*客户.*所属行业.*零售.*周敏 可以查看"));
        Pictures.keep(visit, "rules-desk");
        office.program().patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("industry", "retail")).expect(200);

        Visit other = visits.by(min).open("/customers/" + customer.id());
        other.seesHeading("温州百货");
    }
}
