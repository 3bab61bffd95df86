package io.keyuan.identity.signin;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;

/** Problems that a program tells apart by their {@code code}, since several share a status. */
final class Refusals {

    static final Problem BAD_CREDENTIALS = of(ProblemKind.UNAUTHENTICATED, "bad-credentials");
    static final Problem CSRF = of(ProblemKind.FORBIDDEN, "csrf");
    static final Problem PASSWORD_CHANGE_REQUIRED = of(ProblemKind.FORBIDDEN, "password-change-required");
    static final Problem TOO_MANY_ATTEMPTS = of(ProblemKind.TOO_MANY_REQUESTS, "too-many-attempts");
    static final Problem SESSION_REQUIRED = of(ProblemKind.FORBIDDEN, "session-required");

    private Refusals() {}

    /** For what only somebody at a browser may do: a leaked token must not take over its person. */
    static Proof.Session requireSession(Identity identity) {
        if (identity.proof() instanceof Proof.Session session) {
            return session;
        }
        throw SESSION_REQUIRED;
    }

    private static Problem of(ProblemKind kind, String code) {
        return Problem.of(kind, Fault.whole(code));
    }
}
