package io.keyuan.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
        OwnView<T> own = own(tenant);
        return own == null ? shared(tenant, source) : own.get(source);
    }

    private T shared(UUID tenant, Supplier<T> source) {
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

    /**
     * The current transaction changes it: what it reads from now on is its own, and nobody else's before it has committed. Where there
     * is none, the same as {@link #forget}.
     */
    public void changed(UUID tenant) {
        forget(tenant);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            OwnView<T> own = own(tenant);
            if (own == null) {
                own = new OwnView<>(new Key(this, tenant), () -> forget(tenant));
                TransactionSynchronizationManager.registerSynchronization(own);
                own.resume();
            }
            own.forget();
        }
    }

    @SuppressWarnings("unchecked") // Bound by nobody but this.
    private @Nullable OwnView<T> own(UUID tenant) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? (OwnView<T>) TransactionSynchronizationManager.getResource(new Key(this, tenant))
                : null;
    }

    public synchronized void forgetAll() {
        allForgotten++;
    }

    private Age age(UUID tenant) {
        return new Age(allForgotten, forgotten.getOrDefault(tenant, 0L));
    }

    private record Age(long all, long own) {}

    private record Read<T>(T value, Age age) {}

    private record Key(KnownOfTenant<?> known, UUID tenant) {}

    /** What a transaction knows that has changed something and not ended yet. */
    private static final class OwnView<T> implements TransactionSynchronization {

        private final Key key;
        private final Runnable atTheEnd;
        private @Nullable T value;

        OwnView(Key key, Runnable atTheEnd) {
            this.key = key;
            this.atTheEnd = atTheEnd;
        }

        T get(Supplier<T> source) {
            if (value == null) {
                value = source.get();
            }
            return value;
        }

        void forget() {
            value = null;
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            forget();
        }

        /** Whoever commits goes on to answer, and reads what others read. */
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
            atTheEnd.run();
        }
    }
}
