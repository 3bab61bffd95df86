package io.keyuan.mail.outgoing;

import io.keyuan.engine.Vault;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What letters say lies in the database sealed: it may be what lets somebody in. */
@Component
class LetterContent {

    private final Vault vault;
    private final JsonMapper json;

    LetterContent(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    record Content(String text, @Nullable String html) {}

    String sealed(UUID letter, Content content) {
        return vault.seal(json.writeValueAsString(content), place(letter));
    }

    /** @return empty where it was sealed with another key */
    Optional<Content> open(UUID letter, String sealed) {
        return vault.open(sealed, place(letter)).map(text -> json.readValue(text, Content.class));
    }

    private static String place(UUID letter) {
        return "letter/" + letter;
    }
}
