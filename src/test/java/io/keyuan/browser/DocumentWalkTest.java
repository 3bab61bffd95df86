package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that are made, and documents that are made with them. */
class DocumentWalkTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** The first document has to wait for the program that makes it. */
    private static final double PATIENCE = 90_000;
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestClient admin = COMPANY.administrator();
    private final String customer = admin.post("/api/v1/customers?duplicates=allow", Map.of("name", "远山科技", "address", "北京市海淀区中关村大街 1 号")).expect(201).id();

    private void template(String name) {
        if (!admin.get("/api/v1/document-templates?filter=" + TestClient.encoded("name == '" + name + "'")).items().isEmpty()) {
            return;
        }
        String id = admin.post("/api/v1/document-templates", Map.of("name", name, "object", "customers", "language", "zhCn", "description", "拜访前打印")).expect(201).id();
        byte[] starter = admin.with("Accept-Language", "zh-CN").bytes("/api/v1/customers/document-starter");
        admin.post("/api/v1/document-templates/" + id + "/files", new TestForm().file(name + ".docx", starter)).expect(201);
    }

    /** The browser's own viewer of PDFs is a page of its own. */
    private static Visit viewing(Visit visit) {
        return visit.mayGoTo("chrome-extension://").mayGoTo("chrome://");
    }

    /** By the menu of the record; on a phone there is one of the whole console too. */
    private static void making(Visit visit, String words) {
        visit.page().locator(".page-head .ant-dropdown-trigger").last().click();
        visit.one(AriaRole.MENUITEM, words).click();
    }

    @Test
    void aDocumentIsLookedAtTakenAndKept() {
        template("客户基本情况表");
        Visit visit = viewing(visits.by(ADMIN)).open("/customers/" + customer);
        making(visit, "生成文档");
        Locator dialog = visit.dialog("生成文档");
        dialog.getByText("客户基本情况表").first().click();
        assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("客户基本情况表")).first()).isChecked();

        Download download = visit.page().waitForDownload(new Page.WaitForDownloadOptions().setTimeout(PATIENCE), () -> dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("下载")).click());
        assertThat(download.suggestedFilename()).isEqualTo("客户基本情况表-远山科技.pdf");

        dialog.getByText("Word", new Locator.GetByTextOptions().setExact(true)).click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("存为附件")).dblclick();
        assertThat(dialog).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(visit.card("文件")).containsText("客户基本情况表-远山科技.docx");
        assertThat(visit.card("文件")).not().containsText("第 2 版");
    }

    @Test
    void aTemplateBeginsWithAnExampleAndSaysWhatIsWrongWithANewOne() {
        Visit visit = visits.by(ADMIN).open("/settings/templates");
        visit.seesHeading("文档模板");
        visit.button("新建模板").click();
        Locator form = visit.dialog("新建模板");
        form.getByLabel("名称").fill("拜访单");
        form.getByText("从范例开始").click();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(form).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        Locator row = visit.one(AriaRole.REGION, "文档模板").getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("拜访单"));
        assertThat(row).containsText("客户");

        row.getByLabel("上传拜访单的新版本").setInputFiles(new FilePayload("坏.docx", WORD, "no document".getBytes(StandardCharsets.UTF_8)));
        assertThat(row.getByRole(AriaRole.ALERT)).containsText("不是 Word 文档", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));

        visit.choose("拜访单的更多操作", "可用字段");
        Locator fields = visit.dialog("可用字段 · 客户");
        fields.getByLabel("搜索字段").fill("地址");
        assertThat(fields.getByText("{{address}}", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(fields.getByText("{{name}}", new Locator.GetByTextOptions().setExact(true))).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"DESK, zh-CN, LIGHT", "DESK, en-US, DARK", "PHONE, zh-CN, DARK", "PHONE, en-US, LIGHT"})
    void documentsLookAsTheyShould(Screen screen, String language, ColorScheme scheme) {
        template("客户基本情况表");
        String name = "documents-" + screen.name().toLowerCase(Locale.ROOT) + "-" + language.toLowerCase(Locale.ROOT);
        boolean chinese = language.equals("zh-CN");
        Visit visit = viewing(visits.by(ADMIN, new Setting(language, screen, scheme))).open("/customers/" + customer);
        making(visit, chinese ? "生成文档" : "Create document");
        Locator dialog = visit.dialog(chinese ? "生成文档" : "Create document");
        // Where the browser shows no PDF in a page it says so.
        boolean viewer = Boolean.TRUE.equals(visit.page().evaluate("navigator.pdfViewerEnabled"));
        assertThat(viewer ? dialog.locator("iframe") : dialog.getByText(chinese ? "此浏览器不能" : "This browser cannot")).isVisible(PATIENTLY);
        Pictures.keep(visit, name);
        visit.open("/settings/templates");
        assertThat(visit.page().locator(".template").first()).isVisible();
        Pictures.keep(visit, "templates" + name.substring("documents".length()));
        visit.page().locator(".template button[aria-haspopup], .template .ant-dropdown-trigger").first().click();
        visit.page().getByRole(AriaRole.MENUITEM).filter(new Locator.FilterOptions().setHasText(chinese ? "可用字段" : "Fields to copy")).click();
        assertThat(visit.page().locator(".template-fields h3").first()).isVisible();
        Pictures.keep(visit, "fields" + name.substring("documents".length()));
    }
}
