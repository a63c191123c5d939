package io.plimsoll.service.web;

import io.plimsoll.message.Message;
import java.util.List;

/**
 * A request that is not done, with its reason. Thrown inside a transaction, it takes everything back that the request
 * had begun.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient Message reason;
    private final transient List<FieldError> fields;
    private final long retryAfterSeconds;

    /**
     * One field of a request that is not as it should be.
     *
     * @param field its name in the request, as {@code lines[2].demand}
     */
    public record FieldError(String field, Message reason) {}

    public Refused(Problem problem, Message reason) {
        this(problem, reason, List.of(), 0);
    }

    private Refused(Problem problem, Message reason, List<FieldError> fields, long retryAfterSeconds) {
        super(problem.name() + " " + reason, null, false, false);
        this.problem = problem;
        this.reason = reason;
        this.fields = List.copyOf(fields);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The right is missing, or the row is another's. */
    public static Refused forbidden() {
        return new Refused(Problem.FORBIDDEN, Message.of("PROBLEM_FORBIDDEN"));
    }

    public static Refused notFound() {
        return new Refused(Problem.NOT_FOUND, Message.of("PROBLEM_NOT_FOUND"));
    }

    /** One field is wrong. */
    public static Refused field(String field, Message reason) {
        return fields(List.of(new FieldError(field, reason)));
    }

    /** Fields are wrong; at least one. */
    public static Refused fields(List<FieldError> fields) {
        return new Refused(Problem.INVALID, Message.of("PROBLEM_INVALID"), fields, 0);
    }

    /** It may be tried again after some seconds. */
    public static Refused forNow(Problem problem, Message reason, long retryAfterSeconds) {
        return new Refused(problem, reason, List.of(), retryAfterSeconds);
    }

    public Problem problem() {
        return problem;
    }

    public Message reason() {
        return reason;
    }

    public List<FieldError> fieldErrors() {
        return fields;
    }

    /** When to try again; 0 where that is not the point. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
