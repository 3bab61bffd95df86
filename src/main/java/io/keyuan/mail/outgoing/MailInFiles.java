package io.keyuan.mail.outgoing;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * By which server mail goes out, where it does. The password stays where it was given, and is given anew for another server; and by which address a
 * company's people reach the program is every installation's own.
 */
@Component
class MailInFiles extends ListedPart<Map<String, Object>> {

    private static final String KEY = "server";

    private final MailSettingsController controller;
    private final Portable portable;

    MailInFiles(MailSettingsController controller, Portable portable) {
        this.controller = controller;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Stage stage() {
        return Stage.COMPANY;
    }

    @Override
    protected List<Map<String, Object>> items() {
        Map<String, Object> settings = said(controller.read());
        return Boolean.TRUE.equals(settings.get("configured")) ? List.of(settings) : List.of();
    }

    @Override
    protected String key(Map<String, Object> item) {
        return KEY;
    }

    @Override
    protected List<Map<String, Object>> contents(List<Map<String, Object>> items) {
        return portable.out(items, "configured", "hasPassword", "publicAddress");
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        write(content);
    }

    @Override
    protected void replace(Map<String, Object> item, Map<String, Object> content) {
        write(content);
    }

    private void write(Map<String, Object> content) {
        Portable.requireWithout(content, "password", "publicAddress");
        controller.replace(portable.body(content, WantedSettings.class));
    }

    @Override
    protected void delete(Map<String, Object> item) {
        controller.remove();
    }
}
