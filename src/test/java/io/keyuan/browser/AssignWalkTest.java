package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody gives records to others, and says by a rule who gets the next. */
class AssignWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();
    private final String wang = admin.post("/api/v1/users", Map.of("name", "王立新")).expect(201).id();

    private String customer(String name) {
        return admin.post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", lin.id()))).expect(201).id();
    }

    @Test
    void aCustomerIsHandedOnWithItsContactsAndTakenBackFromTheMessage() {
        String customer = customer("远山科技");
        admin.post("/api/v1/contacts", Map.of("name", "陈思远", "customer", Map.of("id", customer), "owner", Map.of("id", lin.id()))).expect(201);
        Visit visit = visits.by(lin).open("/customers/" + customer);
        visit.seesHeading("远山科技");

        visit.choose("更多", "转交");
        Locator dialog = visit.dialog("转交“远山科技”");
        assertThat(dialog.getByText("联系人 1")).isVisible();
        visit.pick("新负责人", "王立新");
        dialog.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("联系人 1")).check();
        dialog.getByLabel("备注").fill("林悦休假");
        visit.screenshot(Pictures.FOLDER.resolve("assign-dialog.png"));
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转交").setExact(true)).click();

        assertThat(visit.text("已转交")).isVisible();
        assertThat(visit.text("联系人 1")).isVisible();
        assertThat(visit.card("历任负责人")).containsText(Pattern.compile("王立新.*林悦休假.*林悦", Pattern.DOTALL));
        visit.screenshot(Pictures.FOLDER.resolve("assign-owners.png"));
        visit.button("撤销").click();
        assertThat(visit.text("已撤销")).isVisible();
        assertThat(visit.page().locator(".page-head")).containsText("负责人 林悦");
    }

    @Test
    void aWholeFilteredListIsHandedOnInEnglish() {
        IntStream.range(0, 130).forEach(i -> customer("Number " + i));
        customer("Other");
        Visit visit = visits.by(lin, Visit.Setting.ENGLISH).open("/customers?filter=" + TestClient.encoded("name.startsWith('Number')"));
        assertThat(visit.text("130 records")).isVisible();

        visit.one(AriaRole.CHECKBOX, "Select all loaded rows").check();
        visit.button("Select the whole list").click();
        assertThat(visit.page().locator(".foot")).containsText("Selected 130");
        visit.button("Assign").click();
        Locator dialog = visit.dialog("Assign 130 customers");
        visit.pick("New owner", "王立新");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Assign").setExact(true)).click();

        assertThat(visit.text("Assigned")).isVisible();
        org.assertj.core.api.Assertions.assertThat(owned(wang)).isEqualTo(130);
        visit.button("Details").click();
        visit.seesHeading("Assignment · Customers → 王立新");
    }

    private int owned(String person) {
        return admin.get("/api/v1/customers?count=exact&limit=1&filter=" + TestClient.encoded("owner == '" + person + "'")).expect(200).at("/count/value").asInt();
    }

    @Test
    void aRuleIsWrittenLikeASentenceAndDecides() {
        Visit visit = visits.by(lin).open("/settings/rules");
        assertThat(visit.text("还没有规则")).isVisible();

        visit.button("新建规则").click();
        visit.field("名称").fill("华东客户");
        visit.pick("分配以下对象时", "客户");
        write(visit, "region == '华东' && nonsense");
        visit.pick("这些人员", "王立新");
        visit.button("保存").click();
        visit.button("表达式筛选").click();
        assertThat(visit.page().locator(".expression-editor mark")).hasText("n");
        visit.page().keyboard().press("Escape");
        write(visit, "region == '华东'");
        assertThat(visit.dialog("分配规则")).containsText("省份/地区 等于 华东");
        visit.screenshot(Pictures.FOLDER.resolve("assign-rule.png"));
        visit.button("保存").click();

        assertThat(visit.card("客户")).containsText(Pattern.compile("如果\\s*省份/地区 等于 华东\\s*将客户分配给王立新，轮流"));
        String made = admin.post("/api/v1/customers", Map.of("name", "苏州客户", "region", "华东")).expect(201).text("/owner/id");
        org.assertj.core.api.Assertions.assertThat(made).isEqualTo(wang);
        visit.one(AriaRole.SWITCH, "启用或停用华东客户").click();
        assertThat(visit.one(AriaRole.SWITCH, "启用或停用华东客户")).not().isChecked();
        visit.button("删除华东客户").click();
        visit.page().getByRole(AriaRole.TOOLTIP).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("删 ?除"))).click();
        assertThat(visit.text("还没有规则")).isVisible();
    }

    /** Writes a condition as a text, as those do who can. */
    private static void write(Visit visit, String condition) {
        visit.button("表达式筛选").click();
        visit.page().locator(".expression-editor textarea").fill(condition);
        visit.page().locator(".expression-editor").getByRole(AriaRole.BUTTON).click();
    }

    @Test
    void onAPhoneCardsAreChosenAndDealtByARuleAfterALook() {
        IntStream.range(0, 4).forEach(i -> customer("客户" + i));
        admin.post("/api/v1/assignment-rules", Map.of(
                "object", "customers", "name", "轮流", "method", "round-robin", "people", java.util.List.of(wang, lin.id()))).expect(201);
        Visit visit = visits.by(lin, new Visit.Setting("zh-CN", Visit.Screen.PHONE, ColorScheme.LIGHT)).open("/customers");

        IntStream.range(0, 4).forEach(i -> visit.one(AriaRole.CHECKBOX, "选择 客户" + i).check());
        visit.button("转交").click();
        visit.page().getByText("按规则", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
        visit.button("预览分配结果").click();
        assertThat(visit.page().locator(".shares dl")).containsText(Pattern.compile("王立新\\s*2"));
        visit.screenshot(Pictures.FOLDER.resolve("assign-phone.png"));
        visit.dialog("转交 4 条客户").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转交").setExact(true)).click();

        assertThat(visit.text("已转交")).isVisible();
        org.assertj.core.api.Assertions.assertThat(owned(wang)).isEqualTo(2);
    }
}
