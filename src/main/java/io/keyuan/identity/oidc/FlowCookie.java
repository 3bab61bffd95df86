package io.keyuan.identity.oidc;

import io.keyuan.identity.account.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Ties a way to a provider to the browser that set out, so that nobody can have another browser finish it. One for all of a
 * browser's windows, which may be under way at once.
 */
final class FlowCookie {

    static final String NAME = "keyuan_sign_in";

    private static final int LENGTH = 43;
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z]{" + LENGTH + "}");
    private static final Duration AGE = Duration.ofHours(1);

    private FlowCookie() {}

    /** @return null where the browser brings none */
    static @Nullable String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? null : Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(NAME) && SECRET.matcher(cookie.getValue()).matches())
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The secret the browser has, or is given now. */
    static String ensure(HttpServletRequest request, HttpServletResponse response) {
        String present = read(request);
        String secret = present == null ? Secrets.base62(LENGTH) : present;
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, secret)
                .path(Addresses.DOOR)
                .httpOnly(true)
                // The way back is a link from another site, on which a strict cookie would stay at home.
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(AGE)
                .build()
                .toString());
        return secret;
    }
}
