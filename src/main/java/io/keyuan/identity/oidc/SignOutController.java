package io.keyuan.identity.oidc;

import io.keyuan.identity.signin.Identity;
import io.keyuan.identity.signin.Proof;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leaving on both sides. */
@RestController
class SignOutController {

    private static final Logger LOG = LoggerFactory.getLogger(SignOutController.class);

    private final EndOfSessions end;
    private final Providers providers;

    SignOutController(EndOfSessions end, Providers providers) {
        this.end = end;
        this.providers = providers;
    }

    /** @param address null where there is nothing to end elsewhere */
    record SignOut(@Nullable String address) {}

    /** Asked before the session is ended, when it can still be told where it began. */
    @GetMapping("/api/v1/session/provider")
    SignOut signOut(@AuthenticationPrincipal Identity identity, HttpServletRequest request) {
        URI back = URI.create(Addresses.origin(request) + Addresses.SIGN_IN);
        return identity.proof() instanceof Proof.Session session
                ? new SignOut(end.atProvider(session.id(), back).map(URI::toString).orElse(null))
                : new SignOut(null);
    }

    /** Asked by providers (OpenID Connect Back-Channel Logout 1.0). */
    @PostMapping(Addresses.DOOR + "/{id}/logout")
    ResponseEntity<Map<String, String>> hear(
            @PathVariable UUID id, @RequestParam(name = "logout_token", required = false) @Nullable String token) {
        Optional<Provider> provider = providers.find(id);
        if (provider.isEmpty() || token == null) {
            return refused("unknown client or no logout_token");
        }
        try {
            LOG.info("{} ended {} sessions", provider.get().label(), end.here(provider.get(), token));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (SignInRefused refused) {
            LOG.warn("{} sent a logout that does not count: {}", provider.get().label(), refused.detail());
            return refused("the logout_token is not valid");
        }
    }

    private static ResponseEntity<Map<String, String>> refused(String why) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", "invalid_request", "error_description", why));
    }
}
