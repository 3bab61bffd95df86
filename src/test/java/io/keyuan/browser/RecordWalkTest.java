package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.TestAnswer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Working on one record: values, stages, colleagues, deleting and bringing back. */
class RecordWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aValueIsEditedWhereItStandsAndAWrongOneIsObjectedToBesideIt() {
        Visit visit = visits.by(COMPANY.lin()).open("/customers");
        visit.link("Aldgate Clinics Ltd").click();
        visit.seesHeading("Aldgate Clinics Ltd");

        visit.edit("邮箱");
        visit.field("邮箱").fill("front desk");
        visit.field("邮箱").press("Enter");
        assertThat(visit.field("邮箱")).hasAccessibleDescription("邮箱地址不正确。");
        assertThat(visit.field("邮箱")).hasValue("front desk");

        visit.field("邮箱").fill("desk@aldgate.example");
        visit.field("邮箱").press("Enter");
        assertThat(visit.card("联系方式")).containsText("desk@aldgate.example");
        assertThat(visit.field("邮箱")).hasCount(0);
        assertThat(visit.card("动态")).containsText("desk@aldgate.example");
    }

    @Test
    void losingASaleAsksWhyAndTheTimelineTellsIt() {
        Visit visit = onOpportunity("年度维保");

        visit.one(AriaRole.LIST, "销售阶段").getByText("输单").click();
        Locator question = visit.one(AriaRole.FORM, "转为“输单”");
        assertThat(question).containsText("输单原因");
        visit.pick("输单原因", "价格太高");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转为“输单”")).click();

        assertThat(visit.one(AriaRole.LIST, "销售阶段").locator("[aria-current=step]")).hasText("输单");
        assertThat(question).hasCount(0);
        assertThat(visit.card("跟进情况")).containsText("价格太高");
        assertThat(visit.card("动态")).containsText(Pattern.compile("林悦.*做了修改.*销售阶段\\s*初步接洽\\s*输单"));
    }

    @Test
    void twoPeopleWhoEditTheSameValueAreShownBothAndNothingTypedIsLost() {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", "扩容二期", "nextStep", "约见采购"));
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities/" + sale.id());
        visit.edit("下一步计划");
        // The composer of the timeline asks for a next step too.
        Locator step = visit.card("跟进情况").getByLabel("下一步计划", new Locator.GetByLabelOptions().setExact(true));
        step.fill("周四送样品");

        COMPANY.change("opportunities", sale, Map.of("nextStep", "先发合同"));
        step.press("Enter");

        Locator conflict = visit.page().getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("刚刚改过"));
        assertThat(conflict.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("下一步计划")))
                .hasText(Pattern.compile("先发合同\\s*周四送样品"));
        assertThat(step).hasValue("周四送样品");

        visit.button("保留我的").click();
        assertThat(conflict).hasCount(0);
        assertThat(visit.card("跟进情况")).containsText("周四送样品");
    }

    @Test
    void aDeletionIsTakenBackAtOnce() {
        Visit visit = onOpportunity("误删的商机");

        visit.choose("更多", "删除");
        assertThat(visit.text("已删除 1 条商机")).isVisible();
        visit.seesHeading("商机");
        assertThat(visit.link("误删的商机")).hasCount(0);

        visit.button("撤销").click();
        assertThat(visit.link("误删的商机")).isVisible();
    }

    @Test
    void whatWasDeletedIsFoundInTheRecycleBinAndRestored() {
        Visit visit = onOpportunity("放进回收站的商机");
        visit.choose("更多", "删除");
        assertThat(visit.text("已删除 1 条商机")).isVisible();

        visit.link("回收站").click();
        visit.seesHeading("回收站");
        visit.pick("类型", "商机");
        visit.button("恢复 放进回收站的商机").click();
        assertThat(visit.text("已恢复 1 条")).isVisible();
        assertThat(visit.button("恢复 放进回收站的商机")).hasCount(0);

        visit.link("商机").click();
        assertThat(visit.link("放进回收站的商机")).isVisible();
    }

    @Test
    void thePageOfWhatWasDeletedStaysReadableAndBringsItBack() {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", "别人删除的商机", "nextStep", "周四送样品"));
        COMPANY.delete("opportunities", sale);
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities/" + sale.id());

        visit.seesHeading("别人删除的商机");
        assertThat(visit.card("跟进情况")).containsText("周四送样品");
        Locator banner = visit.page().locator(".deleted-banner");
        assertThat(banner).isVisible();
        assertThat(visit.button("编辑下一步计划")).hasCount(0);

        visit.button("恢复").click();

        assertThat(banner).hasCount(0);
        visit.edit("下一步计划");
    }

    /** Lin on the page of an opportunity of her own that this test has for itself. */
    private Visit onOpportunity(String title) {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", title));
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities/" + sale.id());
        visit.seesHeading(title);
        return visit;
    }
}
