package io.keyuan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a currency, with what it is worth in the tenant's base currency.
 *
 * @param currency ISO 4217
 * @param base in the base currency at the rate of its date; null where no rate is known
 */
public record Money(BigDecimal amount, String currency, @Nullable BigDecimal base) {

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency, null);
    }

    /** @param rate units of the base currency for one unit of this; null where unknown */
    public Money atRate(@Nullable BigDecimal rate) {
        return new Money(amount, currency, rate == null ? null : amount.multiply(rate).setScale(MoneyType.SCALE, RoundingMode.HALF_UP));
    }

    /** Equal in what a reader sees: 5.0 USD is 5.00 USD, whatever the rate. */
    public boolean sameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }
}
