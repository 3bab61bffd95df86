package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
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
    private final ChangeSettings change;

    SettingsController(Tenants tenants, ChangeSettings change) {
        this.tenants = tenants;
        this.change = change;
    }

    /** In a change, what is null stays as it is. */
    record Settings(@Nullable String name, @Nullable String baseCurrency, @Nullable String timeZone) {

        static Settings of(Tenant tenant) {
            return new Settings(tenant.name(), tenant.baseCurrency(), tenant.zone().getId());
        }
    }

    @GetMapping
    Settings read() {
        return Settings.of(tenants.get(Caller.current().tenant()));
    }

    @PatchMapping
    Settings change(@RequestBody Settings settings) {
        if (!Caller.current().administrator()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        return Settings.of(change.change(Caller.current().tenant(), settings));
    }
}
