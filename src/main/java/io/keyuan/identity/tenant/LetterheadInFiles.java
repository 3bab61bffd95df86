package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.configuration.Portable;
import io.keyuan.engine.configuration.SinglePart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a company is called and what stands on its papers, but for the logo, which is a file. What a file does not say is not said afterwards. */
@Component
class LetterheadInFiles extends SinglePart {

    private static final String NAME = "name";

    private final SettingsController controller;
    private final Tenants tenants;
    private final TenantProfile company;
    private final Portable portable;

    LetterheadInFiles(SettingsController controller, Tenants tenants, TenantProfile company, Portable portable) {
        this.controller = controller;
        this.tenants = tenants;
        this.company = company;
        this.portable = portable;
    }

    @Override
    public String name() {
        return "letterhead";
    }

    @Override
    public Stage stage() {
        return Stage.COMPANY;
    }

    @Override
    protected Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(NAME, tenants.get(Caller.current().tenant()).name());
        content.putAll(company.letterhead());
        return content;
    }

    @Override
    protected void write(Map<String, Object> content) {
        Map<String, Object> letterhead = new LinkedHashMap<>(content);
        Object name = letterhead.remove(NAME);
        TenantProfile.LETTERHEAD.forEach(each -> letterhead.putIfAbsent(each, ""));
        Map<String, Object> wanted = new LinkedHashMap<>(Map.of("letterhead", letterhead));
        if (name != null) {
            wanted.put(NAME, name);
        }
        controller.change(portable.body(wanted, SettingsController.Wanted.class));
    }
}
