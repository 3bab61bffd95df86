package io.keyuan.identity.signin;

import java.util.UUID;

/** By what a request shows whose it is. */
public sealed interface Proof {

    /**
     * A browser's cookie.
     *
     * @param csrf what a request that changes anything must repeat
     * @param mustChangePassword whether it is good for nothing but choosing a password
     */
    record Session(SecretHash id, String csrf, boolean mustChangePassword) implements Proof {
        @Override
        public String toString() {
            return "Session";
        }
    }

    /** A program's token. */
    record Token(UUID id) implements Proof {}

    /** The secret shared with commands on the same machine. */
    record Control() implements Proof {}
}
