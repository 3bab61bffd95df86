package io.keyuan.identity.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the program decides about signing in.
 *
 * @param adminPassword of the first administrator; null to have one made up
 * @param baseCurrency of the first tenant
 * @param controlSecret what commands on the same machine prove themselves with; null where none may
 */
@ConfigurationProperties("keyuan")
public record IdentityProperties(
        @Nullable String adminPassword, @DefaultValue("CNY") String baseCurrency, @Nullable String controlSecret) {

    /** Neither password nor secret belongs in a log. */
    @Override
    public String toString() {
        return "IdentityProperties";
    }
}
