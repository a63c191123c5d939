package io.plimsoll.rule;

/** A rule that could not be read, compiled or evaluated. The message names the rule and says why. */
public class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleFailure(String message) {
        super(message);
    }

    public RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
