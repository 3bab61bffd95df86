package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moving opportunities on the board. */
class BoardWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    private static TestAnswer sale(String title, String stage) {
        return COMPANY.create("opportunities", Map.of("title", title, "stage", stage, "amount", Map.of("amount", "1200", "currency", "USD")));
    }

    /** The board with nothing but the sale of this title on it. */
    private Visit boardOf(String title, Setting setting) {
        return open(visits.by(COMPANY.lin(), setting), title);
    }

    private static Visit open(Visit visit, String title) {
        return visit.open("/opportunities?view=board&filter=" + TestClient.encoded("title == '" + title + "'"));
    }

    private static Locator cardIn(Visit visit, String column, String title) {
        return visit.card(column).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true));
    }

    private static String stageOf(TestAnswer sale) {
        return COMPANY.ask("opportunities/" + sale.id()).text("/stage");
    }

    private static void drag(Visit visit, Locator card, Locator column) {
        BoundingBox from = card.boundingBox();
        BoundingBox to = column.boundingBox();
        var mouse = visit.page().mouse();
        mouse.move(from.x + 20, from.y + 8);
        mouse.down();
        mouse.move(from.x + 40, from.y + 20);
        mouse.move(to.x + to.width / 2, to.y + 120);
        mouse.move(to.x + to.width / 2, to.y + 130);
        mouse.up();
    }

    @Test
    void aCardIsDraggedToAnotherColumnAndCountsThere() {
        TestAnswer sale = sale("拖到谈判的商机", "engaging");
        Visit visit = boardOf("拖到谈判的商机", Setting.CHINESE);
        assertThat(visit.card("需求确认").locator("header")).hasText("需求确认1US$1,200");

        drag(visit, cardIn(visit, "需求确认", "拖到谈判的商机"), visit.card("商务谈判"));

        assertThat(cardIn(visit, "商务谈判", "拖到谈判的商机")).isVisible();
        assertThat(visit.text("已移动到“商务谈判”").first()).isVisible();
        assertThat(visit.card("商务谈判").locator("header")).hasText("商务谈判1US$1,200");
        assertThat(visit.card("需求确认").locator("header")).hasText("需求确认0");
        assertThat(stageOf(sale)).isEqualTo("negotiating");
    }

    @Test
    void losingAsksWhyInTheCardAndGoesBackWhereNobodyAnswers() {
        TestAnswer sale = sale("会丢掉的商机", "proposing");
        Visit visit = boardOf("会丢掉的商机", Setting.CHINESE);

        visit.choose("移动“会丢掉的商机”", "输单");
        Locator question = visit.one(AriaRole.FORM, "转为“输单”");
        assertThat(question).containsText("此项必填");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("取消")).click();
        assertThat(cardIn(visit, "方案报价", "会丢掉的商机")).isVisible();
        assertThat(stageOf(sale)).isEqualTo("proposing");

        visit.choose("移动“会丢掉的商机”", "输单");
        visit.pick("输单原因", "价格太高");
        visit.button("转为“输单”").click();
        assertThat(visit.text("已移动到“输单”").first()).isVisible();
        assertThat(cardIn(visit, "输单", "会丢掉的商机")).isVisible();
        assertThat(COMPANY.ask("opportunities/" + sale.id()).text("/lossReason")).isEqualTo("price");
    }

    @Test
    void whoeverWasFasterIsNotOverwrittenUnasked() {
        TestAnswer sale = sale("两人都在移动的商机", "engaging");
        Visit visit = visits.by(COMPANY.lin());
        // The news does not come through.
        visit.page().route("**/api/v1/live*", unanswered -> {});
        open(visit, "两人都在移动的商机");
        assertThat(cardIn(visit, "需求确认", "两人都在移动的商机")).isVisible();
        COMPANY.change("opportunities", sale, Map.of("stage", "proposing"));

        visit.choose("移动“两人都在移动的商机”", "商务谈判");
        assertThat(visit.card("商务谈判")).containsText("刚刚改过这条记录");
        visit.button("采用对方的").click();

        assertThat(cardIn(visit, "方案报价", "两人都在移动的商机")).isVisible();
        assertThat(visit.card("商务谈判").locator("header")).hasText("商务谈判0");
        assertThat(stageOf(sale)).isEqualTo("proposing");
    }

    @Test
    void aColumnGoesOnToItsLastCard() {
        String last = COMPANY.ask("opportunities?sort=updatedAt&limit=1&filter=" + TestClient.encoded("stage == 'won'")).text("/items/0/id");
        Visit visit = visits.by(COMPANY.lin()).open("/opportunities");
        visit.page().locator(".view-switch").getByText("看板").click();
        visit.card("赢单").getByRole(AriaRole.LINK).first().hover();

        Locator card = visit.card("赢单").locator("a[href='/opportunities/" + last + "']");
        visit.page().waitForCondition(() -> {
            visit.page().mouse().wheel(0, 2_000);
            return card.isVisible();
        });

        assertThat(card).isVisible();
        assertThat(visit.card("赢单").locator("header > span")).hasText("%,d".formatted(COMPANY.count("opportunities", "stage == 'won'")));
    }

    @Test
    void onAPhoneACardIsMovedByItsMenu() {
        TestAnswer sale = sale("手机上的商机", "engaging");
        Visit visit = boardOf("手机上的商机", new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT));
        cardIn(visit, "需求确认", "手机上的商机").scrollIntoViewIfNeeded();

        visit.choose("移动“手机上的商机”", "方案报价");

        assertThat(visit.text("已移动到“方案报价”").first()).isVisible();
        assertThat(cardIn(visit, "方案报价", "手机上的商机")).isVisible();
        assertThat(stageOf(sale)).isEqualTo("proposing");
    }
}
