package io.plimsoll.service.assisted;

import io.plimsoll.message.Message;
import io.plimsoll.service.assisted.Bodies.Collection;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.cycles.OrderingWindow;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.orders.OrderTaking;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What can be collected: of a shop that has missed its window, on a visit, while it can still be entered (R16). */
@ApplicationScoped
class Collectable {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_PLACE = 200;

    private final AssistedOrders orders;
    private final OrderingWindow window;
    private final OrderTaking taking;
    private final Cycles cycles;
    private final Sql sql;

    Collectable(AssistedOrders orders, OrderingWindow window, OrderTaking taking, Cycles cycles, Sql sql) {
        this.orders = orders;
        this.window = window;
        this.taking = taking;
        this.cycles = cycles;
        this.sql = sql;
    }

    /**
     * Refuses a shop for which nothing can be collected now.
     *
     * @return the moment that counts
     * @throws Refused where the retailers' own window is still open, the shop is another's, has ordered or is suspended
     */
    @Transactional(TxType.MANDATORY)
    Instant requireMissed(Viewer manager, String cycle, String licence) {
        orders.requireInScope(licence);
        Instant now = window.holdSecond(cycle);
        requireMissed(manager, cycle, licence, now);
        return now;
    }

    private void requireMissed(Viewer manager, String cycle, String licence, Instant now) {
        requireActive(licence);
        if (sql.count("SELECT COUNT(*) FROM demand_order WHERE cycle = ? AND licence = ?", cycle, licence) > 0) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_HAS_ORDERED"));
        }
        if (sql.count("SELECT COUNT(*) FROM assisted_order WHERE cycle = ? AND licence = ? AND is_open", cycle, licence)
                > 0) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_IS_THERE"));
        }
        requireTimeToEnter(manager, cycle, now);
    }

    /**
     * Refuses what could not be collected now, with all that is wrong in it.
     *
     * @return the moment that counts
     * @throws Refused as {@link #requireMissed}, and where a field or line is wrong
     */
    @Transactional(TxType.MANDATORY)
    Instant require(Viewer manager, String cycle, Collection given) {
        Instant now = window.holdSecond(cycle);
        String licence = licence(given);
        orders.requireInScope(licence);
        requireMissed(manager, cycle, licence, now);
        requireAll(() -> requireVisit(cycle, given, now), () -> taking.requireSound(cycle, given.draft()));
        return now;
    }

    private static String licence(Collection given) {
        Checks checks = new Checks();
        String licence = checks.line("licence", given.licence(), LONGEST_KEY);
        checks.refuseErrors();
        return licence;
    }

    /** Refuses a shop that is suspended; locks it, as whoever orders does. */
    @Transactional(TxType.MANDATORY)
    void requireActive(String licence) {
        String status = sql.first(
                        "SELECT status FROM retailer WHERE licence = ? FOR UPDATE", row -> row.getString(1), licence)
                .orElseThrow(Refused::forbidden);
        if (!status.equals("ACTIVE")) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_SUSPENDED"));
        }
    }

    /** What can't be entered any more is not collected either: that would be a promise that nobody can keep. */
    private void requireTimeToEnter(Viewer manager, String cycle, Instant now) {
        CycleView found = cycles.find(manager, cycle);
        LocalDate day = orders.entryFrom(cycle, now);
        if (found.secondClosesAt() != null && !orders.beginningOf(day).isBefore(found.secondClosesAt())) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_TOO_LATE_TO_ENTER", "day", day));
        }
    }

    private void requireVisit(String cycle, Collection given, Instant now) {
        Checks checks = new Checks();
        Instant visitedAt = checks.given("visitedAt", given.visitedAt());
        checks.line("place", given.place(), LONGEST_PLACE);
        // People write down minutes: the one in which the window ended counts as after it.
        Instant earliest = window.secondBegan(cycle).orElse(now).truncatedTo(ChronoUnit.MINUTES);
        boolean isInTime = visitedAt == null || !visitedAt.isBefore(earliest) && !visitedAt.isAfter(now);
        checks.expect(isInTime, "visitedAt", Message.of("ASSISTED_VISIT_TIME"));
        checks.refuseErrors();
    }

    /** All that is wrong, at once. */
    private static void requireAll(Runnable... checks) {
        List<FieldError> errors = new ArrayList<>();
        for (Runnable check : checks) {
            try {
                check.run();
            } catch (Refused refused) {
                errors.addAll(refused.fieldErrors());
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
