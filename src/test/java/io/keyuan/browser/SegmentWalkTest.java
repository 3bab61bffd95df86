package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A filtered list becomes a segment, records are put into another by hand, and both are looked at as lists. */
class SegmentWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person boss = Person.founder(company);

    SegmentWalkTest() {
        admin.post("/api/v1/customers/batch", Map.of("create", List.of(
                Map.of("name", "甲公司", "grade", "a", "tags", List.of("important", "watch")),
                Map.of("name", "乙公司", "grade", "b", "tags", List.of("followUp"))))).expect(200);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A job takes the time it takes. */
    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    @Test
    void aFilteredListIsSavedAsASegmentThatFollowsIt() {
        Visit visit = visits.by(boss).open("/customers?filter=" + TestClient.encoded("grade == 'a'"));
        visit.button("另存为分群…").click();
        Locator dialog = visit.dialog("另存为分群…");
        dialog.getByLabel("名称", new Locator.GetByLabelOptions().setExact(true)).fill("重点客户");
        Pictures.keep(visit, "segment-dialog");
        button(dialog, "保存").click();

        assertThat(visit.text("分群 等于 重点客户")).isVisible();
        assertThat(visit.link("甲公司")).isVisible(patiently());
        assertThat(visit.link("乙公司")).isHidden();
        visit.open("/segments");
        visit.seesHeading("分群");
        assertThat(visit.link("重点客户")).isVisible();
        assertThat(visit.text("1 条")).isVisible(patiently());
        visit.screenshot(Path.of("target", "screenshots", "segments.png"));
        visit.link("重点客户").click();
        assertThat(visit.link("甲公司")).isVisible();
    }

    @Test
    void tagsAndSegmentsAreReadEverywhere() {
        admin.post("/api/v1/segments", Map.of(
                "object", "customers", "name", "展会来宾", "description", "春季展会上见过的客户", "kind", "static", "everyone", true)).expect(201);
        for (Visit.Setting setting : new Visit.Setting[] {
            new Visit.Setting("zh-CN", Visit.Screen.DESK, ColorScheme.LIGHT), new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.LIGHT),
            new Visit.Setting("en-US", Visit.Screen.DESK, ColorScheme.DARK)
        }) {
            String name = setting.locale() + "-" + setting.screen() + "-" + setting.colours() + ".png";
            Visit visit = visits.by(boss, setting).open("/segments");
            assertThat(visit.link("展会来宾")).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            visit.screenshot(Path.of("target", "screenshots", "segments-" + name));
            visit.open("/customers?columns=grade,tags");
            assertThat(visit.link("甲公司")).isVisible();
            org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
            visit.screenshot(Path.of("target", "screenshots", "tags-" + name));
        }
    }

    @Test
    void recordsArePutIntoASegmentByHandAndTakenOutAgain() {
        admin.post("/api/v1/segments", Map.of("object", "customers", "name", "展会来宾", "kind", "static")).expect(201);
        Visit visit = visits.by(boss).open("/customers");
        visit.one(AriaRole.CHECKBOX, "选择 乙公司").check();
        visit.button("分群").click();
        Locator dialog = visit.dialog("将 1 条客户加入或移出分群");
        visit.pick("分群", "展会来宾");
        button(dialog, "添加").click();
        assertThat(visit.text("已将 1 条加入分群")).isVisible();

        visit.button("筛选").click();
        visit.pick("选择字段", "分群");
        visit.one(AriaRole.CHECKBOX, "展会来宾").check();
        visit.button("应用").click();
        assertThat(visit.link("乙公司")).isVisible();
        assertThat(visit.link("甲公司")).isHidden();
        visit.button("撤销").click();
        assertThat(visit.link("乙公司")).isHidden();
    }
}
