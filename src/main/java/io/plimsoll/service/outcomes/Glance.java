package io.plimsoll.service.outcomes;

import io.plimsoll.service.cycles.Demand;
import io.plimsoll.service.cycles.Participation;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A cycle before its run: who has ordered, and what is asked for beside what there is. */
@ApplicationScoped
class Glance {

    private static final String BY_TERRITORY =
            "SELECT COALESCE(r.territory, '') AS place, COUNT(*), COUNT(o.licence) FROM " + Participation.SHOPS
                    + " LEFT JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence AND " + Demand.COUNTS
                    + " WHERE r.status = 'ACTIVE' GROUP BY place ORDER BY COUNT(o.licence) / COUNT(*), place";
    private static final String OTHERS = "SELECT COUNT(*) FROM " + Participation.SHOPS
            + " JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence AND " + Demand.COUNTS
            + " WHERE r.status <> 'ACTIVE'";
    private static final String BY_SKU = """
            SELECT s.sku, k.name, c.tier, c.status, s.supply, COALESCE(asked.demand, 0) AS demand,
                COALESCE(asked.shops, 0) AS shops
            FROM supply s JOIN sku k ON k.sku = s.sku LEFT JOIN cycle_sku c ON c.cycle = s.cycle AND c.sku = s.sku
            LEFT JOIN (SELECT l.sku, SUM(l.demand) AS demand, COUNT(*) AS shops FROM demand_line l
                JOIN demand_order o ON o.cycle = l.cycle AND o.licence = l.licence
                WHERE l.cycle = ? AND %s GROUP BY l.sku) asked ON asked.sku = s.sku
            WHERE s.cycle = ?
            ORDER BY s.supply IS NULL, s.supply / GREATEST(COALESCE(asked.demand, 0), 1), s.sku
            """.formatted(Demand.COUNTS);

    private final Sql sql;

    Glance(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is asked for of a Sku so far.
     *
     * @param supply cartons to share; null: unlimited
     * @param demand cartons asked for, before any ceiling
     * @param shops that ask for it
     */
    public record OfSku(String sku, String name, String tier, String status, Long supply, long demand, long shops) {

        /** Whether more is asked for than there is. */
        public boolean isShort() {
            return supply != null && supply < demand;
        }

        public long missing() {
            return isShort() ? demand - supply : 0;
        }
    }

    /**
     * A cycle before its run.
     *
     * @param ordering active shops, and those of them with an order
     * @param others shops that are not active and have an order all the same
     * @param byTerritory the same by territory, those first in which fewest have ordered
     * @param skus those first of which most is missing
     */
    public record Seen(Share ordering, long others, List<Share> byTerritory, List<OfSku> skus) {

        public long shortSkus() {
            return skus.stream().filter(OfSku::isShort).count();
        }

        /** Those that are drawn. */
        public List<OfSku> shortest() {
            return skus.stream().filter(OfSku::isShort).limit(15).toList();
        }
    }

    Seen of(String cycle) {
        List<Share> byTerritory = sql.list(
                BY_TERRITORY, row -> new Share(row.getString(1), row.getLong(2), row.getLong(3)), cycle, cycle, cycle);
        Share ordering = new Share(
                "",
                byTerritory.stream().mapToLong(Share::whole).sum(),
                byTerritory.stream().mapToLong(Share::part).sum());
        List<OfSku> skus = sql.list(
                BY_SKU,
                row -> new OfSku(
                        row.getString("sku"),
                        row.getString("name"),
                        row.getString("tier"),
                        row.getString("status"),
                        Sql.whole(row, "supply"),
                        row.getLong("demand"),
                        row.getLong("shops")),
                cycle,
                cycle);
        return new Seen(ordering, sql.count(OTHERS, cycle, cycle, cycle), byTerritory, skus);
    }
}
