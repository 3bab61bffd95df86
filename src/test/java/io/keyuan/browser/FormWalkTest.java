package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Making a record with a form. */
class FormWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndADoubleClickMakesOneRecord() {
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities");
        visit.button("新建商机").click();
        Locator form = visit.dialog("新建商机");
        Locator save = form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"));

        save.click();
        assertThat(visit.field("商机名称")).hasAccessibleDescription("此项必填。");
        assertThat(visit.field("商机名称")).isFocused();

        visit.field("商机名称").fill("旗舰版 试点");
        visit.pick("客户", "无锡太湖文旅集团");
        visit.field("预计金额").fill("12800");
        save.dblclick();

        assertThat(form).hasCount(0);
        assertThat(visit.text("已新建商机：旗舰版 试点")).isVisible();
        Locator row = visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("旗舰版 试点"));
        assertThat(row).containsText("无锡太湖文旅集团");
        assertThat(row).containsText("US$12,800");
        assertEquals(1, COMPANY.count("opportunities", "title == '旗舰版 试点'"));
    }

    @Test
    void whatWasTypedSurvivesAClosedForm() {
        Visit visit = visits.by(COMPANY.lin()).open("/customers");
        visit.button("新建客户").click();
        visit.field("客户名称").fill("没写完的客户");
        visit.page().reload();

        visit.button("新建客户").click();
        assertThat(visit.text("已恢复上次没保存的内容")).isVisible();
        assertThat(visit.field("客户名称")).hasValue("没写完的客户");
        visit.button("放弃草稿").click();
        assertThat(visit.field("客户名称")).hasValue("");
    }
}
