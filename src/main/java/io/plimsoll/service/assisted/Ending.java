package io.plimsoll.service.assisted;

import io.plimsoll.service.cycles.OrderingOver;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.orders.LateOwnOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;

/** What ends an assisted order from elsewhere, in the transaction that does it: the retailer's own order, and closing time. */
@ApplicationScoped
class Ending {

    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    Ending(Sql sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** His own order wins, also over one that is entered already (R16). */
    void overtake(@Observes LateOwnOrder own) {
        sql.first(
                        "SELECT id FROM assisted_order WHERE cycle = ? AND licence = ? AND is_open",
                        row -> row.getLong(1),
                        own.cycle(),
                        own.licence())
                .ifPresent(id -> overtake(id, own));
    }

    private void overtake(long id, LateOwnOrder own) {
        sql.update("UPDATE assisted_order SET state = 'OVERTAKEN', version = version + 1 WHERE id = ?", id);
        sql.update(
                "INSERT INTO assisted_step (assisted_order, step, by_person, at, receipt) VALUES (?, ?, ?, ?, ?)",
                id,
                StepKind.OVERTAKEN,
                own.retailer().personId(),
                clock.instant(),
                own.receipt());
        journal.append(
                own.retailer(),
                Act.ASSISTED_ORDER_OVERTAKEN,
                Subject.retailer(own.licence()),
                Map.of("cycle", own.cycle(), "assistedOrder", id, "receipt", own.receipt()));
    }

    /** What was not entered is evidence and no demand (R17). */
    void lapse(@Observes OrderingOver over) {
        int lapsed = sql.update(
                "INSERT INTO assisted_step (assisted_order, step, at) SELECT id, 'LAPSED', ? FROM assisted_order"
                        + " WHERE cycle = ? AND state IN ('COLLECTED', 'VERIFIED')",
                clock.instant(),
                over.cycle());
        if (lapsed > 0) {
            sql.update(
                    "UPDATE assisted_order SET state = 'LAPSED', version = version + 1"
                            + " WHERE cycle = ? AND state IN ('COLLECTED', 'VERIFIED')",
                    over.cycle());
            journal.appendBySystem(
                    Act.ASSISTED_ORDERS_LAPSED, Subject.cycle(over.cycle()), Map.of("assistedOrders", lapsed));
        }
    }
}
