package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.keyuan.TestAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Working on a customer with others: what was said, what comes next, who should know. */
class TimelineWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();
    private static final Person WANG = Person.invited(COMPANY.tenant(), "王芳", "wangfang").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aCallIsLoggedWithItsNextStepWithoutLeavingTheRecord() {
        TestAnswer customer = COMPANY.create("customers", Map.of("name", "杭州智联供应链"));
        Visit visit = visits.by(COMPANY.lin()).open("/customers/" + customer.id());
        Locator timeline = visit.card("动态");

        visit.one(AriaRole.TAB, "跟进记录").click();
        timeline.getByText("电话").first().click();
        visit.field("跟进内容").fill("何敏：合同模板走法务，预计三个工作日。");
        visit.page().reload();
        assertThat(visit.field("跟进内容")).hasValue("何敏：合同模板走法务，预计三个工作日。");
        visit.field("下一步计划").fill("寄出合同");
        visit.field("下一步日期").fill("2026-12-01");
        visit.field("下一步日期").press("Enter");
        visit.field("下一步计划").press("Control+Enter");

        Locator log = timeline.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("合同模板走法务"));
        assertThat(log).containsText("林悦");
        assertThat(log).containsText("电话");
        assertThat(visit.field("跟进内容")).hasValue("");
        Locator task = visit.one(AriaRole.CHECKBOX, "完成 寄出合同");
        task.click();
        assertThat(visit.one(AriaRole.CHECKBOX, "重新打开 寄出合同")).isChecked();
        assertThat(visit.card("任务")).containsText("已完成");
    }

    @Test
    void whoeverIsNamedFindsItOnHomeAndAnswers() {
        TestAnswer customer = COMPANY.create("customers", Map.of("name", "厦门同安茶业"));
        Visit lin = visits.by(COMPANY.lin()).open("/customers/" + customer.id());

        lin.one(AriaRole.TAB, "评论").click();
        Locator box = lin.field("写评论，输入 @ 提及同事");
        box.pressSequentially("@wangf");
        lin.page().locator(".ant-mentions-dropdown").getByText("王芳").click();
        box.pressSequentially("请确认账期");
        box.press("Control+Enter");
        assertThat(lin.card("动态")).containsText("@王芳");
        assertThat(box).hasValue("");

        Visit wang = visits.by(WANG).open("/");
        Locator mentions = wang.card("提到我的");
        assertThat(mentions).containsText("1 条新的");
        mentions.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("请确认账期")).click();
        wang.seesHeading("厦门同安茶业");
        assertThat(wang.button("已关注")).isVisible();
        wang.button("回复").click();
        wang.field("回复，输入 @ 提及同事").fill("三十天，已确认");
        wang.field("回复，输入 @ 提及同事").press("Control+Enter");
        assertThat(wang.one(AriaRole.LIST, "回复")).containsText("三十天，已确认");

        lin.open("/");
        Locator followed = lin.card("我的关注").getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("厦门同安茶业"));
        assertThat(followed).containsText("评论 1");
        followed.click();
        assertThat(lin.one(AriaRole.LIST, "回复")).containsText("王芳 三十天，已确认");
        wang.open("/");
        assertThat(wang.card("提到我的")).not().containsText("条新的");
    }

    @Test
    void somebodyWhoMayNotSeeTheRecordIsNotNamed() {
        TestAnswer customer = COMPANY.create("customers", Map.of("name", "宁波海天包装"));
        COMPANY.tenant().person("outsider");
        Visit lin = visits.by(COMPANY.lin()).open("/customers/" + customer.id());
        lin.one(AriaRole.TAB, "评论").click();
        Locator box = lin.field("写评论，输入 @ 提及同事");
        box.pressSequentially("@outsid");
        lin.page().locator(".ant-mentions-dropdown").getByText("outsider").first().click();
        box.pressSequentially("看看这个");

        box.press("Control+Enter");

        assertThat(lin.card("动态").getByRole(AriaRole.ALERT)).hasText("outsider 无权查看这条记录，不能提及。内容未保存。");
        assertThat(box).hasValue("@outsider 看看这个");
    }
}
