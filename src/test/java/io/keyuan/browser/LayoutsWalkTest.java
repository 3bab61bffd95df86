package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who sets up an object arranges its pages and forms, and whoever works with its records finds them so. */
class LayoutsWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();
    private static final Setting ENGLISH_PHONE = new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT);

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void sectionsAreArrangedAndFollowedByForms() {
        Visit visit = visits.by(ADMIN).open("/settings/layouts");
        visit.pick("对象", "客户");
        visit.button("新建分组").click();
        Locator words = visit.dialog("新建分组");
        words.getByLabel("分组名称（简体中文）").fill("合作概况");
        words.getByRole(AriaRole.BUTTON, named("应用")).click();
        drag(visit, row(visit.card("联系方式"), "电话"), visit.card("企业信息"));
        assertThat(row(visit.card("企业信息"), "电话")).isVisible();
        visit.choose("移动电话", "移到“合作概况”");
        assertThat(row(visit.card("合作概况"), "电话")).isVisible();
        visit.choose("移动客户级别", "移到“合作概况”");
        visit.choose("移动网址", "不显示");
        assertThat(row(visit.card("不显示的字段"), "网址")).isVisible();
        visit.choose("移动客户级别", "上移");
        visit.choose("分组合作概况的更多操作", "分组上移");
        visit.button("新建时先填写所属行业").click();
        visit.button("预览表单").click();
        Locator preview = visit.dialog("客户表单预览");
        assertThat(preview.getByLabel("电话")).isVisible();
        Pictures.keep(visit, "layouts-preview-desk");
        preview.getByRole(AriaRole.BUTTON, named("关闭")).or(preview.locator(".ant-drawer-close")).first().click();
        Pictures.keep(visit, "layouts-desk");
        visit.button("保存").click();
        assertThat(visit.text("已保存")).isVisible();

        visit.open("/customers");
        visit.button("新建客户").first().click();
        Locator form = visit.dialog("新建客户");
        assertThat(form.getByLabel("所属行业")).hasCount(0);
        form.getByRole(AriaRole.BUTTON, named("更多内容")).click();
        assertThat(form.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("合作概况"))).hasCount(0);
        assertThat(form.getByLabel("网址")).hasCount(0);
        assertThat(form.getByLabel("所属行业")).isVisible();
    }

    @Test
    void eachKindOfRecordHasALayoutOfItsOwn() {
        Visit visit = visits.by(ADMIN, ENGLISH_PHONE).open("/settings/layouts");
        visit.pick("Object", "Competitors");
        visit.pick("Kinds of records", "Threat");
        visit.button("New layout").click();
        Locator dialog = visit.dialog("New layout");
        visit.pick("For records of kind", "High");
        dialog.getByRole(AriaRole.BUTTON, named("New layout")).click();
        visit.choose("Move Website", "Leave out");
        Pictures.keep(visit, "layouts-phone");
        visit.button("Preview form").click();
        Locator preview = visit.dialog("Preview: Competitor");
        assertThat(preview.getByText("High", new Locator.GetByTextOptions().setExact(true))).isVisible();
        more(preview);
        assertThat(preview.getByLabel("Website")).hasCount(0);
        Pictures.keep(visit, "layouts-preview-kind");
        preview.locator(".ant-drawer-close").click();
        visit.button("Save").click();
        assertThat(visit.text("Saved")).isVisible();

        visit.open("/competitors");
        visit.button("New competitor").first().click();
        Locator form = visit.page().getByRole(AriaRole.DIALOG);
        assertThat(form.getByLabel("Threat")).isVisible();
        more(form);
        assertThat(form.getByLabel("Website")).isVisible();
        visit.pick("Threat", "High");
        assertThat(form.getByLabel("Website")).hasCount(0);
        visit.pick("Threat", "Low");
        assertThat(form.getByLabel("Website")).isVisible();
    }

    @Test
    void whoSavesLaterIsToldWhatSomebodyElseHasSaved() {
        Visit visit = visits.by(ADMIN).open("/settings/layouts");
        visit.pick("对象", "产品");
        visit.choose("移动外部编号", "不显示");
        String version = COMPANY.administrator().get("/api/v1/products/layouts").expect(200).at("/version").asString();
        COMPANY.administrator().with("If-Match", "\"" + version + "\"").put("/api/v1/products/layouts", Map.of("layouts", List.of(Map.of(
                "sections", List.of(Map.of("key", "own-1", "labels", Map.of("zh-CN", "别人的分组"), "attributes", List.of("createdAt"))))))).expect(200);
        visit.button("保存").click();
        assertThat(visit.text("其他管理员刚刚保存了这个对象的布局，您的更改没有保存。")).isVisible();
        visit.button("载入最新布局").click();
        assertThat(row(visit.card("别人的分组"), "创建时间")).isVisible();
        visit.button("恢复系统自带布局").click();
        visit.button("保存").click();
        assertThat(visit.text("已保存")).isVisible();
        assertThat(visit.card("别人的分组")).hasCount(0);
    }

    @Test
    void rulesAreFollowedWhileOneTypes() {
        Visit visit = visits.by(ADMIN).open("/settings/layouts");
        visit.pick("对象", "联系人");
        visit.pick("添加字段规则", "部门");
        whenDecider(visit, 0);
        whenDecider(visit, 2);
        visit.one(AriaRole.GROUP, "部门").scrollIntoViewIfNeeded();
        Pictures.keep(visit, "layouts-rules-desk");
        visit.button("保存").click();
        assertThat(visit.text("已保存")).isVisible();

        visit.open("/contacts");
        visit.button("新建联系人").first().click();
        Locator form = visit.dialog("新建联系人");
        form.getByLabel("姓名").fill("周敏");
        form.getByRole(AriaRole.BUTTON, named("更多内容")).click();
        assertThat(form.getByLabel("性别")).isVisible();
        assertThat(form.getByLabel("部门")).hasCount(0);
        visit.pick("决策角色", "决策人");
        assertThat(form.getByLabel("部门")).isVisible();
        form.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(form.getByText("按公司的规则，此处必填。")).isVisible();
        Pictures.keep(visit, "layouts-form-desk");
        form.getByLabel("部门").fill("采购部");
        form.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(form).hasCount(0);
    }

    @Test
    void aKindOffersSomeOfTheChoices() {
        Visit visit = visits.by(ADMIN, new Setting("en-US", Screen.DESK, ColorScheme.LIGHT)).open("/settings/layouts");
        visit.pick("Object", "Products");
        visit.pick("Object", "Customers");
        visit.pick("Kinds of records", "Kind");
        visit.pick("Choices of kind", "Person");
        visit.pick("Industry", "Software");
        visit.page().keyboard().press("Escape");
        visit.card("Choices by kind").scrollIntoViewIfNeeded();
        Pictures.keep(visit, "layouts-offers-desk");
        visit.button("Save").click();
        assertThat(visit.text("Saved")).isVisible();

        visit.open("/customers");
        visit.button("New customer").first().click();
        Locator form = visit.dialog("New customer");
        visit.pick("Kind", "Person");
        more(form);
        visit.one(AriaRole.COMBOBOX, "Industry").click();
        Locator options = visit.page().locator(".ant-select-item-option").filter(new Locator.FilterOptions().setVisible(true));
        assertThat(options.filter(new Locator.FilterOptions().setHasText("Software"))).hasCount(1);
        assertThat(options.filter(new Locator.FilterOptions().setHasText("Finance"))).hasCount(0);
    }

    /** Kinds with stages of their own are pipelines: the board shows one of them, or all. */
    @Test
    void theBoardOfAPipelineHasItsStages() {
        TestTenant company = RunningProgram.freshTenant();
        TestClient admin = company.administrator();
        Person boss = Person.invited(company, "管理", "boss").settled();
        TestAnswer business = admin.post("/api/v1/opportunities/attributes", Map.of(
                "label", "Business", "type", "choice", "choices", List.of("New business", "Renewal"), "filterable", true)).expect(201);
        String kind = business.text("/name");
        List<String> kinds = admin.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.path("name").asString().equals("opportunities"))
                .flatMap(object -> object.path("attributes").valueStream())
                .filter(attribute -> attribute.path("name").asString().equals(kind))
                .flatMap(attribute -> attribute.path("choices").valueStream())
                .map(choice -> choice.path("code").asString())
                .toList();
        admin.with("If-Match", "\"0\"").put("/api/v1/opportunities/layouts", Map.of("kind", kind, "offers", List.of(
                Map.of("kind", kinds.get(1), "attribute", "stage", "choices", List.of("proposing", "negotiating", "won", "lost"))))).expect(200);
        for (String title : List.of("First order", "Second order")) {
            admin.post("/api/v1/opportunities", Map.of("title", title, kind, kinds.get(0), "stage", "prospecting")).expect(201);
        }
        admin.post("/api/v1/opportunities", Map.of("title", "Service for a year more", kind, kinds.get(1), "stage", "proposing")).expect(201);

        Visit visit = visits.by(boss, new Setting("en-US", Screen.DESK, ColorScheme.LIGHT)).open("/opportunities?view=board");
        assertThat(visit.card("Prospecting").getByRole(AriaRole.LINK)).hasCount(2);
        visit.button("Move “Service for a year more”").click();
        assertThat(visit.page().getByRole(AriaRole.MENUITEM)).hasText(new String[] {"Negotiating", "Won", "Lost"});
        visit.page().keyboard().press("Escape");
        Pictures.keep(visit, "pipelines-all-desk");

        visit.page().locator(".ant-segmented-item").getByText("Renewal").click();
        assertThat(visit.page().locator(".board h2")).hasText(new String[] {"Proposing", "Negotiating", "Won", "Lost"});
        assertThat(visit.page().locator(".board").getByRole(AriaRole.LINK)).hasText("Service for a year more");
        Pictures.keep(visit, "pipelines-one-desk");
        org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();

        visit.button("New opportunity").first().click();
        assertThat(visit.dialog("New opportunity")).containsText("Renewal");
        assertThat(visit.dialog("New opportunity")).containsText("Proposing");
        visit.page().keyboard().press("Escape");

        Visit phone = visits.by(boss, ENGLISH_PHONE).open("/opportunities?view=board");
        phone.pick("Business", "New business");
        assertThat(phone.page().locator(".board h2").first()).hasText("Prospecting");
        Pictures.keep(phone, "pipelines-phone");
    }

    private static void whenDecider(Visit visit, int part) {
        visit.one(AriaRole.GROUP, "部门").getByRole(AriaRole.BUTTON, named("筛选")).nth(part).click();
        visit.one(AriaRole.COMBOBOX, "选择字段").fill("决策角色");
        visit.page().keyboard().press("Enter");
        visit.one(AriaRole.CHECKBOX, "决策人").check();
        visit.button("应用").click();
        assertThat(visit.one(AriaRole.COMBOBOX, "选择字段")).hasCount(0);
    }

    private static void more(Locator form) {
        Locator button = form.getByRole(AriaRole.BUTTON, named("More fields"));
        if (button.isVisible()) {
            button.click();
        }
    }

    private static Locator row(Locator section, String label) {
        return section.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(label));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void drag(Visit visit, Locator what, Locator where) {
        where.evaluate("element => element.scrollIntoView({ block: 'center' })");
        BoundingBox from = what.boundingBox();
        BoundingBox to = where.boundingBox();
        var mouse = visit.page().mouse();
        mouse.move(from.x + 60, from.y + from.height / 2);
        mouse.down();
        mouse.move(from.x + 80, from.y + from.height / 2 + 12);
        mouse.move(to.x + 60, to.y + to.height / 2);
        mouse.move(to.x + 64, to.y + to.height / 2 + 2);
        mouse.up();
    }
}
