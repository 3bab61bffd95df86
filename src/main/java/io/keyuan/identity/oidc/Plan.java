package io.keyuan.identity.oidc;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What signing in comes to; nothing of it has happened yet. */
sealed interface Plan {

    /** Nobody is let in. */
    record Refuse(Refusal refusal) implements Plan {}

    /**
     * Somebody who is there is let in.
     *
     * @param name and {@code email} what they change to; null where they stay
     * @param linked whether they are known by issuer and subject already, and not only by their address
     * @param invited whether they were let in before
     * @param roles null where the provider has no say in them
     */
    record Admit(
            UUID person, @Nullable String name, @Nullable String email, boolean linked, boolean invited, @Nullable Set<String> roles)
            implements Plan {}

    /**
     * Somebody becomes a person of the company.
     *
     * @param login null where it is somebody else's here
     */
    record Make(String name, @Nullable String login, @Nullable String email, Set<String> roles) implements Plan {}
}
