package io.keyuan.engine;

/** Every kind of problem the program answers with; each has a page in the guide under {@code /problems/<slug>}. */
public enum ProblemKind {
    MALFORMED(400),
    BAD_FILTER(400),
    UNINDEXED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    DUPLICATE(409),
    CONFLICT(409),
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    RULE_BROKEN(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    FAILURE(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
