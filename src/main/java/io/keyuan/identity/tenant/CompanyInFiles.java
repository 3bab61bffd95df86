package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.configuration.Portable;
import io.keyuan.engine.configuration.SinglePart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a company works and writes: its money, time zone, years, languages, hours. */
@Component
class CompanyInFiles extends SinglePart {

    private final SettingsController controller;
    private final Tenants tenants;
    private final Portable portable;

    CompanyInFiles(SettingsController controller, Tenants tenants, Portable portable) {
        this.controller = controller;
        this.tenants = tenants;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "company";
    }

    @Override
    public Stage stage() {
        return Stage.COMPANY;
    }

    @Override
    protected Map<String, Object> content() {
        return portable.out(List.of(controller.of(tenants.get(Caller.current().tenant()))), "name", "letterhead").getFirst();
    }

    @Override
    protected void write(Map<String, Object> content) {
        controller.change(portable.body(content, SettingsController.Wanted.class));
    }
}
