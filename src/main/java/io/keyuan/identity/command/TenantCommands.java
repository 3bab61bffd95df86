package io.keyuan.identity.command;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.tenant.CreateTenant;
import io.keyuan.identity.tenant.NewTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What {@code keyuan tenant create} asks the running program for; nobody else may. */
@RestController
@RequestMapping("/api/v1/control/tenants")
class TenantCommands {

    private static final String LOGIN = "admin";

    private final CreateTenant create;
    private final NewTenant newTenant;

    TenantCommands(CreateTenant create, NewTenant newTenant) {
        this.create = create;
        this.newTenant = newTenant;
    }

    /**
     * @param login of its administrator
     * @param baseCurrency ISO 4217; null for that of the first company, as with the time zone
     */
    record TenantRequest(
            @Nullable String slug, @Nullable String name, @Nullable String login, @Nullable String baseCurrency,
            @Nullable String timeZone) {}

    /** @param password shown once; whoever signs in with it has to choose another */
    record NewAdministrator(String tenant, String login, String password) {
        @Override
        public String toString() {
            return "NewAdministrator[" + login + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewAdministrator create(@RequestBody TenantRequest body) {
        var tenant = newTenant.of(body.slug(), body.name(), body.baseCurrency(), body.timeZone());
        String login = body.login() == null || body.login().isBlank() ? LOGIN : body.login().strip();
        return create.create(tenant, login, null)
                .map(made -> new NewAdministrator(tenant.slug(), made.login(), made.password()))
                .orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, Fault.at("slug", "tenant-exists", tenant.slug())));
    }
}
