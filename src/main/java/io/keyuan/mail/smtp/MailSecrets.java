package io.keyuan.mail.smtp;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Vault;
import io.keyuan.mail.settings.MailSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The password for a company's mail server, which lies in the database sealed. */
@Component
public class MailSecrets {

    private final Vault vault;

    MailSecrets(Vault vault) {
        this.vault = vault;
    }

    public String sealed(String password) {
        return vault.seal(password, place());
    }

    /**
     * The password, open.
     *
     * @return null where there is none
     * @throws MailException where it was sealed with another key
     */
    public @Nullable String password(MailSettings settings) throws MailException {
        if (settings.password() == null) {
            return null;
        }
        return vault.open(settings.password(), place()).orElseThrow(() -> new MailException(MailTrouble.PASSWORD_SEALED));
    }

    private static String place() {
        return "mail/" + Caller.current().tenant();
    }
}
