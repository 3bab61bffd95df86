package io.keyuan.identity.oidc;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators settle about their company's identity providers. */
@RestController
@RequestMapping(ProviderController.PATH)
class ProviderController {

    static final String PATH = "/api/v1/identity-providers";

    private final Providers providers;
    private final ChangeProviders change;
    private final RolesOfPeople roles;
    private final Journey journey;
    private final Issuers issuers;
    private final ProviderTrials trials;

    ProviderController(
            Providers providers, ChangeProviders change, RolesOfPeople roles, Journey journey, Issuers issuers, ProviderTrials trials) {
        this.providers = providers;
        this.change = change;
        this.roles = roles;
        this.journey = journey;
        this.issuers = issuers;
        this.trials = trials;
    }

    /** @param roles the codes that groups may be given */
    record ProviderList(List<ProviderBody> items, List<String> roles) {}

    /** @param address of the provider, where the browser goes on */
    record Departure(String address) {}

    @GetMapping
    ProviderList list() {
        requireRight();
        return new ProviderList(providers.all().stream().map(ProviderBody::of).toList(), roles.codes());
    }

    @GetMapping("/{id}")
    ProviderBody read(@PathVariable UUID id) {
        return ProviderBody.of(get(id));
    }

    @PostMapping
    ResponseEntity<ProviderBody> create(@RequestBody ProviderBody body) {
        requireRight();
        Provider created = change.create(body);
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(ProviderBody.of(created));
    }

    @PatchMapping("/{id}")
    ProviderBody change(@PathVariable UUID id, @RequestBody ProviderBody body) {
        return ProviderBody.of(change.change(get(id), body));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        change.remove(get(id));
    }

    /** Sends the administrator to the provider and back, to see what it says and what would come of it. */
    @PostMapping("/{id}/try")
    Departure attempt(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Provider provider = get(id);
        issuers.forget(provider.client());
        try {
            return new Departure(journey.begin(provider, "/", Caller.current().person(), request, response).toString());
        } catch (SignInRefused refused) {
            trials.failed(provider, refused);
            return new Departure(Addresses.trial(id));
        }
    }

    @GetMapping("/{id}/try")
    ProviderTrials.Outcome outcome(@PathVariable UUID id) {
        return trials.last(get(id).id()).orElseThrow(Problem::notFound);
    }

    private Provider get(UUID id) {
        requireRight();
        return providers.get(id).orElseThrow(Problem::notFound);
    }

    private static void requireRight() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
