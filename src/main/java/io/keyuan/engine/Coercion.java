package io.keyuan.engine;

import java.time.ZoneId;

/** What types need to know of the tenant to make values: its choices, currency and zone. */
public interface Coercion {

    /** The choices of an attribute of the current tenant. */
    ChoiceList choices(Attribute<?> attribute);

    /** The attribute whose value is being made. */
    Attribute<?> attribute();

    /** ISO 4217 code of the tenant's base currency; a bare number becomes money of it. */
    String baseCurrency();

    ZoneId zone();
}
