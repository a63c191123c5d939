package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Proof;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.web.Asking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds the proof of what holds in a cycle now, for whoever may see the retailer. */
@ApplicationScoped
class ProofsOfGrants {

    private final Proofs proofs;
    private final Cycles cycles;
    private final ShopScope scope;
    private final Readings readings;
    private final Sql sql;
    private final Asking asking;

    ProofsOfGrants(Proofs proofs, Cycles cycles, ShopScope scope, Readings readings, Sql sql, Asking asking) {
        this.proofs = proofs;
        this.cycles = cycles;
        this.scope = scope;
        this.readings = readings;
        this.sql = sql;
        this.asking = asking;
    }

    /**
     * The proof of the run that is in force.
     *
     * @param head position of a head that it is to reach; null: as far as it is short
     * @return nothing where there is no run, he had no order in it, or it is not sealed yet
     */
    @Transactional
    Optional<Proof> find(String cycle, String licence, Long head) {
        scope.require(licence);
        cycles.find(asking.known(), cycle);
        readings.ofRetailer(licence);
        return sql.first("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", row -> row.getLong(1), cycle)
                .flatMap(run -> proofs.of(cycle, run, licence, head));
    }
}
