package io.keyuan.mail.outgoing;

import io.keyuan.mail.Mailbox;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators see of a letter.
 *
 * @param dueAt when it is tried next, while it waits
 * @param trouble the code of what went wrong the last time; null where nothing did
 * @param reply what the mail server said to that; null or empty where it said nothing
 */
record OutgoingLetter(
        UUID id, Mailbox to, String subject, LetterState state, int attempts, Instant createdAt, Instant dueAt, @Nullable Instant sentAt,
        @Nullable String trouble, @Nullable String reply) {}
