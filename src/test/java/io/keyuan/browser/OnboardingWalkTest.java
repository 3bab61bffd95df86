package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new company is led from nothing to work, and a new colleague to their first records. */
class OnboardingWalkTest {

    private final TestTenant company = RunningProgram.freshTenant();

    @RegisterExtension
    final Visits visits = new Visits();

    /** The list of one person in one window. */
    private record Beginning(Visit visit, Words words) {

        static Beginning of(Visit visit, String locale) {
            return new Beginning(visit, Words.of(locale));
        }

        Beginning home() {
            visit.open("/");
            assertThat(visit.page().locator("main h1")).isVisible();
            return this;
        }

        Locator list() {
            return visit.card(words.say("onboarding.title"));
        }

        Locator step(String step) {
            String title = words.say("onboarding.steps." + step + ".title");
            return list().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(visit.text(title)));
        }

        void goes(String step, String way) {
            step(step).getByRole(AriaRole.BUTTON, named(words.say("onboarding.steps." + step + "." + way))).click();
        }

        void isDone(String step) {
            assertThat(step(step)).containsText(words.say("onboarding.done"));
        }

        void isOpen(String step) {
            assertThat(step(step)).containsText(words.say("onboarding.steps." + step + ".why"));
        }

        void skips(String step) {
            visit.button(words.say("onboarding.skipOne", words.say("onboarding.steps." + step + ".title"))).click();
        }

        void isAt(int settled, int all) {
            assertThat(list()).containsText(words.say("onboarding.progress", String.valueOf(settled), String.valueOf(all)));
        }

        Locator form(String object) {
            return visit.dialog(words.say("action.createOne", words.label(object)));
        }

