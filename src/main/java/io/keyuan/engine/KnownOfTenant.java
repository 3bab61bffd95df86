package io.keyuan.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something about a tenant that is asked for with every request and changes seldom. What was read before a change is never
 * used after it: each value remembers how often it had been forgotten when reading began.
 */
public final class KnownOfTenant<T> {

    private static final int MOST = 1_000;

    private final Cache<UUID, Read<T>> known;
    private final Map<UUID, Long> forgotten = new ConcurrentHashMap<>();
    private volatile long allForgotten;

    /** @param kept how long, where nobody says that it has changed */
    public KnownOfTenant(Duration kept) {
        known = Caffeine.newBuilder().expireAfterWrite(kept).maximumSize(MOST).build();
    }

    public T get(UUID tenant, Supplier<T> source) {
        Age now = age(tenant);
        Read<T> read = known.getIfPresent(tenant);
        if (read != null && read.age().equals(now)) {
            return read.value();
        }
        T value = source.get();
        known.put(tenant, new Read<>(value, now));
        return value;
    }

    public void forget(UUID tenant) {
        forgotten.merge(tenant, 1L, Long::sum);
    }

    public synchronized void forgetAll() {
        allForgotten++;
    }

    private Age age(UUID tenant) {
        return new Age(allForgotten, forgotten.getOrDefault(tenant, 0L));
    }

    private record Age(long all, long own) {}

    private record Read<T>(T value, Age age) {}
}
