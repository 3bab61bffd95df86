package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.TestClient;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link Pictures} of the pages for people to judge; of each page also what a picture need not be looked at for.
 */
class LookTest {

    private static final SampleCompany COMPANY = SampleCompany.get();
    private static final Map<String, String> CREATE = Map.of("zh-CN", "新建商机", "en-US", "New opportunity");

    /** Each kind of layout, and each of the two sets of colours, once. */
    private static final Set<Setting> JUDGED = Set.of(
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("zh-CN", Screen.DESK, ColorScheme.DARK),
            new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT));

    private final Map<String, String> pages = pagesOf();
    private final List<String> barriers = new ArrayList<>();

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @CsvSource({"zh-CN, DESK, LIGHT", "en-US, DESK, LIGHT", "en-US, PHONE, LIGHT", "zh-CN, PHONE, DARK", "zh-CN, DESK, DARK"})
    void everyPageIsWholeInItsLanguageAtEveryWidth(String locale, Screen screen, ColorScheme colours) {
        var setting = new Setting(locale, screen, colours);
        Visit door = visits.at(COMPANY.tenant(), setting).open("/");
        assertThat(door.page().getByRole(AriaRole.TEXTBOX)).hasCount(2);
        keep(door, "sign-in", setting);

        Visit visit = visits.by(COMPANY.lin(), setting);
        for (var page : pages.entrySet()) {
            visit.open(page.getValue());
            keep(visit, page.getKey(), setting);
        }
        visit.open(TalkedAbout.CUSTOMER);
        if (screen == Screen.PHONE) {
            visit.page().getByTitle(Pattern.compile("动态|Timeline")).click();
        }
        assertThat(visit.page().locator(".thread")).isVisible();
        keep(visit, "timeline", setting);

        visit.open("/opportunities");
        visit.button(Objects.requireNonNull(CREATE.get(locale))).click();
        assertThat(visit.dialog(Objects.requireNonNull(CREATE.get(locale))).getByRole(AriaRole.TEXTBOX).first()).isVisible();
        keep(visit, "form", setting);

        visit.open("/");
        assertThat(visit.search("云").first()).isVisible();
        keep(visit, "search", setting);
        assertThat(barriers).as("what keeps people from using a page").isEmpty();
    }

    private static Map<String, String> pagesOf() {
        String customer = COMPANY.ask("customers?filter=" + TestClient.encoded("name.startsWith('北京')")).text("/items/0/id");
        String sale = COMPANY.ask("opportunities?filter=" + TestClient.encoded("externalId == 'OP0001'")).text("/items/0/id");
        return Map.ofEntries(
                entry("home", "/"),
                entry("list", "/opportunities?sort=-closeDate"),
                entry("board", "/opportunities?view=board"),
                entry("chart", "/opportunities?view=chart&group=owner.department&measure=sum(amount)"),
                entry("insight", "/insight"),
                entry("customers", "/customers?sort=-revenue"),
                entry("customer", "/customers/" + customer),
                entry("record", "/opportunities/" + sale),
                entry("recycle-bin", "/recycle-bin?object=opportunities"),
                entry("imports", "/imports?object=opportunities"),
                entry("jobs", "/jobs"),
                entry("roles", "/settings/roles"),
                entry("sharing", "/settings/sharing"),
                entry("settings", "/settings"));
    }

    private void keep(Visit visit, String name, Setting setting) {
        assertThat(visit.page().locator("main h1, .gate h1").first()).isVisible();
        assertThat(visit.page().locator(".skeleton")).hasCount(0);
        // Parts of a page that come late show nothing before.
        assertThat(visit.page().locator("main[aria-busy=true]")).hasCount(0);
        assertThat(visit.page().locator("html")).hasAttribute("lang", setting.locale().startsWith("zh") ? setting.locale() : "en");
        Pictures.keep(visit, fileName(name, setting));
        if (JUDGED.contains(setting)) {
            Axe.faults(visit).forEach(fault -> barriers.add(name + ": " + fault));
        }
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels of %s beyond the right edge", name)
                .isEqualTo(0);
    }

    private static String fileName(String name, Setting setting) {
        String dark = setting.colours() == ColorScheme.DARK ? "-dark" : "";
        return (name + "-" + setting.screen() + "-" + setting.locale() + dark).toLowerCase(Locale.ROOT);
    }
}
