package io.keyuan.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Secrets seen lately and what they stand for, so that a request costs no SQL. Short-lived: what another node ends must
 * soon be ended here.
 */
final class KnownSecrets<T> {

    private static final Duration REMEMBERED = Duration.ofSeconds(8);
    private static final Duration BETWEEN_SIGHTINGS = Duration.ofMinutes(1);
    private static final int AT_MOST = 20_000;

    private final Cache<SecretHash, Optional<T>> known =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(REMEMBERED).build();
    private final Cache<SecretHash, Boolean> sighted =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(BETWEEN_SIGHTINGS).build();
    private final Function<SecretHash, Optional<T>> source;
    private final Consumer<SecretHash> sighting;
    private final Executor background;

    /**
     * @param source where secrets are looked up
     * @param sighting told in the background, at most once a minute, that a secret is in use
     */
    KnownSecrets(Function<SecretHash, Optional<T>> source, Consumer<SecretHash> sighting, Executor background) {
        this.source = source;
        this.sighting = sighting;
        this.background = background;
    }

    Optional<T> find(String secret) {
        SecretHash hash = SecretHash.of(secret);
        Optional<T> found = known.get(hash, source);
        if (found.isPresent() && sighted.asMap().putIfAbsent(hash, true) == null) {
            background.execute(() -> sighting.accept(hash));
        }
        return found;
    }

    void forget(SecretHash hash) {
        known.invalidate(hash);
    }
}
