package io.keyuan.identity.tenant;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A company of this installation.
 *
 * @param slug its name in addresses
 * @param baseCurrency ISO 4217
 * @param zone in which its days begin and end
 */
public record Tenant(UUID id, String slug, String name, String baseCurrency, ZoneId zone) {}
