package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The company's library: a folder is made, one inside it, and a file put there. */
class LibraryWalkTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final Person admin = Person.invited(company, "林悦", "lin").settled();
    private final TestClient client = company.administrator();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aFolderIsMadeWithAnotherInsideAndAFileIsPutThere() {
        Visit visit = visits.by(admin).open("/");
        visit.link("资料库").click();
        assertThat(visit.text("资料库还是空的")).isVisible();
        make(visit, "新建文件夹", "制度");
        Locator folders = visit.one(AriaRole.NAVIGATION, "文件夹");
        assertThat(folders.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("制度"))).isVisible();

        make(visit, "新建下级文件夹", "差旅");
        folders.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("差旅")).click();
        assertThat(visit.page().getByRole(AriaRole.HEADING, new com.microsoft.playwright.Page.GetByRoleOptions().setName("差旅"))).isVisible();
        Locator card = visit.card("文件");
        card.getByLabel("选择文件").setInputFiles(new FilePayload("标准.txt", "", "每晚四百".getBytes(StandardCharsets.UTF_8)));

        assertThat(card.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("标准.txt"))).containsText("林悦");
    }

    private static void make(Visit visit, String button, String name) {
        visit.button(button).click();
        Locator form = visit.dialog("新建文件夹");
        form.getByLabel("名称").fill(name);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存").setExact(true)).click();
        assertThat(form).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "en-US, DESK, DARK", "zh-CN, PHONE, DARK", "en-US, PHONE, LIGHT"})
    void itIsLegibleEverywhere(String locale, Screen screen, ColorScheme colours) {
        String policies = client.post("/api/v1/folders", Map.of("name", "制度与流程", "description", "全公司适用")).expect(201).id();
        client.post("/api/v1/folders", Map.of("name", "差旅", "parent", Map.of("id", policies))).expect(201);
        client.post("/api/v1/folders", Map.of("name", "Product papers")).expect(201);
        client.post("/api/v1/folders/" + policies + "/files", new TestForm().file("员工手册.txt", "hello").file("报销流程.csv", "a,b\n1,2\n")).expect(201);
        Visit visit = visits.by(admin, new Setting(locale, screen, colours)).open("/library?folder=" + policies);
        assertThat(visit.page().getByText("员工手册.txt")).isVisible();
        assertThat(visit.page().locator(".skeleton")).hasCount(0);
        assertThat(Axe.faults(visit)).isEmpty();
        Pictures.keep(visit, "library-" + locale + "-" + screen + "-" + colours);
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isEqualTo(0);
    }
}
