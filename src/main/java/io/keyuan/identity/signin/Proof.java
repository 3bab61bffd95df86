package io.keyuan.identity.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what a request shows whose it is. */
public sealed interface Proof {

    /**
     * A browser's cookie.
     *
     * @param csrf what a request that changes anything must repeat
     * @param mustChangePassword whether it is good for nothing but choosing a password
     * @param needsSecondFactor whether it is good for nothing but setting one up
     * @param provedAt when the person last proved who they are
     */
    record Session(SecretHash id, String csrf, boolean mustChangePassword, boolean needsSecondFactor, Instant provedAt) implements Proof {
        @Override
        public String toString() {
            return "Session";
        }
    }

    /**
     * A program's token.
     *
     * @param role the token may do nothing this role may not; null where it may what its person may
     * @param readOnly whether it changes nothing
     */
    record Token(UUID id, @Nullable UUID role, boolean readOnly) implements Proof {}

    /** The secret shared with commands on the same machine. */
    record Control() implements Proof {}
}
