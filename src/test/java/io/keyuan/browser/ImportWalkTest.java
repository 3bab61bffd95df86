package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bringing a file in, step by step, and taking it back. */
class ImportWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();
    private static final String FILE = """
            公司名称;所属行业;城市;备注号
            云上测试一;软件业务;杭州;1
            云上测试二;软件业务;宁波;2
            云上测试三;医疗;苏州;3
            """;

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aFileIsMappedLookedAtImportedAndTakenBack() {
        walk(Setting.CHINESE, "云上测试");
    }

    @Test
    void theSameOnAPhone() {
        walk(new Setting("zh-CN", Screen.PHONE, ColorScheme.DARK), "掌上测试");
    }

    @Test
    void aFileThatIsReadAnotherWayIsMappedAnewAndGetsWhatStandsInNoColumn() {
        Visit visit = visits.by(COMPANY.lin()).open("/imports?object=customers");
        choose(visit, "公司名称;城市\n改读测试一;杭州\n改读测试二;宁波\n".getBytes(StandardCharsets.UTF_8));
        Locator columns = visit.card("对应列");
        assertThat(columns.getByText("公司名称")).isVisible();

        visit.pick("分隔符", "逗号");
        visit.pick("“公司名称;城市”对应的字段", "客户名称");
        visit.button("下一步").click();
        assertThat(visit.text("文件里的选项和记录都认得，可以继续。")).isVisible();

        visit.button("上一步").click();
        visit.pick("分隔符", "分号");
        assertThat(columns.getByText("城市").first()).isVisible();
        visit.button("添加").click();
        visit.pick("字段", "客户来源");
        visit.pick("“客户来源”的值", "展会");
        picture(visit, "import-fixed", Setting.CHINESE);
        visit.button("下一步").click();
        visit.button("下一步").click();
        assertThat(visit.card("预览").getByText("改读测试二")).isVisible();
        visit.button("开始导入").click();

        assertThat(visit.text("完成").first()).isVisible();
        assertEquals(2, COMPANY.count("customers", "name.startsWith('改读测试') && source == 'exhibition' && has(city)"));
    }

    @Test
    void rowsLikeRecordsAreTriedAndDecidedOneByOne() {
        rowsAreDecided(Setting.CHINESE, "碧浪");
    }

    @Test
    void theyAreDecidedOnAPhoneToo() {
        rowsAreDecided(new Setting("zh-CN", Screen.PHONE, ColorScheme.LIGHT), "青峰");
    }

    private void rowsAreDecided(Setting setting, String name) {
        String left = name + "精密仪器有限公司";
        String changed = name + "航空材料有限公司";
        COMPANY.create("customers", Map.of("name", left, "owner", Map.of("id", COMPANY.lin().id())));
        COMPANY.create("customers", Map.of("name", changed, "owner", Map.of("id", COMPANY.lin().id())));
        Visit visit = visits.by(COMPANY.lin(), setting).open("/imports?object=customers");
        String rows = "公司名称;员工人数\n%s精密仪器;11\n%s航空材料;22\n%s海洋工程;33\n".formatted(name, name, name);
        choose(visit, rows.getBytes(StandardCharsets.UTF_8));
        assertThat(visit.card("对应列").getByText("公司名称")).isVisible();
        visit.card("对应列").getByText("跳过", new Locator.GetByTextOptions().setExact(true)).click();
        picture(visit, "import-alike-choice", setting);
        visit.button("下一步").click();
        visit.button("下一步").click();
        visit.button("先试一遍").click();

        Locator alike = visit.one(AriaRole.REGION, "与已有记录相似的行");
        assertThat(alike.getByText(changed)).isVisible();
        visit.pick("其余与一条记录相似的行", "照常新建");
        assertThat(visit.page().locator(".ant-select-dropdown:visible")).hasCount(0);
        visit.pick("第 3 行如何处理", "更新已有记录");
        picture(visit, "import-alike", setting);
        visit.button("正式导入").click();
        // The preview shows what was decided.
        assertThat(visit.card("预览").getByText("新建", new Locator.GetByTextOptions().setExact(true))).hasCount(2);
        assertThat(visit.card("预览").getByText("更新", new Locator.GetByTextOptions().setExact(true))).isVisible();
        visit.button("开始导入").click();

        assertThat(visit.text("完成").first()).isVisible();
        assertEquals(1, COMPANY.count("customers", "name == '" + left + "'"));
        assertEquals(1, COMPANY.count("customers", "name == '" + name + "航空材料' && employees == 22"));
        assertEquals(4, COMPANY.count("customers", "name.startsWith('" + name + "')"));
    }

    private static void choose(Visit visit, byte[] content) {
        visit.page().getByLabel("文件", new Page.GetByLabelOptions().setExact(true)).last()
                .setInputFiles(new FilePayload("客户.csv", "text/csv", content));
    }

    private void walk(Setting setting, String names) {
        Visit visit = visits.by(COMPANY.lin(), setting).open("/imports?object=customers");
        byte[] content = FILE.replace("云上测试", names).getBytes(Charset.forName("GB18030"));
        choose(visit, content);

        Locator columns = visit.card("对应列");
        assertThat(columns.getByText("公司名称")).isVisible();
        assertThat(columns.getByText("常见叫法").first()).isVisible();
        picture(visit, "import-columns", setting);
        visit.page().reload();
        assertThat(columns.getByText("公司名称")).isVisible();
        visit.button("下一步").click();

        Locator values = visit.card("对应值");
        assertThat(values.getByText("软件业务", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(values.getByText("2 行").first()).isVisible();
        Locator means = visit.one(AriaRole.COMBOBOX, "“软件业务”是指");
        means.fill("software");
        picture(visit, "import-values", setting);
        visit.button("下一步").click();

        assertThat(visit.card("预览").getByText(names + "二").first()).isVisible();
        picture(visit, "import-preview", setting);
        visit.button("开始导入").dblclick();

        assertThat(visit.text("完成").first()).isVisible();
        visit.button("撤销导入").waitFor();
        picture(visit, "import-job", setting);
        assertEquals(3, COMPANY.count("customers", "name.startsWith('" + names + "')"));
        visit.button("撤销导入").click();
        visit.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销导入")).click();

        assertThat(visit.text("移入回收站")).isVisible();
        assertThat(visit.text("完成").first()).isVisible();
        assertEquals(0, COMPANY.count("customers", "name.startsWith('" + names + "')"));
    }

    private static void picture(Visit visit, String name, Setting setting) {
        Pictures.keep(visit, (name + "-" + setting.screen()).toLowerCase(Locale.ROOT));
    }
}
