package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from.
 *
 * @param seen with whose eyes the person looks; null for their own
 * @param language the one the person has chosen; null where they take the browser's
 */
public record Identity(
        UUID tenant, UUID person, boolean administrator, @Nullable Locale language, Proof proof, @Nullable Seen seen) {

    public Identity(UUID tenant, UUID person, boolean administrator, @Nullable Locale language, Proof proof) {
        this(tenant, person, administrator, language, proof, null);
    }

    /** Somebody with whose eyes an administrator looks. */
    public record Seen(UUID person, boolean administrator) {}


    /** The role to which a token is confined; null where it may what its person may. */
    public @Nullable UUID tokenRole() {
        return proof instanceof Proof.Token token ? token.role() : null;
    }

    /** @param accepted what the request asks for where the person has chosen nothing */
    Caller caller(Locale accepted) {
        Locale told = language == null ? accepted : language;
        return seen == null
                ? new Caller(tenant, person, administrator, told, mandate(), null)
                : new Caller(tenant, seen.person(), seen.administrator(), told, Caller.Mandate.seenBy(person), null);
    }

    private Caller.Mandate mandate() {
        return proof instanceof Proof.Token token && (token.role() != null || token.readOnly())
                ? new Caller.Mandate(token.role(), token.readOnly(), null)
                : Caller.Mandate.FULL;
    }
}
