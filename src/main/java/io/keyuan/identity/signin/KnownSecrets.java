package io.keyuan.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Signals;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Secrets seen lately and what they stand for, so that a request costs no SQL. What one node ends the others end as soon as
 * they hear of it, and within seconds where they hear nothing.
 */
final class KnownSecrets<T> {

    private static final Duration REMEMBERED = Duration.ofSeconds(8);
    private static final Duration BETWEEN_SIGHTINGS = Duration.ofMinutes(1);
    private static final int AT_MOST = 20_000;

    private final Cache<SecretHash, Optional<T>> known =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(REMEMBERED).build();
    private final Cache<SecretHash, Boolean> sighted =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(BETWEEN_SIGHTINGS).build();
    private final String topic;
    private final Signals signals;
    private final Function<SecretHash, Optional<T>> source;
    private final Consumer<SecretHash> sighting;
    private final Executor background;

    /**
     * @param topic under which nodes tell each other what no longer holds
     * @param source where secrets are looked up
     * @param sighting told in the background, at most once a minute, that a secret is in use
     */
    KnownSecrets(
            String topic, Signals signals, Function<SecretHash, Optional<T>> source, Consumer<SecretHash> sighting,
            Executor background) {
        this.topic = topic;
        this.signals = signals;
        this.source = source;
        this.sighting = sighting;
        this.background = background;
        signals.listen(topic, hex -> known.invalidate(new SecretHash(hex)), known::invalidateAll);
    }

    Optional<T> find(String secret) {
        SecretHash hash = SecretHash.of(secret);
        Optional<T> found = known.get(hash, source);
        if (found.isPresent() && sighted.asMap().putIfAbsent(hash, true) == null) {
            background.execute(() -> sighting.accept(hash));
        }
        return found;
    }

    /** As {@link #find}, without taking it for a sign that somebody is there. */
    Optional<T> look(String secret) {
        return known.get(SecretHash.of(secret), source);
    }

    /** With the current transaction, here and on all other nodes. */
    void forget(SecretHash hash) {
        signals.tell(topic, hash.hex());
    }

    /** Here: whoever calls this has heard of it as other nodes have. Secrets that stood for nothing may stand for something now. */
    void forgetThose(Predicate<T> condition) {
        known.asMap().values().removeIf(found -> found.isEmpty() || condition.test(found.get()));
    }

    /** Here. */
    void forgetAll() {
        known.invalidateAll();
    }
}
