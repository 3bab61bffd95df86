package io.keyuan.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where browsers leave for a provider and come back from it. Whatever goes wrong is said at the door. */
@RestController
@RequestMapping(Addresses.DOOR + "/{id}")
class ProviderDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);

    private final Providers providers;
    private final Journey journey;
    private final Arrival arrival;

    ProviderDoor(Providers providers, Journey journey, Arrival arrival) {
        this.providers = providers;
        this.journey = journey;
        this.arrival = arrival;
    }

    @GetMapping
    ResponseEntity<Void> leave(
            @PathVariable UUID id, @RequestParam(name = "next", required = false) @Nullable String next,
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Provider> provider = providers.find(id).filter(Provider::enabled);
        return to(provider.isEmpty()
                ? Addresses.refused(Refusal.PROVIDER_OFF, null, Addresses.inside(next))
                : leave(provider.get(), Addresses.inside(next), request, response));
    }

    private String leave(Provider provider, String next, HttpServletRequest request, HttpServletResponse response) {
        try {
            return journey.begin(provider, next, null, request, response).toString();
        } catch (SignInRefused refused) {
            LOG.warn("{} ({}) cannot be used: {} {}", provider.label(), provider.client(), refused.refusal().code(), refused.detail());
            return Addresses.refused(refused.refusal(), provider.label(), next);
        }
    }

    @GetMapping("/callback")
    ResponseEntity<Void> comeBack(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        return to(providers.find(id)
                .map(provider -> arrival.receive(provider, request, response))
                .orElseGet(() -> Addresses.refused(Refusal.PROVIDER_OFF, null, "/")));
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, address)
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
