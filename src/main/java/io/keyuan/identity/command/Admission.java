package io.keyuan.identity.command;

import org.jspecify.annotations.Nullable;

/**
 * How somebody was let in.
 *
 * @param password shown once, and whoever signs in with it has to choose another; null where they were written to
 * @param mailedTo the address a link was sent to; null where none was
 */
record Admission(@Nullable String password, @Nullable String mailedTo) {

    static Admission told(String password) {
        return new Admission(password, null);
    }

    static Admission mailed(String address) {
        return new Admission(null, address);
    }

    @Override
    public String toString() {
        return "Admission";
    }
}
