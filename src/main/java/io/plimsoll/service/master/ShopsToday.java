package io.plimsoll.service.master;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.AgreedTotals.AgreedTotal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;

/** Shops as a cycle would see them that were frozen now: so a retailer can be told beforehand how far he may go (R31). */
@ApplicationScoped
public class ShopsToday {

    private final Sql sql;
    private final AgreedTotals totals;
    private final GrantedInPeriod granted;

    ShopsToday(Sql sql, AgreedTotals totals, GrantedInPeriod granted) {
        this.sql = sql;
        this.totals = totals;
        this.granted = granted;
    }

    /**
     * A shop with its figures of a month.
     *
     * @param isClassDefault whether no total was ever approved, so that the default of the class holds (R1)
     */
    public record Shop(Retailer retailer, boolean isClassDefault) {}

    /**
     * A shop in a cycle.
     *
     * @param period its month, such as {@code 2026-07}
     * @param number its number in the month
     * @param policy says what holds for a shop without an agreed total
     */
    public Optional<Shop> find(String licence, String period, int number, PolicyVersion policy) {
        Optional<AgreedTotal> agreed = totals.inForce(licence, period, number);
        int before = (int) Math.max(0, granted.of(licence, period));
        return sql.first(
                "SELECT manager, size_class, market_type, status, order_interval FROM retailer WHERE licence = ?",
                row -> {
                    SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
                    MarketType marketType = MarketType.valueOf(row.getString("market_type"));
                    OptionalInt ofClass = policy.totals().total(sizeClass, marketType);
                    return new Shop(
                            new Retailer(
                                    licence,
                                    row.getString("manager"),
                                    sizeClass,
                                    marketType,
                                    RetailerStatus.valueOf(row.getString("status")),
                                    agreed.map(AgreedTotal::cartons).orElse(ofClass.orElse(0)),
                                    before,
                                    row.getInt("order_interval")),
                            agreed.isEmpty());
                },
                licence);
    }
}
