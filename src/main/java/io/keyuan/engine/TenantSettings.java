package io.keyuan.engine;

import java.time.ZoneId;

/** What the current caller's tenant has settled. */
public interface TenantSettings {

    ZoneId zone();

    /** ISO 4217. */
    String baseCurrency();
}
