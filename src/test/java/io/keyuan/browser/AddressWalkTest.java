package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody adds an address, fills it in by choosing, by typing and by pasting, on a desk and on a phone, and filters by province. */
class AddressWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();

    @RegisterExtension
    final Visits visits = new Visits();

    private static Locator row(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void paste(Visit visit, String field, String text) {
        visit.field(field).evaluate(
                "(input, text) => { const data = new DataTransfer(); data.setData('text/plain', text); data.setData('text', text);"
                        + " if (input.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))) {"
                        + " input.focus(); document.execCommand('insertText', false, text); } }",
                text);
    }

    @Test
    void anAddressIsAddedFilledInAndFilteredBy() {
        Visit visit = visits.by(ADMIN).open("/settings/attributes");
        visit.pick("对象", "客户");
        visit.button("新建字段").click();
        Locator form = visit.dialog("新建字段");
        form.getByLabel("名称").fill("办公地址");
        visit.pick("类型", "地址");
        assertThat(form).containsText("例如办公地址");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建字段")).click();
        assertThat(form).hasCount(0);

        visit.open("/customers");
        begin(visit, "深圳创维");
        Locator divisions = visit.field("办公地址：省 / 市 / 区");
        divisions.click();
        visit.page().keyboard().insertText("nanshan");
        Locator nanshan = visit.page().locator(".ant-cascader-menu-item").filter(new Locator.FilterOptions().setHasText("深圳市"));
        assertThat(nanshan).isVisible();
        Pictures.keep(visit, "address-found");
        nanshan.click();
        visit.field("办公地址：街道和门牌号").fill("科苑路8号");
        visit.field("办公地址：邮编").fill("51805");
        Pictures.keep(visit, "address-form");
        save(visit);
        assertThat(visit.page().getByText("中国的邮政编码为六位数字").first()).isVisible();
        assertThat(divisions).hasAttribute("aria-invalid", "true");
        visit.field("办公地址：邮编").fill("518057");
        save(visit);
        assertThat(row(visit, "深圳创维")).hasCount(1);

        begin(visit, "朝阳传媒");
        paste(visit, "办公地址：街道和门牌号", "北京市朝阳区建国路88号");
        assertThat(visit.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("已识别：北京市朝阳区"))).isVisible();
        assertThat(visit.field("办公地址：街道和门牌号")).hasValue("建国路88号");
        Pictures.keep(visit, "address-taken");
        visit.button("撤销").click();
        assertThat(visit.field("办公地址：街道和门牌号")).hasValue("北京市朝阳区建国路88号");
        visit.field("办公地址：街道和门牌号").fill("");
        paste(visit, "办公地址：街道和门牌号", "北京市朝阳区建国路88号");
        assertThat(visit.field("办公地址：街道和门牌号")).hasValue("建国路88号");
        save(visit);
        assertThat(row(visit, "朝阳传媒")).hasCount(1);

        visit.button("筛选").click();
        visit.one(AriaRole.COMBOBOX, "选择字段").fill("办公地址");
        visit.page().keyboard().press("Enter");
        Locator value = visit.one(AriaRole.COMBOBOX, "办公地址的值");
        value.click();
        visit.page().keyboard().insertText("guangdong");
        assertThat(visit.page().locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText("广东省"))).isVisible();
        visit.page().keyboard().press("Enter");
        Pictures.keep(visit, "address-filter");
        visit.button("应用").click();
        assertThat(visit.button("办公地址 省份为 广东省")).isVisible();
        assertThat(row(visit, "深圳创维")).hasCount(1);
        assertThat(row(visit, "朝阳传媒")).hasCount(0);

        visit.open("/customers?view=chart&kind=breakdown");
        visit.pick("分组方式", "办公地址 · 省");
        assertThat(visit.page().getByText("广东省").first()).isVisible();
        Pictures.keep(visit, "address-chart");
        visit.page().getByText("广东省").first().click();
        assertThat(visit.button("办公地址 省份为 广东省")).isVisible();

        visit.open("/customers?view=chart&kind=breakdown");
        visit.pick("分组方式", "办公地址 · 市");
        visit.page().getByText("北京市").first().click();
        assertThat(visit.button("办公地址 城市为 北京市")).isVisible();
        assertThat(row(visit, "朝阳传媒")).hasCount(1);
        assertThat(row(visit, "深圳创维")).hasCount(0);
        visit.open("/customers");

        row(visit, "深圳创维").getByRole(AriaRole.LINK).first().click();
        assertThat(visit.page().getByText("广东省深圳市南山区科苑路8号 518057").first()).isVisible();
        visit.edit("办公地址");
        visit.field("办公地址：国家或地区").press("Enter");
        visit.page().keyboard().press("Enter");
        visit.field("办公地址：街道和门牌号").fill("");
        paste(visit, "办公地址：街道和门牌号", "北京市朝阳区建国路88号");
        assertThat(visit.field("办公地址：街道和门牌号")).hasValue("建国路88号");
        visit.button("撤销").press("Enter");
        assertThat(visit.field("办公地址：街道和门牌号")).hasValue("北京市朝阳区建国路88号");
        visit.field("办公地址：省 / 市 / 区").click();
        visit.page().keyboard().insertText("福田");
        assertThat(visit.page().locator(".ant-cascader-menu-item").filter(new Locator.FilterOptions().setHasText("福田区"))).isVisible();
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().press("Enter");
        visit.field("办公地址：街道和门牌号").fill("科苑路9号");
        Pictures.keep(visit, "address-inline");
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().getByText("广东省深圳市福田区科苑路9号 518057").first()).isVisible();
    }

    @Test
    void itIsEditedInACardBesideTheCellOfAList() {
        TestClient admin = COMPANY.administrator();
        admin.post("/api/v1/competitors/attributes", Map.of("label", "总部", "name", "c_seat", "type", "address")).expect(201);
        admin.post("/api/v1/competitors", Map.of("name", "北辰", "c_seat", "广东省深圳市南山区科苑路8号")).expect(201);
        admin.post("/api/v1/competitors", Map.of("name", "远山")).expect(201);
        Visit visit = visits.by(ADMIN).open("/competitors?columns=c_seat,website&sort=name");

        row(visit, "北辰").getByText("科苑路8号").dblclick();
        Locator postcode = visit.field("总部：邮编");
        postcode.fill("5180");
        Pictures.keep(visit, "address-cell");
        visit.page().keyboard().press("Enter");
        assertThat(visit.page().getByText("中国的邮政编码为六位数字").first()).isVisible();
        postcode.fill("518057");
        Pictures.keep(visit, "address-cell-refused");
        visit.page().keyboard().press("Enter");
        assertThat(row(visit, "北辰")).containsText("广东省深圳市南山区科苑路8号 518057");
        assertThat(postcode).hasCount(0);

        row(visit, "远山").getByRole(AriaRole.CELL).nth(1).dblclick();
        visit.field("总部：省 / 市 / 区").click();
        visit.page().keyboard().insertText("haidian");
        visit.page().locator(".ant-cascader-menu-item").filter(new Locator.FilterOptions().setHasText("海淀区")).click();
        visit.field("总部：街道和门牌号").fill("中关村大街27号");
        visit.field("总部：街道和门牌号").press("Tab");
        assertThat(postcode).isFocused();
        postcode.press("Tab");
        assertThat(row(visit, "远山")).containsText("北京市海淀区中关村大街27号");
        assertThat(row(visit, "远山").locator(".cell-editor")).hasCount(1);
        visit.page().keyboard().press("Escape");

        row(visit, "远山").getByText("中关村大街27号").dblclick();
        visit.field("总部：街道和门牌号").fill("别处");
        visit.page().keyboard().press("Escape");
        assertThat(postcode).hasCount(0);
        assertThat(row(visit, "远山")).containsText("中关村大街27号");
    }

    @Test
    void aPhoneHasRoomForIt() {
        Map<String, String> english = Map.of("label", "Warehouse", "type", "address");
        COMPANY.administrator().post("/api/v1/contacts/attributes", english).expect(201);
        var phone = new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT);
        Visit visit = visits.by(ADMIN, phone).open("/contacts");
        visit.button("New contact").first().click();
        visit.button("More fields").click();
        Locator divisions = visit.field("Warehouse: Province / city / district");
        divisions.click();
        for (String name : List.of("广东省", "深圳市", "南山区")) {
            visit.page().locator(".ant-cascader-menu-item[title='" + name + "']").click();
        }
        Pictures.keep(visit, "address-phone-divisions");
        visit.pick("Warehouse: Country or region", "United States");
        visit.field("Warehouse: City").fill("Springfield");
        visit.field("Warehouse: Street and number").fill("1 Main St");
        Pictures.keep(visit, "address-phone");
        org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the right edge")
                .isEqualTo(0);
    }

    private static void begin(Visit visit, String name) {
        visit.button("新建客户").first().click();
        visit.field("客户名称").fill(name);
        visit.button("更多内容").click();
    }

    private static void save(Visit visit) {
        visit.dialog("新建客户").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存")).click();
    }
}
