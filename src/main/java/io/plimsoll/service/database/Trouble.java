package io.plimsoll.service.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells failures of the database from failures of what was done with it. */
public final class Trouble {

    private Trouble() {}

    /** Whether a failure says nothing of the work: the connection was lost, or another transaction was in the way. */
    public static boolean isPassing(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            boolean isPassing = cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08")
                                    || sql.getSQLState().startsWith("40"));
            if (isPassing) {
                return true;
            }
        }
        return false;
    }
}
