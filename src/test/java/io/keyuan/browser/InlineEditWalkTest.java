package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values are written where they stand in a list: they show at once, and go back with the reason where they are refused. */
class InlineEditWalkTest {

    private static final String LIST = "/customers?columns=grade,city,email,lastContactAt&sort=name";

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();
    private final TestAnswer first = customer("Alpha", Map.of("city", "上海"));

    @BeforeEach
    void another() {
        customer("Beta", Map.of("city", "北京"));
    }

    private TestAnswer customer(String name, Map<String, String> values) {
        var all = new HashMap<String, Object>(values);
        all.put("name", name);
        all.put("owner", Map.of("id", lin.id()));
        return admin.post("/api/v1/customers", all).expect(201);
    }

    private void stored(String attribute, String value) {
        await().until(() -> admin.get("/api/v1/customers/" + first.id()).expect(200).text("/" + attribute).equals(value));
    }

    private static Locator cell(Visit visit, String title, String text) {
        return row(visit, title).getByRole(AriaRole.CELL).filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$")));
    }

    private static Locator row(Visit visit, String title) {
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
    }

    @Test
    void aDoubleClickEditsAndEnterSaves() {
        Visit visit = visits.by(lin).open(LIST);

        cell(visit, "Alpha", "上海").dblclick();
        visit.field("城市").fill("苏州");
        visit.screenshot(Pictures.FOLDER.resolve("inline-edit.png"));
        visit.field("城市").press("Enter");

        assertThat(cell(visit, "Alpha", "苏州")).isVisible();
        assertThat(cell(visit, "Alpha", "苏州")).isFocused();
        stored("city", "苏州");
    }

    @Test
    void whatOneMayOnlyReadOpensNoEditor() {
        Person zhou = Person.colleague(company, "周启", "zhou").settled();
        admin.post("/api/v1/customers/" + first.id() + "/shares", Map.of("to", Map.of("kind", "user", "id", zhou.id()))).expect(204);
        for (String name : List.of("Aachen", "Gamma")) {
            admin.post("/api/v1/customers", Map.of("name", name, "city", "无锡", "owner", Map.of("id", zhou.id()))).expect(201);
        }
        Visit visit = visits.by(zhou).open("/customers?columns=city&sort=name");

        cell(visit, "Alpha", "上海").dblclick();
        assertThat(visit.page().locator(".cell-editor")).hasCount(0);
        cell(visit, "Aachen", "无锡").dblclick();
        assertThat(visit.page().locator(".cell-editor")).hasCount(1);
        visit.field("城市").press("Tab");
        assertThat(row(visit, "Gamma").locator(".cell-editor")).hasCount(1);
        assertThat(row(visit, "Alpha").locator(".cell-editor")).hasCount(0);
    }

    @Test
    void everythingGoesByKeys() {
        Visit visit = visits.by(lin).open(LIST);
        assertThat(row(visit, "Alpha")).isVisible();

        for (String key : new String[] {"j", "ArrowRight", "ArrowRight", "Enter"}) {
            visit.page().keyboard().press(key);
        }
        visit.field("城市").fill("南京");
        visit.field("城市").press("Tab");
        assertThat(cell(visit, "Alpha", "南京")).isVisible();
        assertThat(visit.field("邮箱")).isFocused();
        visit.field("邮箱").fill("a@example.com");
        // After the last cell of a row comes the first of the next.
        visit.field("邮箱").press("Tab");
        assertThat(row(visit, "Beta").getByLabel("客户级别")).isFocused();
        visit.page().keyboard().press("Escape");
        visit.page().keyboard().press("ArrowRight");
        visit.page().keyboard().press("F2");
        visit.field("城市").fill("never");
        visit.field("城市").press("Escape");

        assertThat(cell(visit, "Beta", "北京")).isFocused();
        stored("city", "南京");
        stored("email", "a@example.com");
        visit.page().keyboard().press("Escape");
        visit.page().keyboard().press("Enter");
        visit.seesHeading("Beta");
    }

