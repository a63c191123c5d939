package io.plimsoll.service.cycles;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;

/** The figures of a cycle that matter while people order. */
@ApplicationScoped
class Figures {

    private final Participation participation;
    private final Sql sql;

    Figures(Participation participation, Sql sql) {
        this.participation = participation;
        this.sql = sql;
    }

    /**
     * How a cycle stands.
     *
     * @param shops those whom the viewer may see
     * @param skus that are sold in it
     * @param scarce those of them that are scarce
     */
    public record Of(Participation.Counted shops, long skus, long scarce) {

        /** The orders of a shop, whether it is active or not. */
        public long ownOrders() {
            return shops.ordered() + shops.others();
        }
    }

    Of of(Viewer viewer, String cycle) {
        return new Of(
                participation.of(viewer, cycle),
                sql.count("SELECT COUNT(*) FROM supply WHERE cycle = ?", cycle),
                sql.count(
                        "SELECT COUNT(*) FROM supply p JOIN sku s ON s.sku = p.sku"
                                + " LEFT JOIN cycle_sku c ON c.cycle = p.cycle AND c.sku = p.sku"
                                + " WHERE p.cycle = ? AND COALESCE(c.status, s.status) = 'SCARCE'",
                        cycle));
    }
}