        void saves(Locator form) {
            form.getByRole(AriaRole.BUTTON, named(words.say("action.save"))).click();
            assertThat(form).hasCount(0);
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "zh-TW, PHONE, DARK", "en-US, PHONE, LIGHT", "en-US, DESK, DARK"})
    void anAdministratorIsLedFromNothingToWork(String locale, Screen screen, ColorScheme colours) {
        Visit visit = visits.by(Person.founder(company), new Setting(locale, screen, colours));
        Beginning beginning = Beginning.of(visit, locale).home();
        beginning.isAt(0, 5);
        looks(visit, "onboarding", locale, screen, colours);

        beginning.goes("company", "open");
        Locator settings = visit.one(AriaRole.FORM, beginning.words.say("settings.company"));
        settings.getByLabel(beginning.words.say("settings.name"), exactly()).fill("云帆科技");
        settings.getByRole(AriaRole.BUTTON, named(beginning.words.say("action.save"))).click();
        assertThat(visit.text(beginning.words.say("settings.saved"))).isVisible();
        beginning.home().isDone("company");

        beginning.goes("people", "open");
        visit.button(beginning.words.say("action.createOne", beginning.words.label("user"))).first().click();
        Locator colleague = beginning.form("user");
        colleague.getByLabel(beginning.words.label("user.name"), exactly()).fill("周启");
        colleague.getByLabel(beginning.words.label("user.login"), exactly()).fill("zhouqi");
        beginning.saves(colleague);
        visit.link("周启").first().click();
        visit.seesHeading("周启");
        visit.button(beginning.words.label("user.command.invite")).click();
        visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last().click();
        beginning.home().isDone("people");

        beginning.goes("customers", "import");
        importsCustomers(visit, beginning.words);
        beginning.home().isDone("customers");
        beginning.isAt(3, 5);

        beginning.goes("opportunity", "create");
        Locator sale = beginning.form("opportunity");
        sale.getByLabel(beginning.words.label("opportunity.title"), exactly()).fill("产线改造一期");
        beginning.saves(sale);
        beginning.isDone("opportunity");
        beginning.isOpen("mail");
        looks(visit, "onboarding-nearly", locale, screen, colours);

        beginning.skips("mail");
        assertThat(visit.text(beginning.words.say("onboarding.finished"))).isVisible();
        assertThat(beginning.list()).hasCount(0);
        List<String> asked = new CopyOnWriteArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/api/v1/onboarding")) {
                asked.add(request.url());
            }
        });
        beginning.home();
        assertThat(visit.page().locator("main[aria-busy=true]")).hasCount(0);
        assertThat(beginning.list()).hasCount(0);
        assertThat(asked).as("who is done is not asked for again").isEmpty();
    }

    private static void importsCustomers(Visit visit, Words words) {
        visit.page().locator("input[type=file]").setInputFiles(
                new FilePayload("customers.csv", "text/csv", "客户名称,城市\n厦门同安茶业,厦门\n无锡太湖文旅,无锡\n".getBytes(StandardCharsets.UTF_8)));
        visit.button(words.say("imports.next")).click();
        assertThat(visit.page()).hasURL(Pattern.compile("step=values"));
        visit.button(words.say("imports.next")).click();
        visit.button(words.say("imports.start")).click();
        assertThat(visit.text(words.say("jobs.state.done")).first()).isVisible();
    }

    @Test
    void theSampleCompanyIsAnotherWayToCustomers() {
        Beginning beginning = Beginning.of(visits.by(Person.founder(company)), "zh-CN").home();

        beginning.goes("customers", "sample");

        beginning.visit.seesHeading("示例公司");
        assertThat(beginning.visit.button("填充示例公司")).isEnabled();
    }

    @Test
    void aRepresentativeBeginsWithTheirOwnRecords() {
        Person zhou = Person.colleague(company, "周启", "zhou").arrived();
        Visit visit = visits.by(zhou);
        Beginning beginning = Beginning.of(visit, "zh-CN").home();
        beginning.isAt(0, 4);
        looks(visit, "onboarding-representative", "zh-CN", Screen.DESK, ColorScheme.LIGHT);

        beginning.goes("log", "create");
        Locator log = beginning.form("contactLog");
        visit.pick("跟进方式", "电话");
        log.getByLabel(beginning.words.label("contactLog.summary"), exactly()).fill("设备科确认预算");
        beginning.saves(log);
        beginning.isDone("log");

        beginning.goes("keys", "show");
        assertThat(visit.dialog("快捷键")).isVisible();
        visit.page().keyboard().press("Escape");
        beginning.isDone("keys");

        beginning.goes("phone", "how");
        Locator how = visit.dialog("在手机上使用");
        assertThat(how).containsText(RunningProgram.get().address().toString());
        looks(visit, "onboarding-phone-dialog", "zh-CN", Screen.DESK, ColorScheme.LIGHT);
        how.getByRole(AriaRole.BUTTON, named("已在手机上打开")).click();
        beginning.isDone("phone");

        beginning.goes("opportunity", "create");
        Locator sale = beginning.form("opportunity");
        sale.getByLabel("商机名称", exactly()).fill("年度维保");
        beginning.saves(sale);
        assertThat(visit.text(beginning.words.say("onboarding.finished"))).isVisible();
        assertThat(beginning.list()).hasCount(0);
    }

    @Test
    void whoReadsItOnAPhoneHasFoundTheWayThere() {
        Person zhou = Person.colleague(company, "周启", "zhou").arrived();
        Beginning phone = Beginning.of(visits.by(zhou, new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT)), "zh-CN").home();

        phone.isDone("phone");

        looks(phone.visit, "onboarding-representative", "zh-CN", Screen.PHONE, ColorScheme.LIGHT);
        Beginning.of(visits.by(zhou), "zh-CN").home().isDone("phone");
    }

    @Test
    void aStepIsSkippedAndTakenUpAgain() {
        Beginning beginning = Beginning.of(visits.by(Person.founder(company)), "zh-CN").home();
        beginning.skips("mail");
        assertThat(beginning.step("mail")).containsText("已跳过");
        beginning.home();
        assertThat(beginning.step("mail")).containsText("已跳过");

        beginning.visit.button("重新开始：邮件发送").click();

        beginning.isOpen("mail");
        beginning.isAt(0, 5);
    }

    @Test
    void theListIsDismissedForOnePersonAndComesBackWhereThatWasAMistake() {
        Person founder = Person.founder(company);
        Beginning beginning = Beginning.of(visits.by(founder), "zh-CN").home();
        beginning.visit.button("不再显示").click();
        assertThat(beginning.list()).hasCount(0);

        beginning.visit.button("撤销").click();
        beginning.isAt(0, 5);
        beginning.visit.button("不再显示").click();
        assertThat(beginning.list()).hasCount(0);

        Beginning elsewhere = Beginning.of(visits.by(founder), "zh-CN").home();
        assertThat(elsewhere.visit.page().locator(".home.awaited")).hasCount(0);
        assertThat(elsewhere.list()).hasCount(0);
        Person lin = Person.invited(company, "林悦", "lin").arrived();
        assertThat(Beginning.of(visits.by(lin), "zh-CN").home().list()).isVisible();
    }

    private static void looks(Visit visit, String name, String locale, Screen screen, ColorScheme colours) {
        assertThat(visit.page().locator("main[aria-busy=true]")).hasCount(0);
        assertThat(visit.page().locator(".skeleton")).hasCount(0);
        String dark = colours == ColorScheme.DARK ? "-dark" : "";
        Pictures.keep(visit, (name + "-" + screen + "-" + locale + dark).toLowerCase(Locale.ROOT));
        assertThat(Axe.faults(visit)).isEmpty();
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }
}
