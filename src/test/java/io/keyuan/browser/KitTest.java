package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every component in every state, in settings that bring together every two of what there is: pictures to judge, and what keeps people from using one. */
class KitTest {

    private static final Office OFFICE = new Office();
    private static final List<String> DIALOGS = List.of("bulk", "secret", "password", "drawer", "form", "confirm");

    /** Each language, width and set of colours twice: a dialog is opened alone, which takes its time. */
    private static final Set<Setting> IN_DIALOGS = Set.of(
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("en-US", Screen.DESK, ColorScheme.DARK),
            new Setting("zh-CN", Screen.PHONE, ColorScheme.DARK), new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT));

    /** What the page around the kit asks for, as around every page. */
    private static final List<String> OF_THE_FRAME = List.of("/session", "/metadata", "/notifications", "/live");

    private static final double LONG = 60_000;

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @CsvSource({
        "zh-CN, DESK, LIGHT", "en-US, DESK, DARK", "zh-CN, PHONE, DARK", "en-US, PHONE, LIGHT",
    })
    void everythingIsWholeAndUsableInEverySetting(String locale, Screen screen, ColorScheme colours) {
        var setting = new Setting(locale, screen, colours);
        Visit visit = visits.by(OFFICE.lin(), setting);
        List<String> asked = new CopyOnWriteArrayList<>();
        visit.page().onRequest(request -> {
            if (request.url().contains("/api/v1/") && OF_THE_FRAME.stream().noneMatch(request.url()::contains)) {
                asked.add(request.method() + " " + request.url());
            }
        });
        visit.open("/kit");
        Words words = Words.of(locale);
        stands(visit, words);
        assertThat(asked).as("requests of a page that has its data beside it").isEmpty();

        // As high as the page, so that no part of it is out of sight.
        Object height = visit.page().evaluate("document.querySelector('main').scrollHeight + 200");
        visit.page().setViewportSize(screen.width, ((Number) height).intValue());
        for (Locator part : visit.page().locator(".kit-part").all()) {
            part.screenshot(new Locator.ScreenshotOptions()
                    .setPath(Pictures.FOLDER.resolve(file(String.valueOf(part.getAttribute("id")), setting)))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
        visit.page().setViewportSize(screen.width, screen.height);
        List<String> barriers = new ArrayList<>(Axe.faults(visit));
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the right edge")
                .isEqualTo(0);
        for (String dialog : IN_DIALOGS.contains(setting) ? DIALOGS : List.<String>of()) {
            visit.button(words.say("kit.dialogs." + dialog)).click();
            Locator open = visit.page().getByRole(AriaRole.DIALOG);
            assertThat(open).isVisible();
            barriers.addAll(Axe.faults(visit, "[role=dialog]"));
            visit.page().screenshot(new ScreenshotOptions()
                    .setPath(Pictures.FOLDER.resolve(file("kit-dialog-" + dialog, setting)))
                    .setAnimations(ScreenshotAnimations.DISABLED));
            visit.page().keyboard().press("Escape");
            assertThat(open).hasCount(0);
        }
        assertThat(barriers).as("what keeps people from using a component").isEmpty();
    }

    /** Parts that load late, and pictures that are being drawn; there is much to draw. */
    private static void stands(Visit visit, Words words) {
        visit.seesHeading(words.say("kit.title"));
        assertThat(visit.page().locator(".kit-part")).hasCount(12, patiently());
        assertThat(visit.page().locator(".kit-field")).hasCount(17, patiently());
        assertThat(visit.page().locator(".kit-field .lines")).hasCount(6, patiently());
        assertThat(visit.page().locator(".input-place")).hasCount(0, patiently());
        assertThat(visit.page().locator(".drawing[role=img]")).hasCount(3, patiently());
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(LONG);
    }

    @Test
    void theListOfAnOpenSelectHasTheNameOfItsControl() {
        Visit visit = visits.by(OFFICE.lin()).open("/kit");
        stands(visit, Words.of("zh-CN"));

        visit.page().locator("#kit-buttons").getByRole(AriaRole.COMBOBOX).click();

        assertThat(visit.one(AriaRole.LISTBOX, "级别")).hasCount(1);
        assertThat(Axe.faults(visit)).isEmpty();
    }

    @Test
    void densityAndColoursAreSwitchedOnThePage() {
        Visit visit = visits.by(OFFICE.lin()).open("/kit");
        stands(visit, Words.of("zh-CN"));
        assertThat(visit.page().locator(".grid.regular")).hasCount(2);

        visit.titled("紧凑").click();
        assertThat(visit.page().locator(".grid.compact")).hasCount(2);
        visit.titled("深色").click();
        assertThat(visit.page().locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void administratorsFindItInSettingsAndOthersDoNot() {
        Visit visit = visits.by(OFFICE.lin()).open("/settings");
        visit.link("组件一览").click();
        visit.seesHeading("组件一览");

        Visit other = visits.by(OFFICE.colleague("周敏", "zhoumin")).open("/settings");
        assertThat(other.one(AriaRole.NAVIGATION, "设置")).isVisible();
        assertThat(other.link("组件一览")).hasCount(0);
        other.open("/kit");
        assertThat(other.page().getByRole(AriaRole.ALERT)).isVisible();
        assertThat(other.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("组件一览"))).hasCount(0);
    }

    private static String file(String name, Setting setting) {
        String dark = setting.colours() == ColorScheme.DARK ? "-dark" : "";
        return (name + "-" + setting.screen() + "-" + setting.locale() + dark + ".png").toLowerCase(Locale.ROOT);
    }
}
