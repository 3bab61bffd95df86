package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A rule is written as a sentence, tried on past records, kept, and what it does is found in its log and in the history. */
class AutomationWalkTest {

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void aNewLeadFromAnExhibitionGetsATask() {
        office.program().post("/api/v1/leads", Map.of("name", "王早", "source", "exhibition")).expect(201);
        Visit visit = visits.by(office.lin()).open("/settings/automation");
        visit.seesHeading("自动化");
        assertThat(visit.text("还没有规则")).isVisible();
        visit.button("新建规则").click();
        visit.field("名称").fill("展会线索要跟进");
        visit.pick("数据", "线索");
        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("source == 'exhibition' &&");
        visit.button("应用").click();
        Locator drawer = visit.dialog("自动化规则");
        button(drawer, "新建记录").click();
        button(drawer, "移除动作 1").click();
        visit.pick("新建什么", "任务");
        Locator title = drawer.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("任务主题").setExact(true));
        title.fill("致电 {{nam}}");
        button(drawer, "保存").click();
        assertThat(drawer.getByText("{{name}}", new Locator.GetByTextOptions().setExact(false)).or(drawer.getByText("您是否想写 name")).first()).isVisible();
        Pictures.keep(visit, "automation-wrong");

        title.fill("致电 {{name}}");
        visit.button("表达式筛选").click();
        visit.page().locator("#expression").fill("source == 'exhibition'");
        visit.button("应用").click();
        button(drawer, "用过往记录试一试").click();
        assertThat(visit.one(AriaRole.REGION, "将会发生什么")).containsText(Pattern.compile("王早.*致电 王早"));
        Pictures.keep(visit, "automation-desk");
        button(drawer, "保存").click();
        assertThat(visit.card("自动化")).containsText(Pattern.compile("展会线索要跟进.*线索新建时.*来源.*展会.*新建任务.*林悦"));

        String lead = office.program().post("/api/v1/leads", Map.of("name", "李晚", "source", "exhibition")).expect(201).id();
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofMinutes(1)).until(() -> !office.program().get("/api/v1/tasks").expect(200).items().isEmpty());
        visit.button("展会线索要跟进 的日志").click();
        Locator log = visit.dialog("展会线索要跟进 的日志");
        assertThat(log.getByText("李晚")).isVisible(patiently());
        assertThat(log).containsText("已完成");
        Pictures.keep(visit, "automation-log");
        log.getByText("新建任务").click();
        visit.seesHeading("致电 李晚");
        assertThat(visit.text("由规则“展会线索要跟进”执行").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(lead).isNotEmpty();
    }

    @Test
    void rulesAreReadEverywhere() {
        office.program().post("/api/v1/automation-rules", Map.of(
                "object", "opportunities", "name", "Tell the director", "trigger", Map.of("kind", "entered", "attribute", "stage", "option", "won"),
                "condition", "probability > 10",
                "actions", List.of(
                        Map.of("kind", "notify", "text", "{{title}}", "to", List.of(Map.of("kind", "attribute", "attribute", "owner"))),
                        Map.of("kind", "set", "values", List.of(Map.of("attribute", "nextStep", "value", "Celebrate")))))).expect(201);
        for (Visit.Setting setting : new Visit.Setting[] {
            new Visit.Setting("zh-CN", Visit.Screen.DESK, ColorScheme.LIGHT), new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.DARK),
            new Visit.Setting("zh-TW", Visit.Screen.PHONE, ColorScheme.LIGHT)
        }) {
            Visit visit = visits.by(office.lin(), setting).open("/settings/automation");
            assertThat(visit.button("Tell the director")).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            Pictures.keep(visit, "automation-list-" + setting.locale() + "-" + setting.screen());
            String edit = setting.locale().startsWith("en") ? "Edit Tell the director" : setting.locale().equals("zh-TW") ? "編輯 Tell the director" : "编辑 Tell the director";
            visit.button(edit).click();
            assertThat(visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.GROUP).first()).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            Pictures.keep(visit, "automation-editor-" + setting.locale() + "-" + setting.screen());
        }
    }
}
