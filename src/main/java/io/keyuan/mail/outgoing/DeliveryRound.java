package io.keyuan.mail.outgoing;

import io.keyuan.engine.Caller;

import io.keyuan.mail.settings.MailSettingsStore;
import io.keyuan.mail.smtp.MailException;
import io.keyuan.mail.smtp.MailSecrets;
import io.keyuan.mail.smtp.MailServer;
import io.keyuan.mail.smtp.MailTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what waits of one company, until nothing does. */
@Component
class DeliveryRound {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);
    private static final int AT_ONCE = 20;

    /** How long letters that were taken are this node's. */
    private static final Duration TAKEN = Duration.ofMinutes(10);
    /** What one letter may take at the slowest server that still answers. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final MailSettingsStore settings;
    private final MailSecrets secrets;
    private final LetterStore letters;
    /** What has gone, though the database could not be told so. */
    private final Map<UUID, Instant> unnoted = new ConcurrentHashMap<>();

    DeliveryRound(MailSettingsStore settings, MailSecrets secrets, LetterStore letters) {
        this.settings = settings;
        this.secrets = secrets;
        this.letters = letters;
    }

    void deliver(UUID tenant, BooleanSupplier stopping) {
        Caller.nobodyOf(tenant).run(() -> {
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                Instant now = Instant.now();
                List<WaitingLetter> taken = letters.take(AT_ONCE, now, now.plus(TAKEN));
                more = !taken.isEmpty() && deliver(taken, now.plus(TAKEN).minus(LONGEST), stopping);
            }
        });
    }

    /** @return whether it came to the last of them */
    private boolean deliver(List<WaitingLetter> taken, Instant until, BooleanSupplier stopping) {
        try (var connection = new Connection()) {
            for (int i = 0; i < taken.size(); i++) {
                if (stopping.getAsBoolean() || Instant.now().isAfter(until)) {
                    letters.putBack(taken.subList(i, taken.size()).stream().map(WaitingLetter::id).toList(), Instant.now());
                    return false;
                }
                deliver(taken.get(i), connection);
            }
            return true;
        }
    }

    private void deliver(WaitingLetter letter, Connection connection) {
        try {
            Instant before = unnoted.get(letter.id());
            if (before == null) {
                connection.send(letter);
                unnoted.put(letter.id(), Instant.now());
            }
            note(letter.id());
        } catch (MailException failure) {
            LOG.info("Letter {} did not go out: {}", letter.id(), failure.trouble().code());
            Instant again = failure.trouble().isFinal() ? null : Backoff.next(letter, Instant.now());
            letters.failed(letter.id(), failure, again);
        }
    }

    /** Where that fails it is noted instead of being sent again when its turn comes. */
    private void note(UUID letter) {
        try {
            Instant at = unnoted.getOrDefault(letter, Instant.now());
            letters.sent(letter, at);
            unnoted.remove(letter);
        } catch (DataAccessException unreachable) {
            LOG.warn("Letter {} has gone, which is noted later: {}", letter, unreachable.toString());
        }
    }

    /** To the company's mail server, made when the first letter needs it, and again after it broke. */
    private final class Connection implements AutoCloseable {

        private @Nullable MailServer server;
        private @Nullable MailException unreachable;

        void send(WaitingLetter letter) throws MailException {
            if (letter.letter() == null) {
                throw new MailException(MailTrouble.PASSWORD_SEALED);
            }
            server().send(letter.id(), letter.letter());
        }

        private MailServer server() throws MailException {
            if (unreachable != null) {
                throw unreachable;
            }
            if (server == null || !server.isConnected()) {
                server = connected();
            }
            return server;
        }

        private MailServer connected() throws MailException {
            try {
                var settled = settings.find().orElseThrow(() -> new MailException(MailTrouble.NOT_SET_UP));
                return MailServer.connect(settled, secrets.password(settled));
            } catch (MailException failure) {
                unreachable = failure;
                throw failure;
            }
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
