package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was set up in one company is looked at in another and applied there. */
class ConfigurationWalkTest {

    private static final Setting ENGLISH_PHONE = new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT);

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant here = RunningProgram.freshTenant();
    private final Person lin = Person.invited(here, "林悦", "lin").settled();

    private void choose(Visit visit, String name, String content) {
        visit.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "application/yaml", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsTakenAlongLookedAtAndApplied() throws IOException {
        here.administrator().post("/api/v1/customers/attributes", Map.of("name", "c_region", "label", "销售大区", "type", "text")).expect(201);
        here.administrator().patch("/api/v1/settings/sign-in", Map.of("idleMinutes", 45)).expect(200);
        Visit visit = visits.by(lin).open("/settings/configuration");
        var download = visit.page().waitForDownload(() -> visit.link("下载").click());
        String file = Files.readString(download.path());
        assertThat(file).startsWith("keyuan: 1").contains("customers.c_region").contains("销售大区");

        TestTenant there = RunningProgram.freshTenant();
        Person zhou = Person.invited(there, "周启", "zhou").settled();
        Visit other = visits.by(zhou).open("/settings/configuration");
        choose(other, "here.yaml", file);

        Locator seen = other.card("here.yaml");
        assertThat(seen.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("字段"))).containsText("customers.c_region");
        assertThat(seen.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("登录规则"))).containsText("idleMinutes");
        assertThat(seen.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("公司名称和信头"))).containsText("→");
        assertThat(seen).containsText("3 项更改，尚未执行。");
        Pictures.keep(other, "configuration");
        seen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("应用")).click();

        assertThat(other.text("配置已应用。")).isVisible();
        assertThat(there.administrator().get("/api/v1/customers/attributes").items()).hasSize(1);
        choose(other, "here.yaml", file);
        assertThat(other.text("一切与文件一致。")).isVisible();
    }

    @Test
    void whatCannotBeIsSaidBesideItAndNothingCanBeApplied() {
        Visit visit = visits.by(lin, ENGLISH_PHONE).open("/settings/configuration");
        choose(visit, "wrong.yaml", "keyuan: 1\nfields:\n  customers.c_a: {type: number, labels: {en: A}}\n  customers.c_b: {type: nothing, labels: {en: B}}\n");

        Locator seen = visit.card("wrong.yaml");
        assertThat(seen).containsText("Not possible");
        assertThat(seen.getByRole(AriaRole.ALERT)).containsText("nothing is applied until the file is corrected");
        assertThat(seen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply"))).isDisabled();
        Pictures.keep(visit, "configuration-phone");

        choose(visit, "none.yaml", "hello");
        assertThat(visit.card("none.yaml")).containsText("This is no configuration of Keyuan");
    }
}
