package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An office manager finds out who did what, and that nobody has changed what is told of it. */
class AuditWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final Person manager = Person.invited(company, "林悦", "lin").settled();

    private void work() {
        TestClient admin = company.administrator();
        String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技", "city", "杭州")).expect(201).id();
        admin.patch("/api/v1/customers/" + customer, 1, Map.of("city", "苏州")).expect(200);
        String contact = admin.post("/api/v1/contacts", Map.of("name", "赵敏", "mobile", "13800001234", "customer", Map.of("id", customer)))
                .expect(201).id();
        admin.get("/api/v1/contacts/" + contact).expect(200);
    }

    @Test
    void whoReadWhatIsFoundReadAndExported() throws IOException {
        work();
        Visit visit = visits.by(manager).open("/settings/audit");
        var list = visit.card("发生的事件");

        assertThat(list.getByText("查看敏感信息").first()).isVisible();
        assertThat(list.getByText("13800001234").first()).isVisible();
        assertThat(list.getByText("苏州").first()).isVisible();
        visit.screenshot(Pictures.FOLDER.resolve("audit.png"));

        visit.pick("事件", "查看敏感信息");
        assertThat(list.getByText("修改记录")).hasCount(0);
        assertThat(visit.page()).hasURL(java.util.regex.Pattern.compile("kind=sensitive-read"));
        visit.page().reload();
        assertThat(list.getByText("查看敏感信息").first()).isVisible();

        Download download = visit.page().waitForDownload(() -> visit.link("导出 CSV").click());
        Path file = Path.of("target", "screenshots", "audit.csv");
        download.saveAs(file);
        assertThat(Files.readString(file)).contains("查看敏感信息", "赵敏").doesNotContain("修改记录");
    }

    @Test
    void theTrailIsVerified() {
        work();
        Visit visit = visits.by(manager, new Visit.Setting("zh-TW", Visit.Screen.PHONE, ColorScheme.DARK)).open("/settings/audit");

        visit.button("立即驗證").click();

        assertThat(visit.card("防竄改").getByText(java.util.regex.Pattern.compile("與封存時一致"))).isVisible();
        assertThat(visit.page().locator("html").evaluate("page => page.scrollWidth <= page.clientWidth")).isEqualTo(true);
        visit.screenshot(Pictures.FOLDER.resolve("audit-phone.png"));
    }
}
