package io.keyuan.identity.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.company.CompanySettings;
import io.keyuan.identity.company.CompanyStore;
import io.keyuan.identity.company.WantedSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a company has settled for everybody in it. */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsController {

    private final Tenants tenants;
    private final CompanyStore companies;
    private final ChangeSettings change;

    SettingsController(Tenants tenants, CompanyStore companies, ChangeSettings change) {
        this.tenants = tenants;
        this.companies = companies;
        this.change = change;
    }

    /** A change; what is null stays as it is. */
    record Wanted(
            @Nullable String name, @Nullable String baseCurrency, @Nullable String timeZone, @JsonUnwrapped @Nullable WantedSettings company) {}

    record Settings(String name, String baseCurrency, String timeZone, @JsonUnwrapped CompanySettings company) {}

    Settings of(Tenant tenant) {
        return new Settings(tenant.name(), tenant.baseCurrency(), tenant.zone().getId(), companies.get());
    }

    @GetMapping
    Settings read() {
        return of(tenants.get(Caller.current().tenant()));
    }

    @PatchMapping
    Settings change(@RequestBody Wanted settings) {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        return of(change.change(Caller.current().tenant(), settings));
    }
}
