package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.backup.BackupFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator takes the company's data home. */
class BackupWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aBackupIsTakenDownloadedAndDeleted() {
        TestTenant company = RunningProgram.freshTenant();
        company.administrator().post("/api/v1/customers", Map.of("name", "远山科技")).expect(201);
        Visit visit = visits.by(Person.invited(company, "林悦", "lin").settled()).open("/settings/backups");

        assertThat(visit.one(AriaRole.HEADING, "还没有备份")).isVisible();
        visit.button("立即备份").click();

        assertThat(visit.text("已校验")).isVisible();
        Download download = visit.page().waitForDownload(() -> visit.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^下载 ")))
                .click());
        assertThat(download.suggestedFilename()).startsWith(company.slug()).endsWith(".keyuan.gz");
        Path file = Path.of("target", "screenshots", "backup.keyuan.gz");
        download.saveAs(file);
        assertThat(new BackupFile(file).verify().rows()).isPositive();

        visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^删除 "))).click();
        visit.page().getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("删 ?除"))).click();
        assertThat(visit.one(AriaRole.HEADING, "还没有备份")).isVisible();
    }

    @Test
    void theDoorAsksForTheCompanyOnlyWhereTheHostDoesNotTell() {
        TestTenant company = RunningProgram.freshTenant();
        Person lin = Person.invited(company, "林悦", "lin").settled();
        Visit named = visits.at(company, Visit.Setting.CHINESE).open("/sign-in");
        assertThat(named.field("密码")).isVisible();
        assertThat(named.field("公司简称")).hasCount(0);

        Visit visit = visits.before(Visit.Setting.CHINESE).open("/sign-in");
        visit.field("公司简称").fill(company.slug());
        visit.field("用户名").fill(lin.login());
        visit.field("密码").fill(lin.password());
        visit.button("登录").click();

        assertThat(visit.one(AriaRole.NAVIGATION, "导航")).isVisible();
        visit.choose("林悦 的账户", "退出登录");
        assertThat(visit.field("公司简称")).hasValue(company.slug());
    }
}
