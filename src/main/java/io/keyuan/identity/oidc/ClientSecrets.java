package io.keyuan.identity.oidc;

import io.keyuan.engine.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What proves to providers that it is us who asks. */
@Component
class ClientSecrets {

    private final Vault vault;

    ClientSecrets(Vault vault) {
        this.vault = vault;
    }

    /**
     * @return null for a public client
     * @throws SignInRefused where it was sealed with a key that is not there any more
     */
    @Nullable String of(Provider provider) throws SignInRefused {
        String sealed = provider.client().sealedSecret();
        if (sealed == null) {
            return null;
        }
        return vault.open(sealed, place(provider.tenant(), provider.id()))
                .orElseThrow(() -> new SignInRefused(Refusal.WRONG_CLIENT, "the secret was sealed with another key; enter it again"));
    }

    String seal(String secret, UUID tenant, UUID provider) {
        return vault.seal(secret, place(tenant, provider));
    }

    private static String place(UUID tenant, UUID provider) {
        return "identity-provider/" + tenant + "/" + provider;
    }
}
