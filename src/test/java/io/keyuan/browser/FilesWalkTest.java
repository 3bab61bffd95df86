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
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a record: brought, looked at, brought anew, deleted and brought back. */
class FilesWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestClient admin = COMPANY.administrator();
    private final String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture() {
        var image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, new Color(0x0f7b6c), 640, 420, new Color(0xc58b2a)));
        drawing.fillRect(0, 0, 640, 420);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Locator row(Locator card, String name) {
        return card.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aFileIsBroughtLookedAtBroughtAnewAndBroughtBack() {
        Visit visit = visits.by(ADMIN).open("/customers/" + customer);
        Locator card = visit.card("文件");
        assertThat(card).containsText("把文件拖到这里");
        card.getByLabel("选择文件").setInputFiles(new FilePayload[] {
            file("会议纪要.txt", "第一版"), new FilePayload("现场.png", "image/png", picture())
        });
        assertThat(row(card, "会议纪要.txt")).containsText("林悦");

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("现场.png").setExact(true)).click();
        Locator picture = visit.dialog("现场.png").getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("现场.png"));
        assertThat(picture).isVisible();
        assertThat(picture).hasJSProperty("naturalWidth", 640);
        visit.page().keyboard().press("Escape");
        assertThat(picture).hasCount(0);

        row(card, "会议纪要.txt").getByLabel("上传新版本").setInputFiles(file("会议纪要-改.txt", "第二版"));
        assertThat(row(card, "会议纪要.txt")).containsText("第 2 版");
        visit.choose("会议纪要.txt 的更多操作", "历史版本");
        Locator versions = visit.dialog("会议纪要.txt 的历史版本");
        assertThat(row(versions, "会议纪要-改.txt")).containsText("当前版本");
        versions.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("恢复第 1 版")).click();
        assertThat(row(card, "会议纪要.txt")).containsText("第 3 版");
        visit.page().keyboard().press("Escape");
        assertThat(versions).hasCount(0);

        visit.choose("会议纪要.txt 的更多操作", "删除");
        assertThat(row(card, "会议纪要.txt")).hasCount(0);
        visit.button("撤销").click();
        assertThat(row(card, "会议纪要.txt")).isVisible();
        assertThat(visit.card("动态")).containsText("上传了第 3 版文件");

        visit.choose("现场.png 的更多操作", "删除");
        assertThat(row(card, "现场.png")).hasCount(0);
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("已删除的文件")).click();
        visit.dialog("已删除的文件").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("恢复 现场.png")).click();
        assertThat(visit.dialog("已删除的文件")).containsText("没有已删除的文件");
        visit.page().keyboard().press("Escape");
        assertThat(row(card, "现场.png")).isVisible();
    }

    @Test
    void whatIsRefusedSaysWhyAndTheOthersArrive() {
        Visit visit = visits.by(ADMIN).open("/customers/" + customer);
        Locator card = visit.card("文件");
        card.getByLabel("选择文件").setInputFiles(new FilePayload[] {file("setup.exe", "MZ"), file("letter.pdf", "hello"), file("fine.txt", "fine")});

        assertThat(card.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("不接收可执行程序"))).isVisible();
        assertThat(card.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("内容与名称不符"))).isVisible();
        assertThat(row(card, "fine.txt")).containsText("林悦");

        card.getByLabel("关闭 setup.exe 的提示").click();
        assertThat(row(card, "setup.exe")).hasCount(0);
    }

    @Test
    void theSearchBoxSaysInWhichFileItWasFound() {
        admin.post("/api/v1/customers/" + customer + "/files", new TestForm().file("孔雀石样品.bin", new byte[] {1, 2})).expect(201);
        Visit visit = visits.by(ADMIN).open("/");
        Locator found = visit.search("孔雀石").first();
        assertThat(found).containsText("远山科技");
        assertThat(found).containsText("孔雀石样品.bin");
        found.click();
        visit.seesHeading("远山科技");
    }

    @Test
    void aScreenshotIsPasted() {
        Visit visit = visits.by(ADMIN).open("/customers/" + customer);
        assertThat(visit.card("文件")).containsText("把文件拖到这里");
        visit.page().evaluate("""
                () => {
                  const data = new DataTransfer()
                  data.items.add(new File(['pasted'], 'pasted.txt'))
                  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
                }""");
        assertThat(row(visit.card("文件"), "pasted.txt")).containsText("林悦");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "en-US, DESK, DARK", "zh-CN, PHONE, DARK", "en-US, PHONE, LIGHT"})
    void theyAreLegibleEverywhere(String locale, Screen screen, ColorScheme colours) {
        TestForm form = new TestForm().file("现场照片.png", picture()).file("会议纪要.txt", "hello").file("long ".repeat(30) + ".csv", "a,b\n1,2\n")
                .file("drawings.zip", java.util.HexFormat.of().parseHex("504b0506000000000000000000000000000000000000"));
        admin.post("/api/v1/customers/" + customer + "/files", form).expect(201);
        var setting = new Setting(locale, screen, colours);
        Visit visit = visits.by(ADMIN, setting).open("/customers/" + customer);
        if (screen == Screen.PHONE) {
            visit.page().getByTitle(locale.equals("zh-CN") ? "相关" : "Related").click();
        }
        Locator card = visit.card(locale.equals("zh-CN") ? "文件" : "Files");
        assertThat(row(card, "drawings.zip")).isVisible();
        assertThat(card.getByRole(AriaRole.LISTITEM)).hasCount(4);
        assertThat(Axe.faults(visit)).isEmpty();
        Pictures.keep(visit, "files-" + locale + "-" + screen + "-" + colours);
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("现场照片.png").setExact(true)).click();
        assertThat(visit.dialog("现场照片.png").getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("现场照片.png"))).isVisible();
        Pictures.keep(visit, "file-preview-" + locale + "-" + screen + "-" + colours);
        assertThat(List.of(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))).containsExactly(0);
    }

    @Test
    void aPdfIsShownByTheBrowsersOwnViewer() {
        byte[] pdf = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
                trailer<</Root 1 0 R>>
                """.getBytes(StandardCharsets.US_ASCII);
        admin.post("/api/v1/customers/" + customer + "/files", new TestForm().file("合同.pdf", pdf)).expect(201);
        Visit visit = visits.by(ADMIN).mayGoTo("chrome-extension://").mayGoTo("chrome://").open("/customers/" + customer);
        visit.card("文件").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合同.pdf").setExact(true)).click();

        Locator dialog = visit.dialog("合同.pdf");
        // Its parts come from inside the browser.
        boolean viewer = Boolean.TRUE.equals(visit.page().evaluate("navigator.pdfViewerEnabled"));
        assertThat(viewer ? dialog.locator("iframe[title='合同.pdf']") : dialog.getByText("此浏览器不能直接显示 PDF")).isVisible();
        assertThat(dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("下载"))).isVisible();
        Pictures.keep(visit, "file-pdf");
    }
}
