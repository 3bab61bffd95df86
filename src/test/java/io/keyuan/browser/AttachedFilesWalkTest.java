package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A field for a file is added, and filled in, replaced and looked for by those who keep records. */
class AttachedFilesWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();
    private static final Setting CHINESE_PHONE = new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT);

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestClient admin = COMPANY.administrator();

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Locator row(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator chooser(Locator place) {
        return place.locator(".file-input input[type=file]:not([capture])");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aFieldForAFileIsAddedFilledInReplacedAndLookedFor() {
        Visit visit = visits.by(ADMIN).open("/settings/attributes");
        visit.pick("对象", "客户");
        visit.button("新建字段").click();
        Locator definition = visit.dialog("新建字段");
        definition.getByLabel("名称").fill("营业执照");
        visit.pick("类型", "文件");
        assertThat(definition).containsText("例如营业执照");
        button(definition, "新建字段").click();
        assertThat(definition).hasCount(0);

        visit.open("/customers");
        visit.button("新建客户").first().click();
        visit.field("客户名称").fill("苏州云帆物流");
        visit.button("更多内容").click();
        Locator form = visit.dialog("新建客户");
        chooser(form).setInputFiles(file("setup.exe", "MZ"));
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("不接收可执行程序");
        form.locator(".file-input").scrollIntoViewIfNeeded();
        Pictures.keep(visit, "attached-refused");
        visit.offline(true);
        chooser(form).setInputFiles(file("执照.txt", "the licence"));
        Locator again = button(form, "重新上传 执照.txt");
        assertThat(again).isVisible();
        visit.offline(false);
        again.click();
        assertThat(form.locator(".file-held")).containsText("执照.txt");
        assertThat(form.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(Axe.faults(visit)).isEmpty();
        form.locator(".file-input").scrollIntoViewIfNeeded();
        Pictures.keep(visit, "attached-form");
        button(form, "保存").click();
        assertThat(form).hasCount(0);
        admin.post("/api/v1/customers", Map.of("name", "宜兴小运输")).expect(201);
        visit.open("/customers?columns=name,c_yingYeZhiZhao,phone");
        assertThat(row(visit, "苏州云帆物流").locator("a.file-value")).hasText("执照.txt");
        Pictures.keep(visit, "attached-list");

        visit.open("/customers?filter=" + "!has(c_yingYeZhiZhao)");
        assertThat(row(visit, "宜兴小运输")).hasCount(1);
        assertThat(row(visit, "苏州云帆物流")).hasCount(0);
        assertThat(visit.button("营业执照 为空")).isVisible();

        visit.open("/customers/" + admin.get("/api/v1/customers?filter=has(c_yingYeZhiZhao)").items().getFirst().get("id").asString());
        assertThat(visit.card("文件")).containsText("执照.txt");
        visit.button("编辑营业执照").press("Enter");
        chooser(visit.page().locator("body")).setInputFiles(file("新执照.txt", "another"));
        assertThat(visit.page().locator(".editable .file-value").filter(new Locator.FilterOptions().setHasText("新执照.txt"))).isVisible();
        assertThat(visit.card("动态")).containsText("新执照.txt");
        assertThat(visit.card("文件")).containsText("新执照.txt");
        Pictures.keep(visit, "attached-record");
    }

    @Test
    void whatIsTypedWhileAFileIsOnItsWayStaysAndNothingIsSavedWithoutIt() {
        admin.post("/api/v1/leads/attributes", Map.of("label", "名片", "name", "c_front", "type", "file")).expect(201);
        Visit visit = visits.by(ADMIN).open("/leads");
        List<Route> held = new ArrayList<>();
        visit.page().route("**/api/v1/files", held::add);
        visit.button("新建线索").first().click();
        Locator form = visit.dialog("新建线索");
        visit.button("更多内容").click();
        visit.field("姓名").fill("沈雁");
        chooser(form).setInputFiles(file("名片.txt", "card"));
        visit.page().waitForCondition(() -> !held.isEmpty());

        visit.field("公司").fill("苏州云帆物流");
        assertThat(button(form, "保存")).isDisabled();
        held.removeFirst().resume();
        assertThat(form.locator(".file-held")).containsText("名片.txt");
        assertThat(visit.field("公司")).hasValue("苏州云帆物流");
        button(form, "保存").click();
        assertThat(form).hasCount(0);
        assertThat(admin.get("/api/v1/leads").items()).singleElement().satisfies(lead -> {
            assertThat(lead.get("company").asString()).isEqualTo("苏州云帆物流");
            assertThat(lead.at("/c_front/name").asString()).isEqualTo("名片.txt");
        });

        visit.open("/leads");
        visit.one(AriaRole.CHECKBOX, "选择 沈雁").check();
        visit.button("编辑").click();
        Locator many = visit.dialog("批量编辑 1 条线索");
        visit.pick("选择字段", "名片");
        chooser(many).setInputFiles(file("新名片.txt", "another"));
        visit.page().waitForCondition(() -> !held.isEmpty());
        assertThat(button(many, "预览")).isDisabled();
        held.removeFirst().resume();
        assertThat(many.locator(".file-held")).containsText("新名片.txt");
        assertThat(button(many, "预览")).isEnabled();
    }

    @Test
    void whatCannotBeOpenedIsNoLinkAndWhatIsOnlyTriedSendsNothing() {
        admin.post("/api/v1/products/attributes", Map.of("label", "图纸", "name", "c_drawing", "type", "file")).expect(201);
        String drawing = admin.post("/api/v1/files", new TestForm().file("图纸.txt", "drawn")).expect(201).id();
        String product = admin.post("/api/v1/products", Map.of("name", "灯", "c_drawing", Map.of("id", drawing))).expect(201).id();
        Visit visit = visits.by(ADMIN).open("/products/" + product);
        Locator value = visit.page().locator(".file-value").filter(new Locator.FilterOptions().setHasText("图纸.txt")).first();
        assertThat(value).hasAttribute("href", Pattern.compile(drawing));
        admin.delete("/api/v1/products/" + product).expectOneOf(200, 204);
        visit.open("/products/" + product);
        assertThat(value).isVisible();
        assertThat(visit.page().locator("a.file-value")).hasCount(0);

        visit.open("/settings/layouts");
        visit.pick("对象", "产品");
        visit.button("预览表单").click();
        Locator preview = visit.dialog("产品表单预览");
        button(preview, "更多内容").click();
        assertThat(button(preview, "为图纸选择文件")).isDisabled();
    }

    @Test
    void onAPhoneItIsPhotographedAndTakenOutAgain() {
        admin.post("/api/v1/contacts/attributes", Map.of("label", "名片", "name", "c_card", "type", "file")).expect(201);
        String held = admin.post("/api/v1/files", new TestForm().file("名片.txt", "card")).expect(201).id();
        String contact = admin.post("/api/v1/contacts", Map.of("name", "沈雁", "c_card", Map.of("id", held))).expect(201).id();
        Visit visit = visits.by(ADMIN, CHINESE_PHONE).open("/contacts/" + contact);

        visit.button("编辑名片").press("Enter");
        Locator place = visit.page().locator(".file-input");
        assertThat(button(place, "为名片拍照")).isVisible();
        Pictures.keep(visit, "attached-phone");
        assertThat(List.of(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))).containsExactly(0);
        place.locator("input[capture]").setInputFiles(file("拍照.txt", "photo"));
        assertThat(visit.page().locator(".editable .file-value").filter(new Locator.FilterOptions().setHasText("拍照.txt"))).isVisible();
        visit.button("编辑名片").press("Enter");
        button(place, "移除 拍照.txt").click();

        assertThat(place).hasCount(0);
        assertThat(visit.page().locator(".editable .file-value")).hasCount(0);
    }
}
