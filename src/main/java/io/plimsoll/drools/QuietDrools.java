package io.plimsoll.drools;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;

/**
 * Drools traces every fact it is given. Until the container has set logging up (on the command line: never), every trace
 * is wanted, put into words and kept for later: more work than the rules themselves.
 */
final class QuietDrools {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = LogContext.getLogContext().getLogger("org.drools");

    private QuietDrools() {}

    /** Leaves warnings and errors, and whatever somebody has asked for on purpose. */
    static void hush() {
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
    }
}
