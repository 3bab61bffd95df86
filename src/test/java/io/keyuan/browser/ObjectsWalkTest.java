package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company models its transport plans and works with them, without a word to anybody who programs. */
class ObjectsWalkTest {

    private static final String PLANS = "/c-transport-plans";

    private final Office office = new Office();

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void transportPlansAreModelledAndWorkedWith() {
        Person min = office.colleague("周敏", "zhoumin");
        office.customer("振华港机");
        Visit visit = visits.by(office.lin()).open("/settings/objects");
        define(visit);
        field(visit, "客户", "其他记录", "客户");
        field(visit, "始发地", "文本", null);
        field(visit, "目的地", "文本", null);
        field(visit, "发运日期", "日期", null);
        field(visit, "吨位", "小数", null);
        field(visit, "费用", "金额", null);
        Pictures.keep(visit, "objects-desk");

        give(visit);
        Visit plans = visits.by(min).open("/");
        plans.one(AriaRole.NAVIGATION, "导航").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("运输计划")).click();
        make(plans, "YS-2026-0001", "上海", "12.5");
        make(plans, "YS-2026-0002", "宁波", "31");
        filter(plans);

        plans.open(PLANS + "?view=board");
        drag(plans, plans.card("草稿").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("YS-2026-0001")), plans.card("运输中"));
        assertThat(plans.card("运输中").getByText("YS-2026-0001")).isVisible();
        assertThat(plans.text("已移动到“运输中”").first()).isVisible();
        Pictures.keep(plans, "objects-board-desk");

        bringIn(visit);
        visit.open("/");
        visit.search("YS-2026-0100").first().click();
        visit.seesHeading("YS-2026-0100");
        assertThat(visit.text("天津").first()).isVisible();
        Pictures.keep(visit, "objects-record-desk");
    }

    private static void define(Visit visit) {
        visit.button("新建对象").click();
        Locator form = visit.dialog("新建对象");
        form.getByLabel("名称", exactly()).fill("运输计划");
        form.getByLabel("记录标题的名称", exactly()).fill("计划编号");
        form.getByLabel("阶段，每行一个").fill("草稿\n运输中\n已完成");
        form.getByLabel("地址").fill("c-transport-plans");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建对象")).click();
        assertThat(form).hasCount(0);
        assertThat(visit.card("自定义对象")).containsText("c-transport-plans");
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static void field(Visit visit, String label, String type, @org.jspecify.annotations.Nullable String target) {
        visit.button("新建字段").click();
        Locator form = visit.dialog("新建字段");
        form.getByLabel("名称").fill(label);
        visit.pick("类型", type);
        if (target != null) {
            visit.pick("指向", target);
        }
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建字段")).click();
        assertThat(form).hasCount(0);
        assertThat(visit.card("运输计划的字段")).containsText(label);
    }

    /** Whoever works with customers works with transport plans. */
    private static void give(Visit visit) {
        visit.open("/settings/roles");
        visit.beginning(AriaRole.LINK, "销售代表").click();
        reachAll(visit, "可查看谁的运输计划");
        reachAll(visit, "可更改谁的运输计划");
        visit.one(AriaRole.CHECKBOX, "新建运输计划").check();
        visit.button("保存").click();
        assertThat(visit.text("已保存")).isVisible();
    }

    private static void reachAll(Visit visit, String whose) {
        visit.beginning(AriaRole.BUTTON, whose).click();
        visit.one(AriaRole.GROUP, whose).getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("所有人的")).check();
        visit.page().keyboard().press("Escape");
    }

    private static void make(Visit visit, String number, String from, String tons) {
        visit.button("新建运输计划").first().click();
        Locator form = visit.dialog("新建运输计划");
        visit.field("计划编号").fill(number);
        visit.pick("阶段", "草稿");
        visit.field("始发地").fill(from);
        visit.field("吨位").fill(tons);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
        assertThat(row(visit, number)).hasCount(1);
    }

    private static Locator row(Visit visit, String text) {
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void filter(Visit visit) {
        visit.open(PLANS + "?filter=c_dunWei > 20");
        assertThat(row(visit, "YS-2026-0002")).hasCount(1);
        assertThat(row(visit, "YS-2026-0001")).hasCount(0);
    }

    private static void drag(Visit visit, Locator card, Locator column) {
        assertThat(card).isVisible();
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

    private static void bringIn(Visit visit) {
        visit.open("/imports?object=c-transport-plans");
        visit.page().getByLabel("文件", new Page.GetByLabelOptions().setExact(true)).last()
                .setInputFiles(new FilePayload("运输计划.csv", "text/csv",
                        "计划编号,阶段,始发地,吨位,客户\nYS-2026-0100,草稿,天津,8.25,振华港机\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(visit.card("对应列").getByText("计划编号").first()).isVisible();
        visit.button("下一步").click();
        visit.button("下一步").click();
        assertThat(visit.card("预览").getByText("YS-2026-0100").first()).isVisible();
        visit.button("开始导入").click();
        assertThat(visit.text("完成").first()).isVisible();
    }
}
