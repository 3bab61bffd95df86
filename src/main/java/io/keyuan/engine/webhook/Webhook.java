package io.keyuan.engine.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where some changes are told.
 *
 * @param objects by their names in addresses; empty for all
 * @param actions such as {@code created}; empty for all
 * @param ownNetwork whether the address may be one of the company's own network, and without a certificate
 * @param troubledSince null where the last message arrived, or none was sent
 */
record Webhook(
        UUID id, long version, String name, String url, List<String> objects, List<String> actions, boolean ownNetwork, boolean active,
        @Nullable Instant troubledSince) {

    boolean wants(String object, String action) {
        return (objects.isEmpty() || objects.contains(object)) && (actions.isEmpty() || actions.contains(action));
    }
}
