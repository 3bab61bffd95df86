package io.keyuan.engine.webhook;

import java.util.UUID;

/**
 * What is about to be sent.
 *
 * @param attempts made before
 */
record Message(UUID id, UUID webhook, String type, String body, int attempts) {}
