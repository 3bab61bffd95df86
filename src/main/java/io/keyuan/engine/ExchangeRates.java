package io.keyuan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What currencies are worth in the base currency of the current caller's tenant. */
public interface ExchangeRates {

    /** @return units of the base currency for one of this, by the newest rate valid on the day; null where none is known */
    @Nullable BigDecimal rate(String currency, LocalDate day);
}
