package io.keyuan.catalog;

import static io.keyuan.catalog.ExchangeRate.EXCHANGE_RATE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ExchangeRates;
import io.keyuan.engine.Query;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rates the company has entered, remembered for a few seconds at most, and not beyond a change. */
@Component
class CatalogRates implements ExchangeRates {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final ObjectProvider<Records> records;
    private final Cache<UUID, List<Rate>> rates = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    CatalogRates(ObjectProvider<Records> records, RecordChanges changes) {
        this.records = records;
        changes.listen(this::forget, rates::invalidateAll);
    }

    private void forget(RecordChanges.Change change) {
        if (change.type() == EXCHANGE_RATE) {
            rates.invalidate(change.tenant());
        }
    }

    @Override
    public @Nullable BigDecimal rate(String currency, LocalDate day) {
        return rates.get(Caller.current().tenant(), tenant -> read()).stream()
                .filter(rate -> rate.currency().equals(currency) && !rate.validFrom().isAfter(day))
                .max(Comparator.comparing(Rate::validFrom))
                .map(Rate::rate)
                .orElse(null);
    }

    void forget(UUID tenant) {
        rates.invalidate(tenant);
    }

    private List<Rate> read() {
        Query newest = new Query(
                EXCHANGE_RATE, null, List.of(new Query.Sort(EXCHANGE_RATE.validFrom, true)), Query.MAX_LIMIT, null,
                List.of(EXCHANGE_RATE.currency, EXCHANGE_RATE.validFrom, EXCHANGE_RATE.rate), Query.Count.NONE, false, null);
        return records.getObject().list(newest).rows().stream().map(CatalogRates::rate).toList();
    }

    private static Rate rate(Row row) {
        return new Rate(
                Objects.requireNonNull(row.get(EXCHANGE_RATE.currency)).toUpperCase(Locale.ROOT),
                Objects.requireNonNull(row.get(EXCHANGE_RATE.validFrom)),
                Objects.requireNonNull(row.get(EXCHANGE_RATE.rate)));
    }

    private record Rate(String currency, LocalDate validFrom, BigDecimal rate) {}
}
