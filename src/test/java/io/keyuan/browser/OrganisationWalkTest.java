package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An office manager looks after the company: its departments, its people and what holds for everybody. */
class OrganisationWalkTest {

    private static final Visit.Setting PHONE = new Visit.Setting("zh-CN", Visit.Screen.PHONE, ColorScheme.LIGHT);

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    private static Map<String, Object> id(String id) {
        return Map.of("id", id);
    }

    private String make(String object, Map<String, Object> body) {
        return admin.post("/api/v1/" + object, body).expect(201).id();
    }

    /** A tree of three departments, with people in two of them, a team and somebody away. */
    private String company() {
        String head = make("users", Map.of("name", "沈若岚", "position", "销售总监"));
        String sales = make("departments", Map.of("name", "销售部", "manager", id(head)));
        String east = make("departments", Map.of("name", "华东区", "parent", id(sales)));
        make("departments", Map.of("name", "财务部"));
        String zhou = make("users", Map.of("name", "周子航", "position", "销售代表", "department", id(east), "manager", id(head)));
        String he = make("users", Map.of("name", "何晓", "memberships", List.of(Map.of("department", id(east), "position", "顾问"))));
        make("teams", Map.of("name", "医院项目组", "leader", id(he), "members", List.of(Map.of("person", id(zhou)))));
        make("absences", Map.of("person", id(zhou), "firstDay", "2020-01-01", "lastDay", "2099-01-01", "standIn", id(he)));
        return zhou;
    }

    private static void isWithinTheWindow(Visit visit) {
        Object wide = visit.page().evaluate("[document.documentElement, document.querySelector('main')].some((each) => each.scrollWidth > each.clientWidth)");
        org.assertj.core.api.Assertions.assertThat(wide).as("the page scrolls sideways").isEqualTo(false);
    }

    @Test
    void departmentsAreATreeInWhichTheyAreMoved() {
        company();
        Visit visit = visits.by(lin).open("/settings/organisation");

        Locator tree = visit.one(AriaRole.TREE, "部门");
        assertThat(tree.getByRole(AriaRole.TREEITEM)).hasCount(3);
        assertThat(visit.card("今天不在")).containsText("周子航");
        assertThat(visit.card("今天不在")).containsText("代理人：何晓");
        tree.getByText("销售部").click();
        assertThat(visit.card("销售部")).containsText("沈若岚");
        assertThat(visit.card("销售部")).containsText("周子航");
        assertThat(visit.card("销售部")).containsText("兼任");

        tree.getByText("华东区").click();
        visit.pick("移动到…", "财务部");

        assertThat(visit.text("“华东区”已移到“财务部”")).isVisible();
        tree.getByText("财务部").click();
        assertThat(visit.card("财务部")).containsText("周子航");
    }

    @Test
    void aDepartmentIsDraggedIntoAnotherAndTheMoveTakenBack() {
        company();
        Visit visit = visits.by(lin).open("/settings/organisation");
        Locator tree = visit.one(AriaRole.TREE, "部门");
        Locator top = tree.locator("> [role=treeitem]");
        assertThat(tree.getByRole(AriaRole.TREEITEM)).hasCount(3);

        drag(visit, tree.getByText("财务部"), tree.getByText("销售部"));
        assertThat(visit.text("“财务部”已移到“销售部”").first()).isVisible();
        assertThat(top).hasCount(1);
        visit.button("撤销").click();
        assertThat(top).hasCount(2);

        drag(visit, tree.getByText("华东区"), visit.text("拖到这里成为最上级部门"));
        assertThat(top).hasCount(3);
    }

    /** The place to drop something on may be there only once it is lifted. */
    private static void drag(Visit visit, Locator department, Locator place) {
        BoundingBox from = department.boundingBox();
        var mouse = visit.page().mouse();
        mouse.move(from.x + 10, from.y + 8);
        mouse.down();
        mouse.move(from.x + 24, from.y + 16);
        place.waitFor();
        BoundingBox to = place.boundingBox();
        mouse.move(to.x + to.width / 2, to.y + to.height / 2 - 1);
        mouse.move(to.x + to.width / 2, to.y + to.height / 2);
        mouse.up();
    }

    @Test
    void aPersonsPageTellsWhereTheyStand() {
        String zhou = company();
        Visit visit = visits.by(lin).open("/users/" + zhou);
        assertThat(visit.card("联系人")).hasCount(1);

        assertThat(visit.card("汇报关系")).containsText("沈若岚");
        assertThat(visit.card("汇报关系")).containsText("外出至");
        assertThat(visit.card("所在团队")).containsText("医院项目组");
    }

    @Test
    void somebodyLeavesAndEverythingIsHandedOver() {
        String zhou = company();
        admin.post("/api/v1/customers", Map.of("name", "远山科技", "owner", id(zhou))).expect(201);
        Visit visit = visits.by(lin).open("/users/" + zhou);

        visit.button("办理离职").click();
        Locator dialog = visit.dialog("周子航离职");
        assertThat(dialog).containsText("客户 1");
        visit.pick("接手人", "何晓");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("全部交接")).click();

        visit.seesHeading("离职交接 · 周子航");
        assertThat(visit.text("完成").first()).isVisible();
        visit.button("撤销").click();
        assertThat(visit.page().getByRole(AriaRole.DIALOG)).containsText("归还给周子航");
        visit.button("取消").click();
        visit.open("/users/" + zhou);
        assertThat(visit.page().getByText("已停用").first()).isVisible();
    }

    @Test
    void whatHoldsForEverybodyIsSettled() {
        Visit visit = visits.by(lin).open("/settings/company");

        visit.field("税号").fill("91310000MA1FL00000");
        Locator letterhead = visit.one(AriaRole.FORM, "公司抬头");
        letterhead.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("保 ?存"))).click();
        assertThat(visit.text("已保存")).isVisible();

        Locator holidays = visit.card("节假日");
        while (!holidays.getByText("2026", new Locator.GetByTextOptions().setExact(true)).isVisible()) {
            holidays.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("上一年")).click();
        }
        holidays.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("采用中国大陆 2026 年放假安排")).click();
        assertThat(holidays.getByRole(AriaRole.LISTITEM)).hasCount(39);
        assertThat(holidays).containsText("国庆节调休上班");
        visit.page().reload();
        assertThat(visit.field("税号")).hasValue("91310000MA1FL00000");
    }

    @Test
    void itFitsAPhone() {
        String zhou = company();
        Visit visit = visits.by(lin, PHONE).open("/settings/organisation");
        assertThat(visit.one(AriaRole.TREE, "部门")).isVisible();
        isWithinTheWindow(visit);
        visit.screenshot(Pictures.FOLDER.resolve("organisation-phone.png"));
        visit.open("/settings/company");
        assertThat(visit.card("节假日")).isVisible();
        isWithinTheWindow(visit);
        visit.screenshot(Pictures.FOLDER.resolve("company-phone.png"));
        visit.open("/users/" + zhou);
        visit.button("办理离职").click();
        assertThat(visit.dialog("周子航离职")).isVisible();
        isWithinTheWindow(visit);
    }
}
