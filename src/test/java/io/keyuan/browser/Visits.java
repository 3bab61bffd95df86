package io.keyuan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The windows a test opens: closed after it, and none may have had an error. A test that fails says what was on the screen then, and a
 * picture of it stays.
 */
final class Visits implements AfterEachCallback, TestExecutionExceptionHandler {

    /** A failure is read among others: so much of the screen is enough to see where one was. */
    private static final int TOLD_OF_SCREEN = 3_000;

    private final List<Visit> open = new ArrayList<>();

    /** The window of somebody signed in. */
    Visit by(Person person, Setting setting) {
        return before(setting).signedIn(person);
    }

    /** The same, in a browser that has read nothing of the console before. */
    Visit firstBy(Person person) {
        URI origin = RunningProgram.get().address();
        return add(new Visit(origin, Window.fresh(origin, Setting.CHINESE))).signedIn(person);
    }

    Visit by(Person person) {
        return by(person, Setting.CHINESE);
    }

    /** The window of somebody before the door of this company. */
    Visit at(TestTenant company, Setting setting) {
        int port = RunningProgram.get().address().getPort();
        return to(URI.create("http://" + company.slug() + ".localhost:" + port), setting);
    }

    /** The window of somebody before the door of whatever companies there are. */
    Visit before(Setting setting) {
        return to(RunningProgram.get().address(), setting);
    }

    private Visit to(URI origin, Setting setting) {
        return add(new Visit(origin, Window.of(origin, setting)));
    }

    private Visit add(Visit visit) {
        open.add(visit);
        return visit;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        if (open.isEmpty() || failure instanceof TestAbortedException) {
            throw failure;
        }
        String screens = open.stream().map(Visits::onScreen).collect(Collectors.joining("\n---\n"));
        throw new AssertionError(failure.getMessage() + "\nOn the screen then:\n" + screens, failure);
    }

    private static String onScreen(Visit visit) {
        try {
            String seen = visit.page().locator("body").ariaSnapshot();
            // What stands around every page says little.
            String page = seen.substring(Math.max(0, seen.indexOf("- main")));
            return visit.page().url() + "\n" + page.substring(0, Math.min(page.length(), TOLD_OF_SCREEN));
        } catch (PlaywrightException gone) {
            return String.valueOf(gone.getMessage());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            keepPictures(test);
        }
        List<String> faults = open.stream().flatMap(visit -> visit.faults().stream()).toList();
        open.forEach(Visit::close);
        open.clear();
        assertThat(faults).as("what went wrong in the browser unseen").isEmpty();
    }

    private void keepPictures(ExtensionContext test) {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).screenshot(Pictures.FOLDER.resolve("failed-" + test.getRequiredTestMethod().getName() + "-" + i + ".png"));
        }
    }
}
