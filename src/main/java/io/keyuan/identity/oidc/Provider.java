package io.keyuan.identity.oidc;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who says who people are, and what a company has settled about it.
 *
 * @param label what the button at the door says
 */
record Provider(UUID tenant, UUID id, boolean enabled, String label, Client client, ClaimNames claims, Admittance admittance) {

    /**
     * What we are to the provider.
     *
     * @param issuer exactly as the provider names itself
     * @param sealedSecret null for a public client
     * @param scopes beside {@code openid}
     * @param privateAddresses whether it may be inside the company's own network, and speak plain http
     */
    record Client(String issuer, String id, @Nullable String sealedSecret, List<String> scopes, boolean privateAddresses) {
        @Override
        public String toString() {
            return issuer;
        }
    }

    /**
     * Under which names the provider tells what it knows of people; a dot leads into an object.
     *
     * @param groups null where they do not matter
     */
    record ClaimNames(String login, String name, String email, @Nullable String groups) {}

    /**
     * Who is let in.
     *
     * @param makesPeople whether somebody unknown becomes a person of the company
     * @param linksByEmail whether somebody unknown is the person with the same address, where the provider has verified it
     * @param passwordsAllowed whether those who are no administrators may go on signing in by password
     * @param defaultRole of whom no group gives one; null for none
     * @param roles where there are any, they decide at every sign-in
     */
    record Admittance(
            boolean makesPeople, boolean linksByEmail, boolean passwordsAllowed, @Nullable String defaultRole, List<GroupRole> roles) {}

    /** Whoever is in the group has the role. */
    record GroupRole(String group, String role) {}
}
