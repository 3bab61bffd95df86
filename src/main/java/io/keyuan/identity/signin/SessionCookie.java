package io.keyuan.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie a browser keeps its session's secret in, out of reach of scripts and of other sites' requests. */
final class SessionCookie {

    static final String NAME = "keyuan_session";

    /** Over https no other host of the domain can set one of this name. */
    private static final String BOUND = "__Host-";

    private SessionCookie() {}

    static @Nullable String read(HttpServletRequest request) {
        return read(name(request), request);
    }

    static @Nullable String read(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? null : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? BOUND + NAME : NAME;
    }

    static String set(Sessions.Opened opened, HttpServletRequest request) {
        return cookie(name(request), opened.secret(), opened.longest(), request);
    }

    static String remove(HttpServletRequest request) {
        return cookie(name(request), "", Duration.ZERO, request);
    }

    static String cookie(String name, String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(age)
                .build()
                .toString();
    }
}
