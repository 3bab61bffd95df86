package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading what was imported: lists, filters, sorting, sums. */
class ListWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @CsvSource({
        "customers, 客户, 台北禾光設計股份有限公司",
        "contacts, 联系人, Grace Oldham",
        "products, 产品, 磐石 500",
        "users, 员工, 王立新",
    })
    void aListShowsWhatTheCompanyHas(String object, String label, String title) {
        Visit visit = visits.by(COMPANY.lin()).open("/");

        visit.link(label).click();

        visit.seesHeading(label);
        assertThat(table(visit, label).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true)))
                .isVisible();
        assertThat(visit.text(COMPANY.ask(object + "?count=exact").at("/count/value").asInt() + " 条")).isVisible();
    }

    @Test
    void aFilterInWordsLeavesTheWonOnesAndTheirSumAsTheServerCountsThem() {
        TestAnswer won = COMPANY.ask("opportunities/aggregate?group=stage&measure=count,sum(amount)&filter="
                + TestClient.encoded("stage == 'won'"));
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities");

        visit.button("筛选").click();
        visit.one(AriaRole.COMBOBOX, "选择字段").fill("销售阶段");
        visit.page().keyboard().press("Enter");
        visit.one(AriaRole.CHECKBOX, "赢单").check();
        visit.button("应用").click();

        assertThat(visit.button("销售阶段 是 赢单")).isVisible();
        assertThat(visit.page()).hasURL(Pattern.compile("filter="));
        assertThat(visit.page().locator(".page-head")).containsText(won.at("/groups/0/count").asInt() + " 条");
        assertThat(visit.page().locator(".foot")).containsText("预计金额合计 " + dollars(won.text("/groups/0/sum(amount)/base/amount")));
        assertThat(stagesInSight(visit)).hasText(Pattern.compile("^赢单$"));

        visit.button("清除全部").click();
        assertThat(visit.page().locator(".page-head")).containsText(COMPANY.count("opportunities", "has(title)") + " 条");
    }

    private static Locator stagesInSight(Visit visit) {
        return table(visit, "商机").getByRole(AriaRole.ROW).nth(1).locator(".pill");
    }

    @Test
    void aHeaderSortsAndTheListGoesOnToItsEnd() {
        TestAnswer greatest = COMPANY.ask("opportunities?sort=-amount&limit=1&fields=amount");
        int rows = COMPANY.count("opportunities", "stage in ['won','lost','engaging','prospecting']");
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities");

        visit.button("预计金额").click();

        assertThat(visit.one(AriaRole.COLUMNHEADER, "预计金额")).hasAttribute("aria-sort", "descending");
        assertThat(table(visit, "商机").getByRole(AriaRole.ROW).nth(1)).containsText(dollars(greatest.text("/items/0/amount/amount")));

        Locator last = visit.page().locator("[aria-rowindex='" + (rows + 1) + "']");
        table(visit, "商机").getByRole(AriaRole.ROW).nth(3).hover();
        visit.page().waitForCondition(() -> {
            visit.page().mouse().wheel(0, 2_000);
            return last.isVisible();
        });
        assertThat(last).isInViewport();
    }

    @Test
    void homeSaysHowMuchIsWon() {
        TestAnswer won = COMPANY.ask("opportunities/aggregate?measure=count,sum(amount)&filter=" + TestClient.encoded("stage == 'won'"));
        String count = won.at("/groups/0/count").asInt() + " 条";
        Visit visit = visits.by(COMPANY.lin()).open("/");

        Locator bar = visit.card("商机漏斗").getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("赢单"));

        assertThat(bar).hasAccessibleDescription("赢单 · " + dollars(won.text("/groups/0/sum(amount)/base/amount")) + " · " + count);
        bar.click();
        visit.seesHeading("商机");
        assertThat(visit.page().locator(".page-head")).containsText(count);
    }

    private static Locator table(Visit visit, String label) {
        return visit.one(AriaRole.TABLE, label);
    }

    /** As a reader of Chinese sees American dollars. */
    private static String dollars(String amount) {
        return "US$%,d".formatted(new BigDecimal(amount).toBigIntegerExact());
    }
}
