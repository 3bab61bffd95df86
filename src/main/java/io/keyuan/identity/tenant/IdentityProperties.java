package io.keyuan.identity.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the program decides about signing in.
 *
 * @param adminPassword of the first administrator; null to have one made up
 * @param baseCurrency of the first tenant
 * @param control what commands on the same machine prove themselves with
 */
@ConfigurationProperties("keyuan")
public record IdentityProperties(
        @Nullable String adminPassword, @DefaultValue("CNY") String baseCurrency, @DefaultValue Control control) {

    /** @param secret null where no command may */
    public record Control(@Nullable String secret) {
        @Override
        public String toString() {
            return "Control";
        }
    }

    /** Neither password nor secret belongs in a log. */
    @Override
    public String toString() {
        return "IdentityProperties";
    }
}
