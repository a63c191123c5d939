package io.plimsoll.service.outcomes;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.Binding;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.outcomes.GrantedOrder.Line;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was granted, and puts the reason of every cut into a sentence, with the figures that the run has stored. */
@ApplicationScoped
class Grants {

    private static final String RUN =
            "SELECT a.id, (SELECT COUNT(*) FROM allocation_run b WHERE b.cycle = a.cycle AND b.id <= a.id) AS number, a.made_at, a.policy, a.policy_name, c.period FROM allocation_run a JOIN cycle c ON c.cycle = a.cycle"
                    + " WHERE a.cycle = ? AND a.in_force";
    private static final String SHOP =
            "SELECT f.size_class, f.market_type, f.order_interval, r.name FROM cycle_retailer f"
                    + " JOIN retailer r ON r.licence = f.licence WHERE f.cycle = ? AND f.licence = ?";
    private static final String LINES = """
            SELECT g.line_rank, g.sku, k.name, g.demand, g.granted, g.binding, c.tier, s.released, s.claimed,
                (SELECT COALESCE(SUM(b.cartons), 0) FROM came_back b
                 WHERE b.cycle = ? AND b.licence = g.licence AND b.sku = g.sku) AS came_back
            FROM grant_line g JOIN sku k ON k.sku = g.sku JOIN cycle_sku c ON c.cycle = ? AND c.sku = g.sku
            LEFT JOIN run_sku s ON s.run = g.run AND s.sku = g.sku
            WHERE g.run = ? AND g.licence = ? ORDER BY g.line_rank
            """;

    private final Sql sql;

    Grants(Sql sql) {
        this.sql = sql;
    }

    /** The run whose grants hold. */
    record InForce(long run, int number, Instant madeAt, String policy, String period) {}

    private record Shop(PeerGroup peers, String name) {}

    /** A ceiling that a rule set. */
    private record Upper(long max, String rule) {}

    Optional<InForce> inForce(String cycle) {
        return sql.first(
                RUN,
                row -> new InForce(
                        row.getLong("id"),
                        row.getInt("number"),
                        Sql.moment(row, "made_at"),
                        row.getString("policy") == null
                                ? ""
                                : new Policies.Named(row.getString("policy"), row.getString("policy_name")).version(),
                        row.getString("period")),
                cycle);
    }

    /** What a retailer was granted; nothing where the cycle has no run, or the shop was not in it. */
    Optional<GrantedOrder> of(String cycle, String licence) {
        return inForce(cycle)
                .flatMap(run ->
                        sql.first(SHOP, Grants::shop, cycle, licence).map(shop -> granted(cycle, licence, run, shop)));
    }

    private static Shop shop(ResultSet row) throws SQLException {
        PeerGroup peers = new PeerGroup(
                SizeClass.valueOf(row.getString("size_class")),
                MarketType.valueOf(row.getString("market_type")),
                row.getInt("order_interval"));
        return new Shop(peers, row.getString("name"));
    }

    private GrantedOrder granted(String cycle, String licence, InForce run, Shop shop) {
        Map<String, Upper> uppers = uppers(run.run(), licence, shop.peers());
        List<Line> lines = sql.list(LINES, row -> line(row, uppers, run.period()), cycle, cycle, run.run(), licence);
        return new GrantedOrder(
                cycle, licence, shop.name(), run.run(), run.number(), run.madeAt(), run.policy(), lines);
    }

    /** The smallest ceilings on a shop and on its class, by scope and what they are about. */
    private Map<String, Upper> uppers(long run, String licence, PeerGroup peers) {
        Map<String, Upper> uppers = new HashMap<>();
        sql.list(
                "SELECT scope, ref, max_cartons, rule FROM run_ceiling WHERE run = ? AND subject IN (?, ?)",
                row -> uppers.merge(
                        key(row.getString("scope"), row.getString("ref")),
                        new Upper(row.getLong("max_cartons"), row.getString("rule")),
                        (one, other) -> other.max() < one.max() ? other : one),
                run,
                licence,
                peers.toString());
        return uppers;
    }

    /** On a whole order there is one ceiling of each scope; what it refers to is the cycle or the month. */
    private static String key(String scope, String ref) {
        return scope.equals("SKU") || scope.equals("TIER") ? scope + " " + ref : scope;
    }

    private static Line line(ResultSet row, Map<String, Upper> uppers, String period) throws SQLException {
        Binding binding = Binding.valueOf(row.getString("binding"));
        return new Line(
                row.getInt("line_rank"),
                row.getString("sku"),
                row.getString("name"),
                row.getInt("demand"),
                row.getInt("granted"),
                row.getInt("came_back"),
                binding,
                reason(binding, row, uppers, period));
    }

    private static Message reason(Binding binding, ResultSet row, Map<String, Upper> uppers, String period)
            throws SQLException {
        String tier = row.getString("tier");
        return switch (binding) {
            case NONE -> null;
            case INELIGIBLE -> ceiling("CUT_INELIGIBLE", uppers.get("STANDING"));
            case STANDING -> ceiling("CUT_STANDING", uppers.get("STANDING"));
            case BLOCKED -> ceiling("CUT_BLOCKED", uppers.get("SKU " + row.getString("sku")));
            case SKU_CEILING -> ceiling("CUT_SKU_CEILING", uppers.get("SKU " + row.getString("sku")));
            case TIER_CEILING ->
                ceiling("CUT_TIER_CEILING", uppers.get("TIER " + tier), "tier", Message.of("brandTier." + tier));
            case SUPPLY -> shortage("CUT_SUPPLY", row);
            case TIGHT_BALANCE -> shortage("CUT_TIGHT_BALANCE", row);
            case AT_MOST -> Message.of("CUT_AT_MOST");
            case PACING -> ceiling("CUT_PACING", uppers.get("PACE"), "period", period);
            case AGREED_TOTAL -> ceiling("CUT_AGREED_TOTAL", uppers.get("PERIOD"), "period", period);
        };
    }

    private static Message ceiling(String code, Upper upper, Object... more) {
        Map<String, Object> arguments = new HashMap<>(Message.of(code, more).arguments());
        arguments.put("max", upper == null ? "?" : upper.max());
        arguments.put("rule", upper == null ? "?" : upper.rule());
        return new Message(code, arguments);
    }

    private static Message shortage(String code, ResultSet row) throws SQLException {
        return Message.of(code, "released", row.getLong("released"), "claimed", row.getLong("claimed"));
    }
}
