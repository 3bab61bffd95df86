package io.keyuan.engine.money;

import io.keyuan.engine.ExchangeRates;
import io.keyuan.engine.Money;
import io.keyuan.engine.TenantSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What amounts are worth in the base currency of the current caller's tenant. */
@Component
public final class Worth {

    private final TenantSettings settings;
    private final ExchangeRates rates;

    Worth(TenantSettings settings, ExchangeRates rates) {
        this.settings = settings;
        this.rates = rates;
    }

    /** The amount with its worth at the rate of the tenant's day. */
    public Money at(Money money, Instant moment) {
        return money.atRate(rate(money.currency(), LocalDate.ofInstant(moment, settings.zone())));
    }

    private @Nullable BigDecimal rate(String currency, LocalDate day) {
        return currency.equals(settings.baseCurrency()) ? BigDecimal.ONE : rates.rate(currency, day);
    }
}
