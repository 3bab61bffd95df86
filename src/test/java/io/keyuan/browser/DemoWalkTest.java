package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody looks at Keyuan with a sample company in it, and has it taken away before work begins. */
class DemoWalkTest {

    private static final double LONG = 120_000;

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void itFillsShowsSomethingEverywhereAndGoes() {
        TestTenant company = RunningProgram.freshTenant();
        Person person = Person.invited(company, "林静", "lin-jing").settled();
        Visit visit = visits.by(person).open("/settings/sample");
        visit.button("填充示例公司").click();
        Locator panel = visit.card("示例公司");
        assertThat(panel).containsText("示例公司已就绪", patiently());
        picture(visit, "sample-company");

        for (ObjectType type : RunningProgram.get().bean(ObjectTypes.class).all()) {
            if (!type.can(Capability.HIDDEN)) {
                visit.open("/" + type.path());
                assertThat(visit.page().getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW).nth(1)).isVisible();
                picture(visit, "sample-" + type.path());
            }
        }
        aRecordTellsItsStory(visit, company);
        thePhoneShowsTheSame(person);

        visit.open("/settings/sample");
        visit.button("移除示例公司").click();
        visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last().click();
        assertThat(panel).containsText("已移除", patiently());
        assertThat(visit.button("填充示例公司")).isEnabled();
        picture(visit, "sample-company-removed");
    }

    private static void aRecordTellsItsStory(Visit visit, TestTenant company) {
        String won = company.administrator().get("/api/v1/opportunities?limit=1&sort=-amount").expect(200).text("/items/0/id");
        visit.open("/opportunities/" + won);
        assertThat(visit.page().getByText("初步接洽").first()).isVisible();
        picture(visit, "sample-opportunity");
        String lead = company.administrator().get("/api/v1/leads?limit=1").expect(200).text("/items/0/id");
        visit.open("/leads/" + lead);
        assertThat(visit.button("转为客户")).isVisible();
        picture(visit, "sample-lead");
        visit.open("/");
        assertThat(visit.card("商机漏斗")).isVisible();
        picture(visit, "sample-home");
    }

    private void thePhoneShowsTheSame(Person person) {
        for (String page : List.of("/settings/sample", "/leads", "/customers")) {
            Visit phone = visits.by(person, new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT)).open(page);
            assertThat(phone.page().locator("main h1").first()).isVisible();
            picture(phone, "sample-phone" + page.replace('/', '-'));
        }
    }

    private static void picture(Visit visit, String name) {
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
        Pictures.keep(visit, name.toLowerCase(Locale.ROOT));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
    }
}
