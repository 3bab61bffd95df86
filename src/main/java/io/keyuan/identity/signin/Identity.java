package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from.
 *
 * @param language the one the person has chosen; null where they take the browser's
 */
public record Identity(UUID tenant, UUID person, boolean administrator, @Nullable Locale language, Proof proof) {

    /** The role to which a token is confined; null where it may what its person may. */
    public @Nullable UUID tokenRole() {
        return proof instanceof Proof.Token token ? token.role() : null;
    }

    /** @param accepted what the request asks for where the person has chosen nothing */
    Caller caller(Locale accepted) {
        return new Caller(tenant, person, administrator, language == null ? accepted : language, null);
    }
}
