package io.keyuan.identity.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of somebody, after it was found to be the provider's word.
 *
 * @param subject who it is there, for ever
 * @param sid the provider's session; null where it does not say
 * @param idToken as it came
 * @param claims all of them
 */
record Statement(String issuer, String subject, @Nullable String sid, String idToken, Map<String, Object> claims, Provider.ClaimNames names) {

    @Nullable String login() {
        return text(names.login());
    }

    @Nullable String name() {
        return text(names.name());
    }

    @Nullable String email() {
        return text(names.email());
    }

    /** Whether the provider has made sure that mail to the address reaches the person. */
    boolean emailVerified() {
        Object verified = claims.get("email_verified");
        return Boolean.TRUE.equals(verified) || "true".equals(verified);
    }

    Set<String> groups() {
        return switch (names.groups() == null ? null : at(claims, names.groups())) {
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
            case String one when !one.isBlank() -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    private @Nullable String text(String name) {
        Object value = at(claims, name);
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** By its whole name, else by the way of dots that leads to it: {@code realm_access.roles}. */
    static @Nullable Object at(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> below ? at(below, name.substring(dot + 1)) : null;
    }
}
