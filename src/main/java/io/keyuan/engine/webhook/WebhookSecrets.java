package io.keyuan.engine.webhook;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Vault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What proves to receivers that it is us who tell, sealed. */
@Component
class WebhookSecrets {

    private final Vault vault;

    WebhookSecrets(Vault vault) {
        this.vault = vault;
    }

    String seal(String secret, UUID webhook) {
        return vault.seal(secret, place(webhook));
    }

    /** @return those that can be opened, in this order */
    List<String> open(UUID webhook, @Nullable String... sealed) {
        return Stream.of(sealed).filter(Objects::nonNull).map(each -> vault.open(each, place(webhook))).flatMap(Optional::stream).toList();
    }

    private static String place(UUID webhook) {
        return "webhook/" + Caller.current().tenant() + "/" + webhook;
    }
}
