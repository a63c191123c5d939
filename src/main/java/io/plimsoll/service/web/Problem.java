package io.plimsoll.service.web;

/** Why a request was not done: the one list of codes that {@code /api} answers with, each with its HTTP status. */
public enum Problem {
    /** The request cannot be read: no JSON, a field of a wrong kind. */
    MALFORMED(400),
    /** A POST that creates needs an Idempotency-Key. */
    IDEMPOTENCY_KEY_MISSING(400),
    /** A form was not made by us, or is too old. */
    FORM_NOT_OURS(403),
    NOT_SIGNED_IN(401),
    /** The right is missing, or the row is another's; which of the two is not said. */
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** What is there already, or what has gone on meanwhile, forbids it. */
    CONFLICT(409),
    /** The ETag is not the present one: somebody else was quicker. */
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The request is well formed, but what it asks for is not allowed. */
    INVALID(422),
    /** The Idempotency-Key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** What can be edited is edited with If-Match only. */
    ETAG_MISSING(428),
    TOO_MANY_ATTEMPTS(429),
    UNEXPECTED(500),
    UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The code that says in general what a status means. */
    static Problem of(int status) {
        for (Problem problem : values()) {
            if (problem.status == status && problem != FORM_NOT_OURS && problem != IDEMPOTENCY_KEY_MISSING) {
                return problem;
            }
        }
        return status >= 500 ? UNEXPECTED : MALFORMED;
    }
}
