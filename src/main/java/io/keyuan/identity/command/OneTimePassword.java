package io.keyuan.identity.command;

/** Shown once; whoever signs in with it has to choose another. */
record OneTimePassword(String password) {
    @Override
    public String toString() {
        return "OneTimePassword";
    }
}
