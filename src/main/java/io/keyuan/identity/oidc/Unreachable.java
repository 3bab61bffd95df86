package io.keyuan.identity.oidc;

import io.keyuan.engine.outbound.FencedResolver;
import java.io.IOException;

/** Says why a provider could not be asked. */
final class Unreachable {

    private Unreachable() {}

    static SignInRefused refused(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FencedResolver.PrivateAddress fenced) {
                return new SignInRefused(Refusal.PRIVATE_ADDRESS, String.valueOf(fenced.getMessage()), failure);
            }
        }
        return new SignInRefused(Refusal.PROVIDER_DOWN, failure.getClass().getSimpleName() + ": " + failure.getMessage(), failure);
    }
}