    @Test
    void whatIsRefusedGoesBackAndTheReasonStandsBesideIt() {
        Visit visit = visits.by(lin, new Visit.Setting("en-US", Visit.Screen.DESK, ColorScheme.DARK)).open(LIST);
        row(visit, "Alpha").getByRole(AriaRole.CELL).nth(3).dblclick();

        visit.field("E-mail").fill("no address");
        visit.field("E-mail").press("Enter");

        Locator reason = visit.page().getByRole(AriaRole.ALERT);
        assertThat(reason).containsText("mail");
        assertThat(visit.field("E-mail")).hasValue("no address");
        visit.screenshot(Pictures.FOLDER.resolve("inline-refused.png"));
        visit.field("E-mail").fill("right@example.com");
        visit.field("E-mail").press("Enter");
        assertThat(cell(visit, "Alpha", "right@example.com")).isVisible();
        assertThat(reason).hasCount(0);
        stored("email", "right@example.com");
    }

    @Test
    void whoWasFasterIsShownAndNothingIsOverwrittenUnasked() {
        Visit visit = visits.by(lin).open(LIST);
        cell(visit, "Alpha", "上海").dblclick();
        visit.field("城市").fill("苏州");
        admin.patch("/api/v1/customers/" + first.id(), first.version(), Map.of("city", "杭州")).expect(200);

        visit.field("城市").press("Enter");
        Locator difference = visit.page().locator(".conflict");
        assertThat(difference).containsText(Pattern.compile("杭州.*苏州", Pattern.DOTALL));
        visit.screenshot(Pictures.FOLDER.resolve("inline-conflict.png"));
        stored("city", "杭州");
        visit.button("保留我的").click();

        assertThat(cell(visit, "Alpha", "苏州")).isVisible();
        stored("city", "苏州");
    }

    @Test
    void whatIsWrittenShowsAtOnceAndWaitsForTheConnection() {
        Visit visit = visits.by(lin).open(LIST);
        cell(visit, "Alpha", "上海").dblclick();
        visit.field("城市").fill("苏州");
        visit.offline(true);

        visit.field("城市").press("Enter");

        assertThat(cell(visit, "Alpha", "苏州")).isVisible();
        assertThat(visit.page().locator(".offline-note")).containsText("1 项更改等待保存");
        visit.offline(false);
        assertThat(visit.page().locator(".offline-note")).hasCount(0);
        stored("city", "苏州");
        assertThat(cell(visit, "Alpha", "苏州")).isVisible();
    }

    @Test
    void ofTwoEditsOfOneRecordNeitherIsInTheOthersWay() {
        Visit visit = visits.by(lin).open(LIST);
        List<Route> held = new ArrayList<>();
        visit.page().route(Pattern.compile("/api/v1/customers/[^?]+$"), route -> {
            if (route.request().method().equals("PATCH") && held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        cell(visit, "Alpha", "上海").dblclick();
        visit.field("城市").fill("苏州");
        visit.field("城市").press("Tab");
        visit.field("邮箱").fill("a@example.com");
        visit.field("邮箱").press("Enter");
        assertThat(cell(visit, "Alpha", "苏州")).isVisible();
        assertThat(cell(visit, "Alpha", "a@example.com")).isVisible();

        visit.page().waitForCondition(() -> !held.isEmpty());
        held.getFirst().resume();
        visit.page().unrouteAll();

        stored("email", "a@example.com");
        stored("city", "苏州");
        assertThat(visit.page().locator(".conflict")).hasCount(0);
    }

    @Test
    void whatCannotBeWrittenDoesNotPretendTo() {
        Visit visit = visits.by(lin).open(LIST);

        row(visit, "Alpha").getByRole(AriaRole.CELL).nth(4).dblclick();

        assertThat(row(visit, "Alpha")).hasClass(Pattern.compile("active"));
        assertThat(visit.page().locator(".cell-editor")).hasCount(0);
        cell(visit, "Alpha", "上海").dblclick();
        assertThat(visit.page().locator(".cell-editor")).hasCount(1);
    }

    @Test
    void onThePageOfTheRecordARefusalBringsTheEditorBack() {
        Visit visit = visits.by(lin).open("/customers/" + first.id());
        visit.edit("邮箱");
        visit.field("邮箱").fill("no address");

        visit.field("邮箱").press("Enter");

        assertThat(visit.card("联系方式").getByRole(AriaRole.ALERT)).isVisible();
        assertThat(visit.field("邮箱")).hasValue("no address");
        visit.field("邮箱").fill("right@example.com");
        visit.field("邮箱").press("Enter");
        assertThat(visit.card("联系方式")).containsText("right@example.com");
        stored("email", "right@example.com");
    }
}
