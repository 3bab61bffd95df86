package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the first screen of a visit costs on each page, in a window that has nothing yet: neither cache nor service worker.
 * Script is counted as the bytes of the bodies as they came over the wire, compressed as the program serves them, until the
 * page stands. What the console fetches ahead while nobody waits is not begun, and no news is heard.
 */
class BudgetTest {

    private static final int SCRIPT = 400_000;

    /** Below this people notice no jump; see the Core Web Vitals. */
    private static final double SHIFT = 0.1;

    private static final SampleCompany COMPANY = SampleCompany.get();

    private static final String PREPARATION = """
            window.shift = 0
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              if (!entry.hadRecentInput) window.shift += entry.value
            })).observe({ type: 'layout-shift', buffered: true })
            window.requestIdleCallback = () => 0
            delete Navigator.prototype.serviceWorker
            """;

    private static final String BYTES = """
            performance.getEntriesByType('resource')
              .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
              .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
            """;

    /**
     * @param stands what is on it when it is whole
     * @param requests to the API, at most
     */
    record Screen(String path, String stands, int requests) {

        @Override
        public String toString() {
            return path.startsWith("/customers/") ? "a record" : path;
        }
    }

    static Stream<Screen> screens() {
        return Stream.of(
                new Screen("/", ".home .card", 12),
                new Screen("/opportunities", ".row a", 6),
                new Screen("/opportunities?view=board", ".board-card", 11),
                new Screen("/tasks?view=calendar&day=2026-11-20", "[data-day='2026-11-20'] a", 6),
                new Screen("/opportunities?view=chart", ".drawing[role=img]", 5),
                new Screen("/insight", ".drawing[role=img]", 13),
                new Screen(TalkedAbout.CUSTOMER, ".tl .thread", 5),
                new Screen("/imports", "main .card", 3),
                new Screen("/settings", ".setting", 3),
                new Screen("/settings/company", ".setting", 5),
                new Screen("/settings/organisation", ".settings .card", 8),
                new Screen("/settings/roles", ".settings a", 4),
                new Screen("/settings/rules", ".settings .card", 4),
                new Screen("/settings/audit", ".audit-filters", 7));
    }

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @MethodSource("screens")
    void theFirstScreenStaysWithinItsBudget(Screen screen) {
        Visit visit = fresh();
        var scripts = new Requests(visit.page(), Requests.FOR_SCRIPTS);
        var questions = new Requests(visit.page(), Requests.TO_THE_API);

        visit.open(screen.path());
        assertThat(visit.page().locator(screen.stands()).first()).isVisible();
        assertThat(visit.page().locator("main[aria-busy=true], .skeleton")).hasCount(0);
        scripts.settled();
        List<String> asked = questions.settled().stream().map(BudgetTest::told).toList();

        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(screen.requests());
        assertThat(number(visit, BYTES)).as("bytes of script").isBetween(100_000.0, (double) SCRIPT);
        assertThat(number(visit, "window.shift")).as("how far things jump").isLessThan(SHIFT);
    }

    @Test
    void whatARecordsPageShowsIsAskedForInOneQuestion() {
        Visit visit = fresh();
        String address = "/api/v1" + TalkedAbout.CUSTOMER;
        var questions = new Requests(visit.page(), request -> request.method().equals("GET") && request.url().contains("/api/v1/customers"));

        visit.open(TalkedAbout.CUSTOMER);
        assertThat(visit.page().locator(".tl .thread").first()).isVisible();
        assertThat(visit.page().locator(".skeleton")).hasCount(0);

        assertThat(questions.settled()).extracting(BudgetTest::told).containsExactly(
                "GET " + address + "/overview?parts=advice,files,followers,open,owners,record,related,rights,shares,timeline");
    }

    private Visit fresh() {
        Visit visit = visits.firstBy(COMPANY.lin());
        visit.page().addInitScript(PREPARATION);
        // What is heard there depends on what else happens in the company.
        visit.page().route("**/api/v1/live*", heardNever -> {});
        return visit;
    }

    private static double number(Visit visit, String script) {
        return ((Number) visit.page().evaluate(script)).doubleValue();
    }

    private static String told(Request request) {
        URI address = URI.create(request.url());
        return request.method() + " " + address.getPath() + (address.getQuery() == null ? "" : "?" + address.getQuery());
    }
}
