package io.keyuan.mail.outgoing;

import io.keyuan.mail.Letter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter this node is to send.
 *
 * @param attempts how often it was tried, this time included
 * @param letter null where its content was sealed with another key
 */
record WaitingLetter(UUID id, int attempts, Instant createdAt, @Nullable Letter letter) {}
