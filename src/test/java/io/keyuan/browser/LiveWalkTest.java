package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.TestAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people work on the same records, and see each other's work without asking for it. */
class LiveWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void whatAColleagueChangesIsOnTheOpenPageAndStandsOut() {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", "两人同看的商机", "nextStep", "先打电话"));
        Visit visit = listening("/opportunities/" + sale.id());
        assertThat(visit.card("跟进情况")).containsText("先打电话");

        COMPANY.change("opportunities", sale, Map.of("nextStep", "登门拜访"));

        assertThat(visit.card("跟进情况").locator(".fresh")).containsText("登门拜访");
        assertThat(visit.card("动态")).containsText("登门拜访");
    }

    @Test
    void whatAColleagueCreatesComesIntoTheOpenList() {
        Visit visit = listening("/opportunities?sort=-createdAt");
        visit.seesHeading("商机");

        COMPANY.create("opportunities", Map.of("title", "同事刚建的商机"));

        assertThat(visit.link("同事刚建的商机")).isVisible();
        // What was made just before the page was opened may be news to it as well.
        assertThat(visit.page().locator(".row.fresh").first()).containsText("同事刚建的商机");
    }

    @Test
    void whatAColleagueAddsToARecordStandsOnItsOpenPage() {
        TestAnswer customer = COMPANY.create("customers", Map.of("name", "众人跟进的客户"));
        Visit visit = listening("/customers/" + customer.id());
        assertThat(visit.card("任务")).containsText("暂无记录");

        COMPANY.create("tasks", Map.of("title", "同事记下的任务", "customer", Map.of("id", customer.id())));

        assertThat(visit.card("任务")).containsText("同事记下的任务");
        assertThat(visit.card("动态")).containsText("同事记下的任务");
    }

    @Test
    void whatIsBeingTypedStaysWhileThePageFollows() {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", "改名前的商机", "nextStep", "约见采购"));
        Visit visit = listening("/opportunities/" + sale.id());
        visit.edit("下一步计划");
        Locator plan = visit.card("跟进情况").getByLabel("下一步计划");
        plan.fill("周四送样品");

        COMPANY.change("opportunities", sale, Map.of("title", "改名后的商机"));
        visit.seesHeading("改名后的商机");
        assertThat(plan).hasValue("周四送样品");

        // Nobody else has touched this value, so there is nothing to ask about.
        plan.press("Enter");
        assertThat(visit.card("跟进情况")).containsText("周四送样品");
        assertThat(visit.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void aDeletedRecordSaysSoToWhoeverLooksAtIt() {
        TestAnswer sale = COMPANY.create("opportunities", Map.of("title", "将被删除的商机"));
        Visit visit = listening("/opportunities/" + sale.id());
        visit.seesHeading("将被删除的商机");

        COMPANY.delete("opportunities", sale);

        assertThat(visit.page().getByRole(AriaRole.STATUS).getByText("删除了这条记录")).isVisible();
    }

    /** Lin at a page whose window the program knows. */
    private Visit listening(String path) {
        Visit visit = visits.by(COMPANY.lin());
        visit.page().waitForResponse("**/api/v1/live*", () -> visit.open(path));
        return visit;
    }
}
