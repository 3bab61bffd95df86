package io.keyuan.engine;

import java.util.UUID;

/**
 * A tenant tells its sums in another currency from now on; published in the transaction that settles it.
 *
 * @param currency the new one, ISO 4217
 */
public record BaseCurrencyChanged(UUID tenant, String currency) {}
