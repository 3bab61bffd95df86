package io.keyuan.mail.outgoing;

import io.keyuan.engine.configuration.Portable;
import io.keyuan.engine.configuration.SinglePart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** By which server mail goes out; nothing where it does not. The password stays where it was given, and is given anew for another server. */
@Component
class MailInFiles extends SinglePart {

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
    protected Map<String, Object> content() {
        return portable.out(List.of(controller.read()), "configured", "hasPassword").getFirst();
    }

    @Override
    protected void write(Map<String, Object> content) {
        if (content.isEmpty()) {
            controller.remove();
        } else {
            controller.replace(portable.body(content, WantedSettings.class));
        }
    }
}
