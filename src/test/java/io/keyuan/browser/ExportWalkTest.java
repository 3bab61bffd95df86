package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list is taken out as it is shown: at once where it is short, by a job where it is long. */
class ExportWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    private void make(int count) {
        for (int from = 0; from < count; from += 6_000) {
            List<Map<String, Object>> rows = IntStream.range(from, Math.min(count, from + 6_000))
                    .<Map<String, Object>>mapToObj(i -> Map.of("name", "客户 " + i, "city", i % 2 == 0 ? "杭州" : "苏州", "owner", Map.of("id", lin.id())))
                    .toList();
            admin.post("/api/v1/customers/batch", Map.of("create", rows)).expect(200);
        }
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String content(Download download) throws IOException {
        return Files.readString(download.path());
    }

    @Test
    void aListIsAFileAsItIsShown() throws IOException {
        make(5);
        Visit visit = visits.by(lin).open("/customers?columns=city&sort=name&filter=" + TestClient.encoded("city == '杭州'"));
        visit.button("导出").click();
        Locator dialog = visit.dialog("导出 3 条客户");
        assertThat(dialog.getByText("列表中的列（2）")).isVisible();
        dialog.getByText("CSV").click();
        visit.screenshot(Pictures.FOLDER.resolve("export.png"));

        Download download = visit.page().waitForDownload(() -> button(dialog, "导出").click());

        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).startsWith("customers-").endsWith(".csv");
        List<String> lines = content(download).lines().toList();
        org.assertj.core.api.Assertions.assertThat(lines).hasSize(4);
        org.assertj.core.api.Assertions.assertThat(lines.getFirst()).endsWith(",客户名称,城市");
        org.assertj.core.api.Assertions.assertThat(lines.get(1)).endsWith(",客户 0,杭州");
        assertThat(dialog).isHidden();
    }

    @Test
    void aSelectionIsAFile() throws IOException {
        make(4);
        Visit visit = visits.by(lin).open("/customers?columns=city&sort=name");
        visit.page().getByRole(AriaRole.ROW).nth(2).getByRole(AriaRole.CHECKBOX).check();
        button(visit.page().locator(".foot"), "导出").click();
        Locator dialog = visit.dialog("导出 1 条客户");
        dialog.getByText("CSV").click();

        Download download = visit.page().waitForDownload(() -> button(dialog, "导出").click());

        org.assertj.core.api.Assertions.assertThat(content(download).lines().skip(1)).hasSize(1);
    }

    @Test
    void aLongListIsFetchedFromItsJobOnAPhone() throws IOException {
        make(10_500);
        Visit visit = visits.by(lin, new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.DARK)).open("/customers");
        assertThat(visit.text("客户 10499")).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("export-phone-list.png"));
        visit.button("Export").click();
        Locator dialog = visit.dialog("Export 10,500 customers");
        dialog.getByText("CSV").click();
        assertThat(dialog.getByText("So many are prepared in the background")).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("export-phone.png"));
        button(dialog, "Export").click();

        assertThat(visit.text("Export is ready")).isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        visit.button("Details").click();
        Locator file = visit.page().getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Download file"));
        assertThat(file).isVisible();
        assertThat(visit.page().getByText("Kept until")).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("export-job.png"));
        Download download = visit.page().waitForDownload(file::click);
        org.assertj.core.api.Assertions.assertThat(content(download).lines().skip(1)).hasSize(10_500);
    }
}
