package io.plimsoll.service.policies;

import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The policy that binds the present cycle, as it was published beforehand (R31, R34). */
@ApplicationScoped
class PublishedPolicies {

    private final Sql sql;

    PublishedPolicies(Sql sql) {
        this.sql = sql;
    }

    /**
     * The present cycle, which is the last one that was published, and what binds it.
     *
     * @param digest of the policy
     * @param seed of the draw among equals
     */
    record Present(String cycle, String period, int number, int of, String digest, String seed) {}

    /** A shop as far as it decides what holds for it. */
    record Shop(String licence, String sizeClass, String marketType, int interval) {}

    Optional<Present> present() {
        return sql.first(
                "SELECT cycle, period, number_in_period, of_period, policy, seed FROM cycle"
                        + " WHERE policy IS NOT NULL AND state NOT IN ('PLANNED', 'CANCELLED')"
                        + " ORDER BY period DESC, number_in_period DESC LIMIT 1",
                row -> new Present(
                        row.getString("cycle"),
                        row.getString("period"),
                        row.getInt("number_in_period"),
                        row.getInt("of_period"),
                        row.getString("policy"),
                        row.getString("seed")));
    }

    /** What a policy is compared with: what was chosen, else the policy in force, else itself. */
    String other(String chosen, String digest) {
        return chosen == null || chosen.isBlank()
                ? present().map(Present::digest).orElse(digest)
                : chosen;
    }

    Optional<Shop> shop(String licence) {
        return sql.first(
                "SELECT licence, size_class, market_type, order_interval FROM retailer WHERE licence = ?",
                row -> new Shop(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                licence);
    }

    /** What Skus are called, of those that are in this cycle; all that are registered where it isn't fixed yet. */
    List<SkuName> skus(String cycle) {
        List<SkuName> ofCycle = sql.list(
                "SELECT c.sku, s.name, c.status FROM cycle_sku c LEFT JOIN sku s ON s.sku = c.sku WHERE c.cycle = ?"
                        + " ORDER BY c.sku",
                row -> new SkuName(row.getString(1), row.getString(2), row.getString(3)),
                cycle);
        return ofCycle.isEmpty()
                ? sql.list(
                        "SELECT sku, name, status FROM sku ORDER BY sku",
                        row -> new SkuName(row.getString(1), row.getString(2), row.getString(3)))
                : ofCycle;
    }

    record SkuName(String sku, String name, String status) {}
}
