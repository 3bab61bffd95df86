package io.keyuan.identity.signin;

import io.keyuan.identity.account.RecentProof;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the request at hand shows. Long work has none. */
@Component
final class ProofOfRequest implements RecentProof {

    @Override
    public @Nullable String missing() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return missing(signedIn.getPrincipal().proof());
        }
        return "session-required";
    }

    private static @Nullable String missing(Proof proof) {
        return switch (proof) {
            case Proof.Session session -> Refusals.isRecent(session) ? null : "confirmation-required";
            case Proof.Token token -> "session-required";
            case Proof.Control control -> null;
        };
    }
}
