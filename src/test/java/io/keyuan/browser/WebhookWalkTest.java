package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.keyuan.RunningProgram;
import io.keyuan.TestTenant;
import io.keyuan.browser.Visit.Screen;
import io.keyuan.browser.Visit.Setting;
import io.keyuan.engine.webhook.Receiver;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator has another program told of changes, and sees what became of it. */
class WebhookWalkTest {

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final Person ADMIN = Person.invited(COMPANY, "管理", "boss").settled();
    private static final Receiver RECEIVER = Receiver.get();

    @RegisterExtension
    final Visits visits = new Visits();

    private static Locator row(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void aProgramIsTold() {
        String path = "/walk";
        RECEIVER.answers(path, 500);
        Visit visit = visits.by(ADMIN).open("/settings/webhooks");
        visit.button("新建 Webhook").click();
        Locator form = visit.dialog("新建 Webhook");
        form.getByLabel("名称").fill("仓库系统");
        form.getByLabel("地址", new Locator.GetByLabelOptions().setExact(true)).fill(RECEIVER.url(path));
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建 Webhook")).click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("内网");
        form.getByLabel("允许内网地址和 http").check();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建 Webhook")).click();

        assertThat(visit.dialog("签名密钥")).containsText("whsec_");
        visit.button("我已复制").click();
        assertThat(row(visit, "仓库系统")).containsText("全部对象");

        visit.choose("仓库系统 的更多操作", "发送测试消息");
        Locator messages = visit.dialog("发给 仓库系统 的消息");
        assertThat(messages.getByText("返回 500")).isVisible();
        assertThat(RECEIVER.heard(path).getFirst().type()).isEqualTo("test");
        RECEIVER.answers(path, 200);
        messages.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重新发送")).click();

        assertThat(messages.getByText("已送达").last()).isVisible();
        assertThat(messages.getByText("返回 200")).isVisible();
        visit.screenshot(Path.of("target", "screenshots", "webhook-messages.png"));
    }

    @Test
    void itIsReadEverywhere() {
        COMPANY.administrator().post("/api/v1/webhooks", Map.of("name", "ERP", "url", "https://erp.example.com/hooks/keyuan", "active", false)).expect(201);
        for (Setting setting : new Setting[] {
            new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT), new Setting("en-US", Screen.PHONE, ColorScheme.LIGHT),
            new Setting("zh-CN", Screen.DESK, ColorScheme.DARK)
        }) {
            Visit visit = visits.by(ADMIN, setting).open("/settings/webhooks");
            assertThat(visit.text("https://erp.example.com/hooks/keyuan")).isVisible();
            assertThat(Axe.faults(visit)).isEmpty();
            visit.screenshot(Path.of("target", "screenshots", "webhooks-" + setting.locale() + "-" + setting.screen() + "-" + setting.colours() + ".png"));
        }
    }
}
