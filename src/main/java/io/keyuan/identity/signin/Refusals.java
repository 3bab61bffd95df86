package io.keyuan.identity.signin;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Problems that a program tells apart by their {@code code}, since several share a status. */
final class Refusals {

    static final Problem BAD_CREDENTIALS = of(ProblemKind.UNAUTHENTICATED, "bad-credentials");
    static final Problem CSRF = of(ProblemKind.FORBIDDEN, "csrf");
    static final Problem PASSWORD_CHANGE_REQUIRED = of(ProblemKind.FORBIDDEN, "password-change-required");
    static final Problem TOO_MANY_ATTEMPTS = of(ProblemKind.TOO_MANY_REQUESTS, "too-many-attempts");
    static final Problem SECOND_FACTOR_REQUIRED = of(ProblemKind.UNAUTHENTICATED, "second-factor-required");
    static final Problem BAD_CODE = of(ProblemKind.UNAUTHENTICATED, "bad-code");
    static final Problem SECOND_FACTOR_NEEDED = of(ProblemKind.FORBIDDEN, "second-factor-setup-required");
    static final Problem CONFIRMATION_REQUIRED = of(ProblemKind.FORBIDDEN, "confirmation-required");
    static final Problem READ_ONLY_TOKEN = of(ProblemKind.FORBIDDEN, "read-only-token");
    static final Problem VIEWING_AS = of(ProblemKind.FORBIDDEN, "viewing-as");
    /** Told only to whoever knows the password. */
    static final Problem PASSWORD_SIGN_IN_OFF = of(ProblemKind.FORBIDDEN, "password-sign-in-off");
    static final Problem SESSION_REQUIRED = of(ProblemKind.FORBIDDEN, "session-required");

    private static final Duration RECENT = Duration.ofMinutes(10);

    private Refusals() {}

    /** For what only somebody at a browser may do: a leaked token must not take over its person. */
    static Proof.Session requireSession(Identity identity) {
        if (identity.proof() instanceof Proof.Session session) {
            return session;
        }
        throw SESSION_REQUIRED;
    }

    /** For what is done only soon after the person has proved who they are: somebody else may sit at their desk. */
    static Proof.Session requireRecent(Identity identity) {
        Proof.Session session = requireSession(identity);
        if (!isRecent(session)) {
            throw CONFIRMATION_REQUIRED;
        }
        return session;
    }

    static boolean isRecent(Proof.Session session) {
        return !session.provedAt().isBefore(Instant.now().minus(RECENT));
    }

    static Problem broken(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }

    /** @throws Problem where nothing is given */
    static String given(String path, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw broken(path, "required");
        }
        return value;
    }

    private static Problem of(ProblemKind kind, String code) {
        return Problem.of(kind, Fault.whole(code));
    }
}
