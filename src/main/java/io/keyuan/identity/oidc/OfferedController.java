package io.keyuan.identity.oidc;

import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page before the console by which providers one can sign in. */
@RestController
class OfferedController {

    private final Tenants tenants;
    private final Providers providers;

    OfferedController(Tenants tenants, Providers providers) {
        this.tenants = tenants;
        this.providers = providers;
    }

    /** @param address where the browser goes; {@code next} may be added */
    record Offered(UUID id, String label, String address) {}

    record OfferedList(List<Offered> items) {}

    /** @param tenant by its slug, where the host does not tell; an unknown one has none */
    @GetMapping("/api/v1/sign-in/providers")
    OfferedList offered(@RequestParam(name = "tenant", required = false) @Nullable String tenant, HttpServletRequest request) {
        return new OfferedList(tenants.of(tenant, request.getServerName())
                .map(company -> Nobody.at(company.id(), this::enabled))
                .orElse(List.of()));
    }

    private List<Offered> enabled() {
        return providers.all().stream()
                .filter(Provider::enabled)
                .map(provider -> new Offered(provider.id(), provider.label(), Addresses.DOOR + "/" + provider.id()))
                .toList();
    }
}
