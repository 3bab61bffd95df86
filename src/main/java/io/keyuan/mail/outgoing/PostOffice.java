package io.keyuan.mail.outgoing;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Errands;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Post;
import io.keyuan.mail.settings.MailSettings;
import io.keyuan.mail.settings.MailSettingsStore;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes letters, for {@link Delivery} to send. */
@Component
class PostOffice implements Post {

    private final MailSettingsStore settings;
    private final LetterStore letters;
    private final Delivery delivery;
    private final Errands errands;

    PostOffice(MailSettingsStore settings, LetterStore letters, Delivery delivery, Errands errands) {
        this.settings = settings;
        this.letters = letters;
        this.delivery = delivery;
        this.errands = errands;
    }

    @Override
    public boolean isOpen() {
        return settings.find().isPresent();
    }

    @Override
    public UUID send(Letter letter) {
        settled();
        UUID id = Ids.next();
        letters.add(id, letter, Instant.now());
        errands.soon(delivery);
        return id;
    }

    @Override
    public String link(String path) {
        return settled().publicAddress() + path;
    }

    private MailSettings settled() {
        return settings.find().orElseThrow(() -> Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("mail-not-set-up")));
    }

    /** After the settings have changed. */
    void tryAgain() {
        letters.hasten(Instant.now());
        errands.soon(delivery);
    }
}
