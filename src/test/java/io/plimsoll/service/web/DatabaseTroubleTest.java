package io.plimsoll.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which failures of the database are worth another try, and when. */
class DatabaseTroubleTest {

    private static final int ONCE_IT_IS_BACK = 5;
    private static final int AT_ONCE = 1;

    private static Optional<Integer> seconds(Throwable failure) {
        return DatabaseTrouble.in(failure).map(DatabaseTrouble::retryAfterSeconds);
    }

    @Test
    void aServerThatIsAwayOrStopsIsWorthATryOnceItIsBack() {
        assertEquals(Optional.of(ONCE_IT_IS_BACK), seconds(new SQLException("Communications link failure", "08S01")));
        assertEquals(Optional.of(ONCE_IT_IS_BACK), seconds(new SQLException("interrupted", "70100", 1317)));
        assertEquals(Optional.of(ONCE_IT_IS_BACK), seconds(new SQLException("Sorry, acquisition timeout!")));
    }

    @Test
    void whoeverWasInTheWayIsDoneSoon() {
        assertEquals(Optional.of(AT_ONCE), seconds(new SQLException("Lock wait timeout exceeded", "HY000", 1205)));
        assertEquals(Optional.of(AT_ONCE), seconds(new SQLException("Deadlock found", "40001", 1213)));
    }

    @Test
    void itIsFoundWhereverTheContainerHasPutIt() {
        IllegalStateException wrapped = new IllegalStateException(new SQLException("gone", "08003"));
        RollbackException notCommitted = new RollbackException("could not commit");
        notCommitted.addSuppressed(wrapped);
        assertEquals(Optional.of(ONCE_IT_IS_BACK), seconds(wrapped));
        assertEquals(Optional.of(ONCE_IT_IS_BACK), seconds(new IllegalStateException(notCommitted)));
    }

    @Test
    void aMistakeOfOursStaysOneHoweverOftenItIsTried() {
        assertEquals(Optional.empty(), seconds(new SQLException("syntax", "42000", 1064)));
        assertEquals(Optional.empty(), seconds(new IllegalStateException("ours")));
        IllegalStateException ring = new IllegalStateException("ours");
        ring.initCause(new IllegalArgumentException(ring));
        assertEquals(Optional.empty(), seconds(ring));
    }
}
