package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Standing;
import io.keyuan.identity.company.LanguageOfCompany;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds out who a request comes from, and whether what proves it may be used for this request. */
@Component
final class Identification {

    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String SESSION = "/api/v1/session";
    private static final String PASSWORD = "/api/v1/session/password";
    private static final String CONFIRM = "/api/v1/session/confirm";
    private static final String SECOND_FACTOR = "/api/v1/session/second-factor";
    private static final String VIEW_AS = "/api/v1/session/view-as";
    private static final String LIVE = "/api/v1/live";
    private static final String BEARER = "Bearer ";
    private static final Set<String> CHANGING_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final Sessions sessions;
    private final Tokens tokens;
    private final ControlSecret control;
    private final LanguageOfCompany languages;

    Identification(Sessions sessions, Tokens tokens, ControlSecret control, LanguageOfCompany languages) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.control = control;
        this.languages = languages;
    }

    /**
     * @return empty where the request brings nothing, or the cookie of a session that has ended
     * @throws Problem where it brings something wrong on purpose, or may not be made like this
     */
    Optional<Identity> identify(HttpServletRequest request) {
        if (Doors.isOpen(request)) {
            // The cookie of another session must not stand in the way of beginning one.
            return Optional.empty();
        }
        String secret = request.getHeader(ControlSecret.HEADER);
        if (secret != null) {
            return proved(control.identify(secret, request));
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return proved(bearer(authorization)).map(identity -> checked(identity, request));
        }
        return cookie(request);
    }

    Caller caller(Identity identity, HttpServletRequest request) {
        return identity.caller(languages.of(identity.tenant(), request));
    }

    /** Goes on telling who the request comes from, from what it has brought. */
    Standing standing(Identity identity, HttpServletRequest request) {
        Locale accepted = languages.of(identity.tenant(), request);
        Supplier<Optional<Identity>> again = again(identity, request);
        return () -> again.get().map(present -> present.caller(accepted)).orElse(null);
    }

    private Supplier<Optional<Identity>> again(Identity identity, HttpServletRequest request) {
        // The request is another's by the time somebody asks.
        return switch (identity.proof()) {
            case Proof.Session session -> {
                String secret = String.valueOf(SessionCookie.read(request));
                yield () -> sessions.look(secret);
            }
            case Proof.Token token -> {
                String secret = bearerToken(request.getHeader(HttpHeaders.AUTHORIZATION));
                yield () -> tokens.look(secret);
            }
            case Proof.Control control -> () -> Optional.of(identity);
        };
    }

    private static String bearerToken(String authorization) {
        return authorization.substring(BEARER.length()).strip();
    }

    private static Optional<Identity> proved(Optional<Identity> identity) {
        if (identity.isEmpty()) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED);
        }
        return identity;
    }

    private static Identity checked(Identity identity, HttpServletRequest request) {
        if (identity.proof() instanceof Proof.Token token && token.readOnly() && !CHANGING_NOTHING.contains(request.getMethod())) {
            throw Refusals.READ_ONLY_TOKEN;
        }
        return identity;
    }

    private Optional<Identity> bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? tokens.find(bearerToken(authorization)) : Optional.empty();
    }

    private Optional<Identity> cookie(HttpServletRequest request) {
        String secret = SessionCookie.read(request);
        Optional<Identity> identity = secret == null ? Optional.empty() : find(secret, request);
        if (identity.isPresent() && identity.get().proof() instanceof Proof.Session session) {
            checkCsrf(session, request);
            checkUnfinished(session, request);
            checkSeeing(identity.get(), request);
        }
        return identity;
    }

    /** A window that is only open listens, and nobody need be there. */
    private Optional<Identity> find(String secret, HttpServletRequest request) {
        return request.getServletPath().equals(LIVE) ? sessions.look(secret) : sessions.find(secret);
    }

    private static void checkCsrf(Proof.Session session, HttpServletRequest request) {
        if (!CHANGING_NOTHING.contains(request.getMethod()) && !isSame(session.csrf(), request.getHeader(CSRF_HEADER))) {
            throw Refusals.CSRF;
        }
    }

    /** Whoever looks with somebody else's eyes changes nothing but that. */
    private static void checkSeeing(Identity identity, HttpServletRequest request) {
        String path = request.getServletPath();
        boolean leaving = path.equals(VIEW_AS) || path.equals(SESSION);
        if (identity.seen() != null && !leaving && !CHANGING_NOTHING.contains(request.getMethod())) {
            throw Refusals.VIEWING_AS;
        }
    }

    private static boolean isSame(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static void checkUnfinished(Proof.Session session, HttpServletRequest request) {
        String path = request.getServletPath();
        if (session.mustChangePassword() && !path.equals(SESSION) && !path.equals(PASSWORD)) {
            throw Refusals.PASSWORD_CHANGE_REQUIRED;
        }
        boolean needed = !path.equals(SESSION) && !path.equals(PASSWORD) && !path.equals(CONFIRM) && !path.startsWith(SECOND_FACTOR);
        if (session.needsSecondFactor() && needed) {
            throw Refusals.SECOND_FACTOR_NEEDED;
        }
    }
}
