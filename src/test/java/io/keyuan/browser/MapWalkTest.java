package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody walks from a company to its people and on to whom they know, looks at the group it belongs to, and does what is best done next. */
class MapWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "林悦", "lin").settled();
    private static final TestClient PROGRAM = COMPANY.administrator();
    private static final String HEAD = make("customers", Map.of("name", "恒泰集团", "grade", "a"));
    private static final String CUSTOMER = make("customers", Map.of("name", "苏州恒泰精密模具有限公司", "grade", "b", "parentCompany", Map.of("id", HEAD)));

    static {
        make("customers", Map.of("name", "恒泰苏州二厂", "parentCompany", Map.of("id", CUSTOMER)));
        String elsewhere = make("customers", Map.of("name", "常州新北轨道交通"));
        String boss = person("王建国", "总经理", "decisionMaker");
        String buyer = person("李晓燕", "采购经理", "purchaser");
        String engineer = person("赵明", "工艺工程师", "user");
        related(buyer, boss, "reportsTo", "strong");
        related(engineer, boss, "influences", "medium");
        related(engineer, buyer, "classmate", "weak");
        make("affiliations", Map.of("position", "董事", "contact", Map.of("id", boss), "customer", Map.of("id", elsewhere), "role", "influencer"));
        make("opportunities", Map.of(
                "title", "五轴加工中心", "customer", Map.of("id", CUSTOMER), "closeDate", "2026-01-15", "amount", Map.of("amount", "1280000", "currency", "CNY")));
        for (int at = 1; at <= 14; at++) {
            make("contacts", Map.of("name", "车间主任" + at, "customer", Map.of("id", HEAD)));
        }
    }

    @RegisterExtension
    final Visits visits = new Visits();

    private static String make(String object, Map<String, Object> values) {
        return PROGRAM.post("/api/v1/" + object + "?duplicates=allow", values).expect(201).id();
    }

    private static String person(String name, String position, String role) {
        return make("contacts", Map.of("name", name, "position", position, "role", role, "customer", Map.of("id", CUSTOMER)));
    }

    private static void related(String person, String other, String kind, String strength) {
        make("relationships", Map.of("person", Map.of("id", person), "other", Map.of("id", other), "kind", kind, "strength", strength));
    }

    private static Locator node(Visit visit, String title) {
        return visit.page().locator(".map-node").filter(new Locator.FilterOptions().setHasText(title));
    }

    @Test
    void fromACompanyOneWalksToItsPeopleAndOnwards() {
        Visit visit = visits.by(ADMIN).open("/customers/" + CUSTOMER);
        visit.button("关系图").click();
        assertThat(node(visit, "王建国")).isVisible();
        assertThat(visit.page().locator(".map-node.centred")).containsText("苏州恒泰");
        assertThat(visit.page().locator(".map-node")).hasCount(6);

        node(visit, "王建国").click();
        assertThat(visit.page().locator(".map-node.centred")).containsText("王建国");
        assertThat(node(visit, "常州新北")).isVisible();
        assertThat(visit.page().locator(".map-edge text").filter(new Locator.FilterOptions().setHasText("汇报给"))).isVisible();

        visit.page().locator(".map-node.centred").focus();
        visit.page().keyboard().press("ArrowRight");
        assertThat(visit.page().locator(".map-node.centred:focus")).hasCount(0);
        assertThat(visit.page().locator(".map-node:focus")).hasCount(1);

        visit.text("列表").click();
        Locator list = visit.page().locator(".map-list");
        assertThat(list).containsText("汇报给");
        assertThat(list).containsText("常州新北轨道交通");
        list.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("常州新北轨道交通")).click();
        visit.seesHeading("常州新北轨道交通");
    }

    @Test
    void aGroupIsATreeWithFiguresAndWhatIsLeftOutLeadsToItsList() {
        Visit visit = visits.by(ADMIN).open("/customers/" + HEAD);
        visit.button("关系图").click();
        assertThat(visit.page().locator(".map-node.centred .map-more")).hasText("+2");
        visit.text("层级").click();
        Locator tree = visit.page().locator(".map-list");
        assertThat(tree.locator(".branch.current")).containsText("下级 2 个");
        assertThat(tree.locator(".branch.current")).containsText("¥1,280,000");
        visit.button("展开苏州恒泰精密模具有限公司").click();
        assertThat(tree).containsText("恒泰苏州二厂");
        visit.text("列表").click();
        visit.page().getByText("另有 2 个联系人").click();
        visit.seesHeading("联系人");
        assertThat(visit.page().locator(".page-head")).containsText("14 条");
    }

    @Test
    void whatIsBestDoneNextIsDoneOrPutOff() {
        String customer = make("customers", Map.of("name", "远山科技"));
        Visit visit = visits.by(ADMIN).open("/customers/" + customer);
        Locator card = visit.card("下一步建议");
        assertThat(card.locator("li")).hasCount(4);
        visit.button("暂不：还没有安排下一步任务。").click();
        assertThat(card.locator("li")).hasCount(3);
        visit.button("撤销").click();
        assertThat(card.locator("li")).hasCount(4);
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("补充电话")).click();
        Locator phone = visit.page().getByRole(AriaRole.DIALOG).getByLabel("电话", new Locator.GetByLabelOptions().setExact(true));
        assertThat(phone).isFocused();
        phone.fill("0519 8866 1000");
        visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(card.locator("li")).hasCount(3);
    }

    @Test
    void itIsReadEverywhere() {
        for (Setting setting : new Setting[] {
            Setting.CHINESE, new Setting("en-US", Screen.PHONE, ColorScheme.DARK), Setting.ENGLISH, new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT)
        }) {
            String name = setting.locale() + "-" + setting.screen() + ".png";
            Visit visit = visits.by(ADMIN, setting).open("/customers/" + CUSTOMER);
            boolean chinese = setting.locale().startsWith("zh");
            visit.seesHeading("苏州恒泰精密模具有限公司");
            assertThat(visit.page().locator(".skeleton")).hasCount(0);
            assertThat(visit.page().locator(".facts")).containsText("1");
            visit.screenshot(Pictures.FOLDER.resolve("customer-360-" + name));
            visit.button(chinese ? "关系图" : "Relationships").click();
            assertThat(node(visit, "王建国")).isVisible();
            visit.screenshot(Pictures.FOLDER.resolve("map-" + name));
            assertThat(Axe.faults(visit)).isEmpty();
            visit.text(chinese ? "层级" : "Hierarchy").click();
            assertThat(visit.page().locator(".branch.current")).isVisible();
            visit.screenshot(Pictures.FOLDER.resolve("hierarchy-" + name));
            assertThat(Axe.faults(visit)).isEmpty();
        }
    }
}
