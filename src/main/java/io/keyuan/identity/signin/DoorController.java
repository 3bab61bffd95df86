package io.keyuan.identity.signin;

import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page before the console what it has to ask for. */
@RestController
class DoorController {

    static final String PATH = "/api/v1/sign-in";

    private final Tenants tenants;
    private final LanguageOfCompany languages;

    DoorController(Tenants tenants, LanguageOfCompany languages) {
        this.tenants = tenants;
        this.languages = languages;
    }

    /**
     * @param tenantNeeded whether there are several companies and the host is not named after one
     * @param language the company's; null where it has settled none, or nobody knows which company it is
     */
    record Door(boolean tenantNeeded, @Nullable String language) {}

    @GetMapping(PATH)
    Door look(HttpServletRequest request) {
        Tenant company = tenants.of(null, request.getServerName()).orElse(null);
        Locale settled = company == null ? null : languages.settled(company.id());
        return new Door(company == null, settled == null ? null : settled.toLanguageTag());
    }
}
