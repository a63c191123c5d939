package io.plimsoll.cli;

import io.plimsoll.finding.Finding;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.Summary;
import java.util.List;

/** What a command tells the shell. */
final class ExitCode {

    /** Done, and nothing critical was found. */
    static final int DONE = 0;

    /** Something critical was found, or a verification failed. */
    static final int CRITICAL = 1;

    /** Bad input, bad usage, or a folder that cannot be read or written. */
    static final int BAD_INPUT = 2;

    private ExitCode() {}

    /** What findings come to. */
    static int of(List<Finding> findings) {
        return Summary.bySeverity(findings).get(Severity.CRITICAL) > 0 ? CRITICAL : DONE;
    }
}
