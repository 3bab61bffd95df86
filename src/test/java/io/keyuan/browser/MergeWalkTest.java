package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two records become one after somebody has seen what each says and what comes along; and two again. */
class MergeWalkTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Person lin = Person.invited(company, "林悦", "lin").settled();

    private String customer(String name, String city, String email) {
        return admin.post("/api/v1/customers?duplicates=allow", Map.of("name", name, "city", city, "email", email, "owner", Map.of("id", lin.id())))
                .expect(201).id();
    }

    /** A job takes the time it takes. */
    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private static Locator choice(Locator dialog, String attribute, String says) {
        return dialog.getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName(attribute).setExact(true))
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(says)));
    }

    @Test
    void twoRowsAreMergedAndTakenBack() {
        customer("远山科技", "北京", "a@example.com");
        String other = customer("北京远山", "上海", "b@example.com");
        admin.post("/api/v1/contacts", Map.of("name", "张伟", "customer", Map.of("id", other))).expect(201);
        Visit visit = visits.by(lin).open("/customers?columns=city,email&sort=name");
        visit.one(AriaRole.CHECKBOX, "全选已加载的行").check();

        visit.button("合并…").click();
        Locator dialog = visit.dialog("合并客户");
        choice(dialog, "保留哪一条", "远山科技").check();
        // Until it is known what another choice makes of them, values stand as they were.
        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合并 2 条记录"))).isEnabled();
        choice(dialog, "城市", "上海").check();
        assertThat(dialog.getByText("联系人 · 所属客户")).isVisible();
        assertThat(choice(dialog, "城市", "上海")).isChecked();
        Pictures.keep(visit, "merge-desk");
        org.assertj.core.api.Assertions.assertThat(Axe.faults(visit)).isEmpty();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合并 2 条记录")).click();

        assertThat(visit.text("已合并")).isVisible(patiently());
        assertThat(visit.page().getByRole(AriaRole.ROW)).hasCount(2);
        assertThat(visit.page().getByRole(AriaRole.ROW).nth(1)).containsText("上海");
        visit.button("撤销").click();
        assertThat(visit.text("已撤销")).isVisible(patiently());
        assertThat(visit.page().getByRole(AriaRole.ROW)).hasCount(3);
    }

    @Test
    void onAPhoneARecordIsMergedWithAnotherAndTheOldAddressLeadsOn() {
        String into = customer("Alpha", "Bern", "a@example.com");
        String from = customer("Beta", "Basel", "b@example.com");
        Visit visit = visits.by(lin, new Visit.Setting("en-US", Visit.Screen.PHONE, ColorScheme.DARK)).open("/customers/" + into);
        visit.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More").setExact(true)).click();
        visit.one(AriaRole.MENUITEM, "Merge with another…").click();
        visit.one(AriaRole.COMBOBOX, "Which other records").click();
        visit.page().keyboard().insertText("Beta");
        // Beside its name an option may say what else tells the record from others.
        visit.page().locator(".ant-select-item-option").filter(new Locator.FilterOptions().setHasText("Beta").setVisible(true)).click();
        visit.page().keyboard().press("Escape");
        visit.button("Compare").click();

        Locator dialog = visit.dialog("Merge customers");
        choice(dialog, "Name", "Beta").check();
        Pictures.keep(visit, "merge-phone");
        org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Merge 2 records")).click();

        visit.seesHeading("Beta");
        visit.open("/customers/" + from);
        visit.seesHeading("Beta");
        assertThat(visit.text("This customer was merged into another; here it is.")).isVisible();
        org.assertj.core.api.Assertions.assertThat(List.of(visit.page().url().endsWith(into))).containsExactly(true);
    }
}
