package io.keyuan.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses at which browsers and providers meet us. They are pages, not the API: nobody brings a session to them. */
final class Addresses {

    static final String DOOR = "/sign-in/oidc";
    static final String SIGN_IN = "/sign-in";

    private static final int LONGEST_NEXT = 1000;

    private Addresses() {}

    /** Where the browser thinks it is, such as {@code https://crm.example}. */
    static String origin(HttpServletRequest request) {
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }

    static String callback(HttpServletRequest request, UUID provider) {
        return origin(request) + DOOR + "/" + provider + "/callback";
    }

    /** Only a place in the console: never another site, however it is written. */
    static String inside(@Nullable String next) {
        boolean inside = next != null
                && next.length() <= LONGEST_NEXT
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().noneMatch(c -> c == '\\' || c < ' ');
        return inside && next != null ? next : "/";
    }

    /** The page of the door, saying why somebody is there again. */
    static String refused(Refusal refusal, @Nullable String provider, String next) {
        var address = UriComponentsBuilder.fromPath(SIGN_IN).queryParam("refused", refusal.code());
        if (provider != null) {
            address.queryParam("provider", "{provider}");
        }
        if (!next.equals("/")) {
            address.queryParam("next", "{next}");
        }
        return address.encode().buildAndExpand(Map.of("provider", String.valueOf(provider), "next", next)).toUriString();
    }

    static String trial(UUID provider) {
        return "/settings/identity-providers?tried=" + provider;
    }
}
