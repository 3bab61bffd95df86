package io.keyuan.mail.outgoing;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TenantProfile;
import io.keyuan.mail.Addressee;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.Mailboxes;
import io.keyuan.mail.settings.MailSettings;
import io.keyuan.mail.settings.MailSettingsStore;
import io.keyuan.mail.smtp.MailException;
import io.keyuan.mail.smtp.MailSecrets;
import io.keyuan.mail.smtp.MailServer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tries the mail settings, while an administrator waits, and says in words what is wrong with them. */
@RestController
class TestLetterController {

    private final MailSettingsStore store;
    private final MailSecrets secrets;
    private final Mailboxes mailboxes;
    private final Messages messages;
    private final TenantProfile tenant;

    TestLetterController(MailSettingsStore store, MailSecrets secrets, Mailboxes mailboxes, Messages messages, TenantProfile tenant) {
        this.store = store;
        this.secrets = secrets;
        this.mailboxes = mailboxes;
        this.messages = messages;
        this.tenant = tenant;
    }

    /** @param to null for the administrator's own address */
    record Wanted(@Nullable String to) {}

    @PostMapping("/api/v1/settings/mail/test")
    Map<String, String> test(@RequestBody(required = false) @Nullable Wanted wanted) {
        MailSettingsController.requireAdministrator();
        MailSettings settings = store.find().orElseThrow(() -> Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("mail-not-set-up")));
        Mailbox to = recipient(wanted == null ? null : wanted.to());
        try (MailServer server = MailServer.connect(settings, secrets.password(settings))) {
            server.send(Ids.next(), letter(to));
        } catch (MailException failure) {
            throw Problem.of(ProblemKind.RULE_BROKEN, fault(failure, settings));
        }
        return Map.of("to", to.address());
    }

    private static Fault fault(MailException failure, MailSettings settings) {
        String server = settings.host() + ":" + settings.port();
        return Fault.at(failure.trouble().path(), failure.trouble().code(), server, failure.reply());
    }

    private Mailbox recipient(@Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            if (!Mailbox.isAddress(wanted.strip())) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("to", "not-email"));
            }
            return new Mailbox(wanted.strip(), null);
        }
        Addressee own = mailboxes.of(Set.of(Caller.current().person())).get(Caller.current().person());
        if (own == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("to", "mail-no-own-address"));
        }
        return own.mailbox();
    }

    private Letter letter(Mailbox to) {
        var language = Caller.current().locale();
        return new Letter(to, messages.text(language, "mail.test.subject", tenant.name()), messages.text(language, "mail.test.text", tenant.name()));
    }
}
