package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.PassedMoment;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list is looked at as it was: what has been changed, given away and deleted since is there as it had been. */
class AsOfWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();
    private static final Person DIRECTOR = Person.invited(COMPANY, "陈静", "chen").settled();

    private static final Instant THEN = past();

    @RegisterExtension
    final Visits visits = new Visits();

    /** @return a moment before one customer was renamed, one deleted and one made */
    private static Instant past() {
        TestAnswer renamed = ADMIN.post("/api/v1/customers", Map.of("name", "北京云帆科技有限公司", "city", "北京")).expect(201);
        TestAnswer deleted = ADMIN.post("/api/v1/customers", Map.of("name", "上海远航物流有限公司", "city", "上海")).expect(201);
        Instant moment = PassedMoment.passed();
        ADMIN.patch("/api/v1/customers/" + renamed.id(), 1, Map.of("name", "云帆集团", "city", "天津")).expect(200);
        ADMIN.delete("/api/v1/customers/" + deleted.id()).expect(204);
        ADMIN.post("/api/v1/customers", Map.of("name", "深圳新客有限公司")).expect(201);
        return moment;
    }

    private Visit then(Setting setting) {
        return visits.by(DIRECTOR, setting).open("/customers?columns=city&asOf=" + TestClient.encoded(THEN.toString()));
    }

    @Test
    void aListIsWhatItWasAndNothingCanBeChangedThere() {
        Visit visit = then(Setting.CHINESE);

        assertThat(visit.link("北京云帆科技有限公司")).isVisible();
        assertThat(visit.link("上海远航物流有限公司")).isVisible();
        assertThat(visit.link("深圳新客有限公司")).hasCount(0);
        assertThat(visit.page().getByRole(AriaRole.CELL).filter(new Locator.FilterOptions().setHasText("天津"))).hasCount(0);
        assertThat(visit.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("时的情况"))).isVisible();
        assertThat(visit.button("新建客户")).hasCount(0);

        visit.button("回到现在").click();

        assertThat(visit.link("云帆集团")).isVisible();
        assertThat(visit.link("深圳新客有限公司")).isVisible();
        assertThat(visit.link("上海远航物流有限公司")).hasCount(0);
        assertThat(visit.button("新建客户")).isVisible();
    }

    @Test
    void aMomentIsChosenFromAList() {
        Visit visit = visits.by(DIRECTOR).open("/customers?columns=city");
        assertThat(visit.link("云帆集团")).isVisible();

        visit.button("历史时刻…").click();
        visit.page().getByLabel("日期和时间").fill("2020-01-01 10:00");
        visit.page().keyboard().press("Enter");

        assertThat(visit.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("2020"))).isVisible();
        assertThat(visit.link("云帆集团")).hasCount(0);
        assertThat(visit.page().url()).contains("asOf=2020-01-01T02");
    }

    @Test
    void itIsReadEverywhere() {
        for (Setting setting : new Setting[] {
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT),
            new Setting("zh-CN", Screen.DESK, ColorScheme.DARK)
        }) {
            Visit visit = then(setting);
            assertThat(visit.link("北京云帆科技有限公司")).isVisible();
            assertThat(Axe.faults(visit)).isEmpty();
            visit.screenshot(Path.of("target", "screenshots", "as-of-" + setting.locale() + "-" + setting.screen() + "-" + setting.colours() + ".png"));
        }
    }
}
