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

/** Pictures whose figures are those of the lists behind them. */
class ChartWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "赢单金额，按负责人 · 部门 | owner.department | 负责人 · 部门 等于",
        "赢单金额，按负责人 · 上级 | owner.manager    | 负责人 · 上级 等于",
        "赢单金额，按产品          | lines.product    | 产品 等于",
    })
    void everyFigureOfTheOverviewLeadsToItsRecords(String card, String group, String chip) {
        TestAnswer answer = COMPANY.ask("opportunities/aggregate?measure=count,sum(amount)&group=" + group
                + "&filter=" + TestClient.encoded("stage == 'won'"));
        String title = answer.at("/groups/0").path(group).path("title").asString();
        String sum = dollars(answer.at("/groups/0").path("sum(amount)").path("base").path("amount").asString());
        Visit visit = visits.by(COMPANY.lin()).open("/insight");

        visit.card(card).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("查看表格")).click();
        Locator row = visit.card(card).getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(visit.one(AriaRole.ROWHEADER, title)));
        assertThat(row).containsText(sum);
        row.getByRole(AriaRole.LINK).click();

        visit.seesHeading("商机");
        assertThat(visit.button(chip + " " + title)).isVisible();
        assertThat(visit.page().locator(".page-head")).containsText(answer.at("/groups/0/count").asInt() + " 条");
        assertThat(visit.page().locator(".foot")).containsText("预计金额合计 " + sum);
    }

    @Test
    void aBarLeadsToItsRecordsToo() {
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities?view=chart&group=stage&kind=breakdown");

        Locator bar = visit.page().locator(".drawing.breakdown .chart-row").first();
        bar.hover();
        assertThat(visit.page().locator(".chart-told")).containsText("初步接洽");
        bar.click();

        assertThat(visit.button("销售阶段 等于 初步接洽")).isVisible();
        assertThat(visit.page().locator(".page-head")).containsText(COMPANY.count("opportunities", "stage == 'prospecting'") + " 条");
    }

    @Test
    void whatAChartShowsIsChosenAndStandsInTheAddress() {
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities");
        visit.page().locator(".view-switch").getByText("图表").click();
        assertThat(visit.card("商机漏斗（数量）")).isVisible();

        visit.one(AriaRole.COMBOBOX, "分组方式").fill("预计成交日期（按季度）");
        visit.page().keyboard().press("Enter");
        visit.pick("统计值", "预计金额合计");

        assertThat(visit.card("预计金额合计，按预计成交日期（季度）")).isVisible();
        assertThat(visit.page().locator(".drawing.trend")).isVisible();
        assertThat(visit.page()).hasURL(Pattern.compile("group=closeDate"));
        visit.page().reload();
        assertThat(visit.card("预计金额合计，按预计成交日期（季度）")).isVisible();
    }

    /** As a reader of Chinese sees American dollars. */
    private static String dollars(String amount) {
        return "US$%,d".formatted(new BigDecimal(amount).toBigIntegerExact());
    }
}
