package io.keyuan.identity.letter;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.Post;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to people of the current caller's company about their accounts, in the language of whoever reads it. */
@Component
public class AccountLetters {

    private final Post post;
    private final Links links;
    private final Messages messages;
    private final TenantProfile company;
    private final TenantSettings settings;
    private final Notices notices;

    AccountLetters(
            Post post, Links links, Messages messages, TenantProfile company, TenantSettings settings, Notices notices) {
        this.post = post;
        this.links = links;
        this.messages = messages;
        this.company = company;
        this.settings = settings;
        this.notices = notices;
    }

    /** Whether a letter would get to them. */
    public boolean reach(@Nullable String email) {
        return email != null && Mailbox.isAddress(email) && post.isOpen();
    }

    /**
     * Sends a new one-time link, with the current transaction.
     *
     * @throws io.keyuan.engine.Problem where they cannot be {@linkplain #reach reached}
     */
    public void sendLink(AccountHolder to, LinkKind kind) {
        String link = post.link("/sign-in/" + kind.code() + "/" + links.make(to.id(), kind));
        send(to, kind.code(), link, Objects.requireNonNull(to.login()));
    }

    /** Links sent to somebody before are good no more. */
    public void endLinks(UUID person) {
        links.end(person);
    }

    /** Tells them that something about their account has changed: in the app, and by a letter where they can be reached. */
    public void tell(AccountHolder to, Notice notice) {
        notices.tell(io.keyuan.engine.Notice.of(NoticeKind.SECURITY, Set.of(to.id()), Map.of(
                "what", notice.code(), "path", "/settings/security", io.keyuan.engine.Notice.MAILED, "yes")));
        if (reach(to.email())) {
            Locale language = language(to);
            String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(language)
                    .withZone(settings.zone())
                    .format(Instant.now());
            send(to, notice.code(), when + " (" + settings.zone().getId() + ")", Objects.requireNonNullElse(to.login(), ""));
        }
    }

    private void send(AccountHolder to, String what, String first, String login) {
        Locale language = language(to);
        String key = "mail.account." + what;
        String text = messages.text(language, "mail.account.greeting", to.name()) + "\n\n"
                + messages.text(language, key + ".text", company.name(), first, login) + "\n\n"
                + messages.text(language, "mail.account.farewell", company.name()) + "\n";
        var mailbox = new Mailbox(Objects.requireNonNull(to.email()), to.name());
        post.send(new Letter(mailbox, messages.text(language, key + ".subject", company.name()), text));
    }

    /** Of whoever asked for it themselves it is known what their browser asks for; of others, what their company has settled. */
    private Locale language(AccountHolder to) {
        String settled = settings.conventions().defaultLanguage();
        if (to.language() != null) {
            return to.language();
        }
        boolean own = to.id().equals(Caller.current().person());
        return own || settled == null ? Caller.current().locale() : Locale.forLanguageTag(settled);
    }
}
