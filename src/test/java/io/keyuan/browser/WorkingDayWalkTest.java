package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A working day of each role, from signing in to signing out, in both languages, both sets of colours and both widths. */
class WorkingDayWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient PROGRAM = COMPANY.administrator();
    private static final Person ADMINISTRATOR = Person.invited(COMPANY, "林悦", "lin").settled();
    private static final Person MANAGER = Person.colleague(COMPANY, "王芳", "wangfang").settled();
    private static final Person REPRESENTATIVE = Person.colleague(COMPANY, "周启", "zhouqi").settled();

    static {
        String department = PROGRAM.post("/api/v1/departments", Map.of("name", "华东销售部")).expect(201).id();
        for (Person person : List.of(MANAGER, REPRESENTATIVE)) {
            PROGRAM.patch("/api/v1/users/" + person.id(), version("users", person.id()), Map.of("department", to(department))).expect(200);
        }
        PROGRAM.patch("/api/v1/users/" + REPRESENTATIVE.id(), version("users", REPRESENTATIVE.id()), Map.of("manager", to(MANAGER.id()))).expect(200);
        role(MANAGER, "sales-manager");
        role(REPRESENTATIVE, "representative");
    }

    @RegisterExtension
    final Visits visits = new Visits();

    private final List<String> barriers = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "en-US, PHONE, DARK"})
    void aRepresentativeFinishesCallsSellsAndLoses(String locale, Screen screen, ColorScheme colours) {
        var day = new Day(REPRESENTATIVE, "representative", new Setting(locale, screen, colours));
        String customer = "常州新北轨道" + day.mark();
        String id = make("customers", Map.of("name", customer, "phone", "051988776655", "owner", to(REPRESENTATIVE.id())));
        make("tasks", Map.of("title", "回访" + customer, "dueDate", "2026-11-20", "owner", to(REPRESENTATIVE.id())));

        day.begins();
        Locator task = day.visit.one(AriaRole.CHECKBOX, day.words.say("home.finish", "回访" + customer));
        day.looks("home");
        task.click();
        assertThat(day.visit.text(day.words.say("home.taskDone"))).isVisible();
        assertThat(task).hasCount(0);

        day.finds(customer);
        day.onTimeline();
        day.visit.one(AriaRole.TAB, day.words.label("contactLog")).click();
        day.visit.card(day.words.say("record.timeline")).getByText(day.words.label("contactLog.kind.call"), exactly()).first().click();
        day.visit.field(day.words.label("contactLog.summary")).fill("设备科确认预算，月底前比价。");
        day.looks("customer");
        day.visit.field(day.words.label("contactLog.summary")).press("Control+Enter");
        assertThat(day.visit.card(day.words.say("record.timeline"))).containsText("设备科确认预算");

        day.creates("opportunity", form -> {
            form.getByLabel(day.words.label("opportunity.title"), labelled()).fill("产线改造" + day.mark());
            day.visit.pick(day.words.label("opportunity.customer"), customer);
            form.getByLabel(day.words.label("opportunity.amount"), labelled()).fill("128000");
        });
        day.visit.open("/opportunities/" + only("opportunities", "title == '产线改造" + day.mark() + "'"));
        day.visit.seesHeading("产线改造" + day.mark());
        Locator stages = day.visit.one(AriaRole.LIST, day.words.label("opportunity.stage"));
        stages.getByText(day.words.label("opportunity.stage.proposing")).click();
        assertThat(stages.locator("[aria-current=step]")).hasText(day.words.label("opportunity.stage.proposing"));
        day.looks("opportunity");
        stages.getByText(day.words.label("opportunity.stage.lost")).click();
        String move = day.words.say("record.moveTo", day.words.label("opportunity.stage.lost"));
        Locator question = day.visit.one(AriaRole.FORM, move);
        day.visit.pick(day.words.label("opportunity.lossReason"), day.words.label("opportunity.lossReason.price"));
        question.getByRole(AriaRole.BUTTON, named(move)).click();
        assertThat(stages.locator("[aria-current=step]")).hasText(day.words.label("opportunity.stage.lost"));

        day.visit.open("/opportunities?view=board");
        assertThat(day.visit.page().getByText("产线改造" + day.mark()).first()).isVisible();
        day.looks("board");
        day.ends();
        assertThat(PROGRAM.get("/api/v1/customers/" + id).expect(200).text("/lastContactAt")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"en-US, DESK, DARK", "zh-CN, PHONE, LIGHT"})
    void aManagerSeesTheTeamComesInAndHandsOn(String locale, Screen screen, ColorScheme colours) {
        var day = new Day(MANAGER, "manager", new Setting(locale, screen, colours));
        String customer = "苏州恒泰模具" + day.mark();
        String id = make("customers", Map.of("name", customer, "owner", to(REPRESENTATIVE.id())));
        String sale = make("opportunities", Map.of(
                "title", "年度维保" + day.mark(), "customer", to(id), "owner", to(REPRESENTATIVE.id()), "amount", Map.of("amount", "96000", "currency", "CNY")));
        PROGRAM.patch("/api/v1/opportunities/" + sale, 1, Map.of("amount", Map.of("amount", "86500", "currency", "CNY"))).expect(200);

        day.begins();
        Locator team = day.visit.card(day.words.say("home.team"));
        assertThat(team).containsText("周启");
        day.looks("home");
        team.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("周启")).first().click();
        assertThat(day.visit.page().getByText("年度维保" + day.mark()).first()).isVisible();
        day.looks("list");

        day.visit.open("/opportunities/" + sale);
        day.visit.seesHeading("年度维保" + day.mark());
        day.fromMenu(day.words.say("history.open"));
        assertThat(day.visit.page().getByRole(AriaRole.DIALOG)).containsText("96,000");
        day.looks("history");
        day.visit.page().keyboard().press("Escape");

        day.finds(customer);
        day.onTimeline();
        day.visit.one(AriaRole.TAB, day.words.say("timeline.comment")).click();
        Locator box = day.visit.field(day.words.say("timeline.commentHint"));
        box.fill("请本周内拜访" + day.mark());
        box.press("Control+Enter");
        assertThat(day.visit.card(day.words.say("record.timeline"))).containsText("请本周内拜访" + day.mark());

        day.fromMenu(day.words.say("assign.action"));
        Locator dialog = day.visit.dialog(day.words.say("assign.titleOne", customer));
        day.visit.pick(day.words.say("assign.to"), "王芳");
        day.looks("assign");
        dialog.getByRole(AriaRole.BUTTON, named(day.words.say("assign.action"))).click();
        assertThat(day.visit.text(day.words.say("assign.done"))).isVisible();
        day.visit.button(day.words.say("action.undo")).click();
        assertThat(day.visit.text(day.words.say("notice.undone"))).isVisible();
        assertThat(PROGRAM.get("/api/v1/customers/" + id).expect(200).text("/owner/title")).isEqualTo("周启");

        day.visit.open("/insight");
        assertThat(day.visit.page().locator(".drawing[role=img]").first()).isVisible();
        day.looks("insight");
        day.ends();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, PHONE, DARK", "en-US, DESK, LIGHT"})
    void anAdministratorLetsSomebodyInRestoresAndLooksBack(String locale, Screen screen, ColorScheme colours) {
        var day = new Day(ADMINISTRATOR, "administrator", new Setting(locale, screen, colours));
        String deleted = make("customers", Map.of("name", "误删的客户" + day.mark()));
        PROGRAM.with("If-Match", "\"1\"").delete("/api/v1/customers/" + deleted).expect(204);

        day.begins();
        day.looks("home");
        day.creates("user", form -> {
            form.getByLabel(day.words.label("user.name"), labelled()).fill("沈嘉" + day.mark());
            form.getByLabel(day.words.label("user.login"), labelled()).fill("shen" + day.mark().toLowerCase(Locale.ROOT));
        });
        day.visit.open("/users/" + only("users", "name == '沈嘉" + day.mark() + "'"));
        day.visit.seesHeading("沈嘉" + day.mark());
        day.visit.button(day.words.label("user.command.invite")).click();
        Locator told = day.visit.page().getByRole(AriaRole.DIALOG);
        String password = told.locator("code").textContent();
        day.looks("invited");
        told.getByRole(AriaRole.BUTTON).last().click();
        assertThat(told).hasCount(0);
        COMPANY.signIn("shen" + day.mark().toLowerCase(Locale.ROOT), password).get("/api/v1/session").expect(200);

        day.visit.open("/recycle-bin?object=customers");
        day.visit.button(day.words.say("bin.restoreOne", "误删的客户" + day.mark())).click();
        assertThat(day.visit.button(day.words.say("bin.restoreOne", "误删的客户" + day.mark()))).hasCount(0);
        day.looks("recycle-bin");

        for (String section : List.of("company", "roles", "sharing", "rules", "signIn", "audit")) {
            day.visit.open("/settings/" + section);
            assertThat(day.visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(day.words.say("settings." + section))).first()).isVisible();
            day.looks("settings-" + section);
        }
        assertThat(day.visit.page().getByText("误删的客户" + day.mark()).first()).isVisible();
        day.ends();
    }

    /** One person's day in one setting. */
    private final class Day {

        final Words words;
        final Visit visit;
        private final Person person;
        private final String role;
        private final Setting setting;

        Day(Person person, String role, Setting setting) {
            this.person = person;
            this.role = role;
            this.setting = setting;
            words = Words.of(setting.locale());
            visit = visits.at(COMPANY, setting);
        }

        /** What makes records of this day others than those of another. */
        String mark() {
            return (setting.locale().substring(0, 2) + setting.screen().name().charAt(0)).toUpperCase(Locale.ROOT);
        }

        void begins() {
            visit.open("/");
            visit.field(words.say("session.login")).fill(person.login());
            visit.field(words.say("session.password")).fill(person.password());
            visit.field(words.say("session.password")).press("Enter");
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText(person.name());
        }

        void ends() {
            visit.button(words.say("frame.account", person.name())).click();
            visit.one(AriaRole.MENUITEM, words.say("session.signOut")).click();
            visit.seesHeading(words.say("session.welcome"));
            assertThat(barriers).as("what keeps people from using a page").isEmpty();
        }

        void finds(String title) {
            if (setting.screen() == Screen.PHONE) {
                visit.page().locator("header .find").click();
            } else {
                visit.page().keyboard().press("Control+k");
            }
            Locator palette = visit.page().getByRole(AriaRole.DIALOG);
            palette.getByRole(AriaRole.COMBOBOX).fill(title);
            palette.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(title)).first().click();
            visit.seesHeading(title);
        }

        void onTimeline() {
            if (setting.screen() == Screen.PHONE) {
                visit.titled(words.say("record.timeline")).click();
            }
            assertThat(visit.card(words.say("record.timeline"))).isVisible();
        }

        void fromMenu(String item) {
            visit.page().locator("main").getByRole(AriaRole.BUTTON, named(words.say("frame.more"))).click();
            visit.one(AriaRole.MENUITEM, item).click();
        }

        void creates(String object, Consumer<Locator> filled) {
            visit.open("/" + (object.equals("user") ? "users" : "opportunities"));
            visit.button(words.say("action.createOne", words.label(object))).first().click();
            Locator form = visit.dialog(words.say("action.createOne", words.label(object)));
            filled.accept(form);
            looks("form-" + object);
            form.getByRole(AriaRole.BUTTON, named(words.say("action.save"))).click();
            assertThat(form).hasCount(0);
        }

        /** Keeps a picture of where one is, and what would keep somebody from using it. */
        void looks(String name) {
            assertThat(visit.page().locator("main[aria-busy=true]")).hasCount(0);
            assertThat(visit.page().locator(".skeleton")).hasCount(0);
            String file = "day-%s-%s-%s-%s%s".formatted(role, name, setting.screen(), setting.locale(), setting.colours() == ColorScheme.DARK ? "-dark" : "");
            Pictures.keep(visit, file.toLowerCase(Locale.ROOT));
            Axe.faults(visit).forEach(fault -> barriers.add(name + ": " + fault));
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels of %s beyond the right edge", name)
                    .isEqualTo(0);
        }
    }

    private static void role(Person person, String code) {
        String role = PROGRAM.get("/api/v1/roles").expect(200).at("/items").valueStream()
                .filter(each -> each.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
        PROGRAM.put("/api/v1/users/" + person.id() + "/roles", Map.of("roles", List.of(role))).expect(200);
    }

    private static String make(String path, Map<String, ?> values) {
        return PROGRAM.post("/api/v1/" + path, values).expect(201).id();
    }

    private static String only(String path, String filter) {
        return PROGRAM.get("/api/v1/" + path + "?filter=" + TestClient.encoded(filter)).expect(200).text("/items/0/id");
    }

    private static long version(String path, String id) {
        return PROGRAM.get("/api/v1/" + path + "/" + id).expect(200).version();
    }

    private static Map<String, String> to(String id) {
        return Map.of("id", id);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByLabelOptions labelled() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
