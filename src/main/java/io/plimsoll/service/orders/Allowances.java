package io.plimsoll.service.orders;

import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.ceiling.CeilingScope;
import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.JustifiedCeiling;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.master.ShopsToday;
import io.plimsoll.service.orders.Allowance.Upper;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks the rules how far one shop may go, as a run would if the cycle were frozen now. */
@ApplicationScoped
class Allowances {

    private static final String SKUS = "SELECT c.sku, c.brand, c.tier, c.status, p.supply, p.forecast FROM cycle_sku c"
            + " LEFT JOIN supply p ON p.cycle = c.cycle AND p.sku = c.sku WHERE c.cycle = ? ORDER BY c.sku";

    private final Sql sql;
    private final Policies policies;
    private final ShopsToday shops;
    private final Law law;
    private final CycleSkus names;

    Allowances(Sql sql, Policies policies, ShopsToday shops, Law law, CycleSkus names) {
        this.sql = sql;
        this.policies = policies;
        this.shops = shops;
        this.law = law;
        this.names = names;
    }

    /** How far a shop may go; nothing where the cycle has no policy, or there is no such shop. */
    Optional<Allowance> of(CycleView cycle, String licence) {
        return Optional.ofNullable(cycle.policy())
                .flatMap(policies::find)
                .flatMap(policy -> shops.find(licence, cycle.period(), cycle.number(), policy)
                        .map(shop -> of(cycle, shop, policy)));
    }

    private Allowance of(CycleView cycle, ShopsToday.Shop shop, PolicyVersion policy) {
        Retailer retailer = shop.retailer();
        Cycle alone = new Cycle(
                new CycleHead(cycle.cycle(), cycle.seed(), cycle.period(), cycle.number(), cycle.of()),
                List.of(retailer),
                sql.list(SKUS, Allowances::sku, cycle.cycle()),
                ordersOfEverything(cycle.cycle()),
                policy.releasePolicy());
        List<JustifiedCeiling> justified = CeilingSetter.justify(alone, 0, law.rules());
        Upper standing = lowest(justified, only(CeilingScope.STANDING));
        Upper period = lowest(justified, only(CeilingScope.PERIOD));
        Upper pace = lowest(justified, only(CeilingScope.PACE));
        return new Allowance(
                cycle.cycle(),
                cycle.period(),
                retailer.agreedTotal(),
                shop.isClassDefault(),
                policy.releasePolicy().floatPercents().get(retailer.sizeClass()),
                retailer.grantedInPeriod(),
                standing,
                period,
                pace,
                left(retailer, standing, period, pace),
                byRef(justified, CeilingScope.TIER),
                byRef(justified, CeilingScope.SKU),
                policy.version(),
                names.of(cycle.cycle()));
    }

    /** The rules are asked about the Skus of an order; so for once he has ordered all of them. */
    private Orders ordersOfEverything(String cycle) {
        int skus = (int) sql.count("SELECT COUNT(*) FROM cycle_sku WHERE cycle = ?", cycle);
        int[] each = IntStream.range(0, skus).toArray();
        int[] ranks = IntStream.rangeClosed(1, skus).toArray();
        return new Orders(new int[] {0, skus}, ranks, each, new int[skus], new int[] {Orders.NO_LIMIT});
    }

    private static Predicate<Ceiling> only(CeilingScope scope) {
        return ceiling -> ceiling.scope() == scope;
    }

    /** Of all that rules set the smallest holds. */
    private static Upper lowest(List<JustifiedCeiling> justified, Predicate<Ceiling> wanted) {
        return justified.stream()
                .filter(each -> wanted.test(each.ceiling()))
                .map(each -> new Upper(each.ceiling().max(), each.ceiling().rule(), each.reason()))
                .reduce((one, other) -> other.max() < one.max() ? other : one)
                .orElse(null);
    }

    private static Map<String, Upper> byRef(List<JustifiedCeiling> justified, CeilingScope scope) {
        Map<String, Upper> uppers = new TreeMap<>();
        justified.stream()
                .map(JustifiedCeiling::ceiling)
                .filter(only(scope))
                .map(Ceiling::ref)
                .distinct()
                .forEach(ref -> uppers.put(
                        ref,
                        lowest(
                                justified,
                                each -> each.scope() == scope && each.ref().equals(ref))));
        return uppers;
    }

    private static Long left(Retailer retailer, Upper standing, Upper period, Upper pace) {
        List<Long> lefts = new ArrayList<>();
        if (standing != null) {
            lefts.add(standing.max());
        }
        for (Upper upper : new Upper[] {period, pace}) {
            if (upper != null) {
                lefts.add(Math.max(0, upper.max() - retailer.grantedInPeriod()));
            }
        }
        return lefts.stream().min(Long::compare).orElse(null);
    }

    private static Sku sku(ResultSet row) throws SQLException {
        long cartons = row.getLong("supply");
        OptionalLong supply = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(cartons);
        return new Sku(
                row.getString("sku"),
                row.getString("brand"),
                BrandTier.valueOf(row.getString("tier")),
                SupplyStatus.valueOf(row.getString("status")),
                supply,
                Optional.ofNullable(row.getBigDecimal("forecast")).map(BigDecimal::stripTrailingZeros));
    }
}
