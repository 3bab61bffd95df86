package io.keyuan.catalog;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What one unit of a currency is worth in the company's base currency from a day on. */
public final class ExchangeRate extends ObjectType {

    public static final ExchangeRate EXCHANGE_RATE = new ExchangeRate();

    /** ISO 4217. */
    public final Attribute<String> currency = text("currency", 3).title();

    public final Attribute<LocalDate> validFrom = date("validFrom").required().sortable();
    public final Attribute<BigDecimal> rate = decimal("rate", 8).required();

    private ExchangeRate() {
        super("exchangeRate");
        capabilities(Capability.KEPT_BY_ADMINISTRATORS, Capability.TIMELINE, Capability.IMPORTABLE);
        shownIn("settings", 950, "coins");
        columns(currency, validFrom, rate, updatedAt);
        quick(currency, validFrom, rate);
        section("basic", currency, validFrom, rate);
    }
}
