package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What records' pages advise is looked through, switched off, written and tried in Settings, and followed where it is told. */
class AdviceWalkTest {

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Visit visit, String reason) {
        return visit.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(reason)).first();
    }

    @Test
    void aRuleIsWrittenTriedAndFollowed() {
        String customer = office.customer("云帆").id();
        Visit visit = visits.by(office.lin()).open("/settings/advice");
        visit.seesHeading("下一步建议");
        assertThat(visit.one(AriaRole.REGION, "客户").first()).containsText("既没有电话，也没有邮箱。");

        visit.button("新建规则").click();
        Locator editor = visit.dialog("新建规则");
        visit.pick("在哪些记录页提示", "客户");
        button(editor, "保存").click();
        assertThat(editor.getByText("此项必填").or(editor.getByText("必填")).first()).isVisible();
        Pictures.keep(visit, "advice-wrong");
        visit.pick("该做什么", "新建缺少的记录");
        visit.pick("指向此处的记录", "跟进记录（客户）");
        button(editor, "添加预填值").click();
        visit.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions().setHasText("跟进方式")).first().click();
        editor.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("跟进方式")).getByRole(AriaRole.COMBOBOX).click();
        visit.page().locator(".ant-select-item-option:visible").filter(new Locator.FilterOptions().setHasText("上门拜访")).first().click();
        editor.getByLabel("原因").first().fill("90 天没有拜访");
        editor.getByLabel("按钮").first().fill("安排拜访");
        editor.getByLabel("权重").fill("100");
        button(editor, "试一试").click();
        assertThat(visit.one(AriaRole.STATUS, "现在会提示的记录")).containsText(Pattern.compile("1 条会提示.*云帆"));
        Pictures.keep(visit, "advice-editor");
        button(editor, "保存").click();
        assertThat(row(visit, "90 天没有拜访")).containsText(Pattern.compile("没有跟进记录（客户）.*按钮“安排拜访”.*权重 100"));

        visit.page().getByLabel("启用规则：还没有安排下一步任务。").first().click();
        assertThat(button(row(visit, "还没有安排下一步任务。"), "恢复预置：还没有安排下一步任务。")).isVisible();
        Pictures.keep(visit, "advice-list");

        visit.open("/customers/" + customer);
        Locator told = visit.one(AriaRole.REGION, "下一步建议");
        assertThat(told.getByRole(AriaRole.LISTITEM).first()).containsText("90 天没有拜访");
        assertThat(told).not().containsText("还没有安排下一步任务");
        button(told, "安排拜访").click();
        assertThat(visit.page().getByRole(AriaRole.DIALOG)).containsText("拜访");
    }

    @Test
    void rulesAreReadEverywhere() {
        office.program().post("/api/v1/advice-rules", Map.of(
                "object", "customers", "reasons", Map.of("en", "No opportunity in 90 days", "zh-CN", "90 天没有商机"), "action", "Plan one",
                "condition", "grade == 'a'", "pointing", Map.of("object", "opportunities", "attribute", "customer", "condition", "createdAt > daysAgo(90)", "open", true),
                "remedy", Map.of("kind", "make"))).expect(201);
        for (Setting setting : new Setting[] {
            new Setting("en-US", Screen.DESK, ColorScheme.LIGHT), new Setting("zh-CN", Screen.PHONE, ColorScheme.DARK)
        }) {
            Visit visit = visits.by(office.lin(), setting).open("/settings/advice");
            String reason = setting.locale().startsWith("en") ? "No opportunity in 90 days" : "90 天没有商机";
            assertThat(row(visit, reason)).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            Pictures.keep(visit, "advice-list-" + setting.locale() + "-" + setting.screen());
            visit.button((setting.locale().startsWith("en") ? "Change: " : "修改：") + reason).click();
            assertThat(visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.GROUP).first()).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            Pictures.keep(visit, "advice-editor-" + setting.locale() + "-" + setting.screen());
        }
    }
}
