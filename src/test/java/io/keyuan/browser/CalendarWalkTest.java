package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
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
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records on the days of a calendar. */
class CalendarWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();
    /** Each two of languages, widths and colours stand together once. */
    private static final List<Setting> EVERY_PAIR = List.of(
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("en-US", Screen.DESK, ColorScheme.DARK),
            new Setting("zh-CN", Screen.PHONE, ColorScheme.DARK), new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT));
    private static final Person LIN = Person.invited(COMPANY, "林悦", "lin").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private static TestAnswer task(String title, String due) {
        return ADMIN.post("/api/v1/tasks", Map.of("title", title, "dueDate", due, "owner", Map.of("id", LIN.id()))).expect(201);
    }

    private static String dueOf(TestAnswer task) {
        return ADMIN.get("/api/v1/tasks/" + task.id()).expect(200).text("/dueDate");
    }

    /** Nothing but the tasks whose titles begin so, in the month of this day. */
    private static Visit calendar(Visit visit, String title, String rest) {
        return visit.open("/tasks?view=calendar&filter=" + TestClient.encoded("title.startsWith('" + title + "')") + "&" + rest);
    }

    private static Locator on(Visit visit, String day) {
        return visit.page().locator("[data-day='" + day + "']");
    }

    private static Locator entry(Visit visit, String day, String title) {
        return on(visit, day).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void drag(Visit visit, Locator entry, Locator day) {
        BoundingBox from = entry.boundingBox();
        BoundingBox to = day.boundingBox();
        var mouse = visit.page().mouse();
        mouse.move(from.x + 20, from.y + 8);
        mouse.down();
        mouse.move(from.x + 40, from.y + 20);
        mouse.move(to.x + to.width / 2, to.y + 50);
        mouse.move(to.x + to.width / 2, to.y + 56);
        mouse.up();
    }

    @Test
    void aTaskIsDraggedToAnotherDayAndTheWayBackIsOffered() {
        TestAnswer task = task("拖动的待办", "2027-03-10");
        Visit visit = calendar(visits.by(LIN), "拖动的待办", "day=2027-03-01");
        assertThat(visit.page().locator(".cal-bar h2")).hasText("2027年3月");

        drag(visit, entry(visit, "2027-03-10", "拖动的待办"), on(visit, "2027-03-18"));

        assertThat(entry(visit, "2027-03-18", "拖动的待办")).isVisible();
        assertThat(visit.text("“拖动的待办”已移到 2027年3月18日")).isVisible();
        assertThat(dueOf(task)).isEqualTo("2027-03-18");

        visit.button("撤销").click();
        assertThat(entry(visit, "2027-03-10", "拖动的待办")).isVisible();
        visit.page().waitForCondition(() -> dueOf(task).equals("2027-03-10"));
    }

    @Test
    void keysMoveATaskByDaysAndWeeksAndStayOnIt() {
        TestAnswer task = task("按键移动的待办", "2027-04-13");
        Visit visit = calendar(visits.by(LIN), "按键移动的待办", "day=2027-04-01");
        entry(visit, "2027-04-13", "按键移动的待办").focus();

        visit.page().keyboard().press("Shift+ArrowRight");
        assertThat(entry(visit, "2027-04-14", "按键移动的待办")).isFocused();
        visit.page().waitForCondition(() -> dueOf(task).equals("2027-04-14"));
        visit.page().keyboard().press("Shift+ArrowDown");

        assertThat(entry(visit, "2027-04-21", "按键移动的待办")).isFocused();
        visit.page().waitForCondition(() -> dueOf(task).equals("2027-04-21"));
    }

    @Test
    void whatIsRefusedGoesBackToItsDay() {
        TestAnswer task = task("被拒绝的待办", "2027-05-11");
        Visit visit = visits.by(LIN);
        // The news does not come through.
        visit.page().route("**/api/v1/live*", unanswered -> {});
        calendar(visit, "被拒绝的待办", "day=2027-05-01");
        assertThat(entry(visit, "2027-05-11", "被拒绝的待办")).isVisible();
        ADMIN.patch("/api/v1/tasks/" + task.id(), task.version(), Map.of("dueDate", "2027-05-13")).expect(200);

        drag(visit, entry(visit, "2027-05-11", "被拒绝的待办"), on(visit, "2027-05-20"));

        assertThat(entry(visit, "2027-05-13", "被拒绝的待办")).isVisible();
        assertThat(visit.page().getByRole(AriaRole.ALERT).first()).isVisible();
        assertThat(dueOf(task)).isEqualTo("2027-05-13");
    }

    @Test
    void whatADayNeedsToKnowIsAskedAndTheMoveGoesOn() {
        TestAnswer task = task("要补充的待办", "2027-10-12");
        Visit visit = visits.by(LIN);
        refuseOnce(visit, task, "priority", "请选择优先级。");
        calendar(visit, "要补充的待办", "day=2027-10-01");

        drag(visit, entry(visit, "2027-10-12", "要补充的待办"), on(visit, "2027-10-20"));

        Locator question = visit.one(AriaRole.FORM, "转为“2027年10月20日”");
        assertThat(question).containsText("请选择优先级。");
        assertThat(entry(visit, "2027-10-20", "要补充的待办")).isVisible();
        assertThat(dueOf(task)).isEqualTo("2027-10-12");
        visit.pick("优先级", "高");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转为“2027年10月20日”").setExact(true)).click();

        assertThat(visit.text("“要补充的待办”已移到 2027年10月20日")).isVisible();
        assertThat(question).hasCount(0);
        assertThat(dueOf(task)).isEqualTo("2027-10-20");
        assertThat(ADMIN.get("/api/v1/tasks/" + task.id()).text("/priority")).isEqualTo("high");
    }

    @Test
    void whoeverDoesNotAnswerLeavesTheRecordOnItsDay() {
        TestAnswer task = task("不补充的待办", "2027-11-09");
        Visit visit = visits.by(LIN);
        refuseOnce(visit, task, "priority", "请选择优先级。");
        calendar(visit, "不补充的待办", "day=2027-11-01");

        drag(visit, entry(visit, "2027-11-09", "不补充的待办"), on(visit, "2027-11-17"));
        visit.one(AriaRole.FORM, "转为“2027年11月17日”").getByRole(AriaRole.BUTTON).last().click();

        assertThat(entry(visit, "2027-11-09", "不补充的待办")).isVisible();
        assertThat(visit.one(AriaRole.FORM, "转为“2027年11月17日”")).hasCount(0);
        assertThat(dueOf(task)).isEqualTo("2027-11-09");
    }

    /** No object has a rule of this kind, so the server's answer to the first change is made up. */
    private static void refuseOnce(Visit visit, TestAnswer task, String attribute, String message) {
        AtomicBoolean refused = new AtomicBoolean();
        visit.page().route("**/api/v1/tasks/" + task.id(), route -> {
            if (route.request().method().equals("PATCH") && refused.compareAndSet(false, true)) {
                String body = """
                        {"type": "/problems/rule-broken", "code": "rule-broken", "title": "无法保存", "status": 422,
                         "errors": [{"path": "%s", "code": "required", "message": "%s"}]}""".formatted(attribute, message);
                route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/problem+json").setBody(body));
            } else {
                route.resume();
            }
        });
    }

    @Test
    void aFullDayTellsHowManyMoreAndLeadsToThem() {
        IntStream.range(0, 7).forEach(i -> task("忙碌" + i, "2027-06-16"));
        Visit visit = calendar(visits.by(LIN), "忙碌", "day=2027-06-01");

        on(visit, "2027-06-16").getByText("+4").click();

        assertThat(visit.page().locator(".list-page")).containsText("7 条");
        assertThat(visit.page()).hasURL(Pattern.compile("dueDate"));
    }

    @Test
    void aClickOpensBesideAndABlankDayBeginsATaskOnIt() {
        task("点开的待办", "2027-07-07");
        Visit visit = calendar(visits.by(LIN), "点开的待办", "day=2027-07-01");
        entry(visit, "2027-07-07", "点开的待办").click();
        assertThat(visit.page().locator(".beside")).containsText("点开的待办");
        visit.button("关闭").click();

        on(visit, "2027-07-14").click();
        assertThat(visit.page().getByRole(AriaRole.DIALOG).getByLabel("截止日期")).hasValue("2027-07-14");
    }

    @Test
    void holidaysAreTheCompanysAndTheSightIsOneRequest() {
        ADMIN.post("/api/v1/settings/holidays", Map.of("days", List.of(Map.of("day", "2027-08-18", "name", "公司日", "worked", false)))).expect(200);
        task("节日前的待办", "2027-08-17");
        Visit visit = visits.by(LIN);
        List<String> asked = new CopyOnWriteArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/api/v1/tasks?")) {
                asked.add(request.url());
            }
        });
        calendar(visit, "节日前的待办", "day=2027-08-01");

        assertThat(entry(visit, "2027-08-17", "节日前的待办")).isVisible();
        assertThat(on(visit, "2027-08-18")).containsText("公司日");
        assertThat(asked).hasSize(1);
    }

    @Test
    void everySettingLooksRightAndIsUsableByAll() {
        IntStream.range(0, 24).forEach(i -> task("排期 " + List.of("回访苏州恒泰", "寄出合同", "准备演示", "核对报价单").get(i % 4), "2027-09-" + "%02d".formatted(1 + i * 5 % 28)));
        for (Setting setting : EVERY_PAIR) {
            for (String span : List.of("month", "week")) {
                Visit visit = calendar(visits.by(LIN, setting), "排期", "day=2027-09-15&kind=" + span);
                assertThat(visit.page().locator(".cal-entry").first()).isVisible();
                String dark = setting.colours() == ColorScheme.DARK ? "-dark" : "";
                Pictures.keep(visit, ("calendar-" + span + "-" + setting.screen() + "-" + setting.locale() + dark).toLowerCase(Locale.ROOT));
                assertThat(Axe.faults(visit)).isEmpty();
                assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            }
        }
    }
}
