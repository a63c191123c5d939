package io.plimsoll.service.quotas;

import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.master.AgreedTotals;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.text.CodePoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shops with what a change of their totals rests on, read in a few statements for a whole territory. */
@ApplicationScoped
class QuotaShops {

    private static final String SHOPS = """
            SELECT r.licence, r.name, r.manager, r.territory, r.size_class, r.market_type, r.order_interval, r.status,
                COALESCE(r.key_account, FALSE) AS key_account,
                (SELECT COALESCE(SUM(m.cartons), 0) FROM granted_movement m
                    WHERE m.licence = r.licence AND m.period = ?) AS granted,
                EXISTS (SELECT 1 FROM agreed_total l WHERE l.licence = r.licence AND l.state = 'APPROVED'
                    AND (l.period > ? OR l.period = ? AND l.number_in_period > ?)) AS changes_later,
                EXISTS (SELECT 1 FROM stock_check k WHERE k.licence = r.licence AND k.checked_at > ?)
                OR EXISTS (SELECT 1 FROM complaint k WHERE k.licence = r.licence AND k.made_at > ?) AS checked
            FROM retailer r
            """;

    private final Sql sql;
    private final AgreedTotals totals;
    private final ShopDemand demand;
    private final Policies policies;
    private final Law law;
    private final Clock clock;

    QuotaShops(Sql sql, AgreedTotals totals, ShopDemand demand, Policies policies, Law law, Clock clock) {
        this.sql = sql;
        this.totals = totals;
        this.demand = demand;
        this.policies = policies;
        this.law = law;
        this.clock = clock;
    }

    /** All shops of a customer manager, by licence. */
    @Transactional
    SortedMap<String, QuotaShop> ofManager(String manager, Horizon.View view) {
        return read(new Where().and("r.manager = ?", manager), view);
    }

    /** These shops, whosever they are, by licence; what is not there is missing. */
    @Transactional
    SortedMap<String, QuotaShop> of(Collection<String> licences, Horizon.View view) {
        if (licences.isEmpty()) {
            return new TreeMap<>();
        }
        String marks = String.join(", ", Collections.nCopies(licences.size(), "?"));
        return read(new Where().and("r.licence IN (" + marks + ")", licences.toArray()), view);
    }

    private SortedMap<String, QuotaShop> read(Where where, Horizon.View view) {
        Effect effect = view.effect();
        Instant ofLate = clock.instant().minus(Duration.ofDays(QuotaThresholds.daysAfterCheck(view.policy())));
        List<Object> values = new ArrayList<>(
                Arrays.asList(effect.period(), effect.period(), effect.period(), effect.number(), ofLate, ofLate));
        values.addAll(where.values());
        SortedMap<String, QuotaShop> shops = new TreeMap<>(CodePoints.ORDER);
        Figures figures = new Figures(where, view);
        sql.list(SHOPS + where.sql(), values, row -> shops.put(row.getString("licence"), shop(row, figures)));
        view.underWay().forEach(cycle -> raiseGranted(shops, cycle, where));
        return shops;
    }

    /** What holds of each shop, by licence. */
    private final class Figures {

        private final PolicyVersion policy;
        private final Map<String, Integer> inForce;
        private final Map<String, Long> demanded;

        Figures(Where where, Horizon.View view) {
            policy = view.policy();
            inForce =
                    totals.inForce(where, view.effect().period(), view.effect().number());
            demanded = demand.of(where);
        }
    }

    private static QuotaShop shop(ResultSet row, Figures figures) throws SQLException {
        String licence = row.getString("licence");
        SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
        MarketType marketType = MarketType.valueOf(row.getString("market_type"));
        Integer total = figures.inForce.get(licence);
        return new QuotaShop(
                licence,
                row.getString("name"),
                row.getString("manager"),
                row.getString("territory"),
                sizeClass,
                marketType,
                row.getInt("order_interval"),
                RetailerStatus.valueOf(row.getString("status")),
                row.getBoolean("key_account"),
                total == null ? ofClass(figures.policy, sizeClass, marketType) : total,
                total == null,
                figures.demanded.get(licence),
                figures.policy.releasePolicy().floatPercents().get(sizeClass),
                Math.max(0, row.getLong("granted")),
                row.getBoolean("changes_later"),
                row.getBoolean("checked"));
    }

    private static int ofClass(PolicyVersion policy, SizeClass sizeClass, MarketType marketType) {
        return policy.totals().total(sizeClass, marketType).orElse(0);
    }

    /**
     * A cycle that has begun will still be shared under the totals of before: a shop may come to have been granted all that
     * these let it have by then, so a cut must leave room for that.
     */
    private void raiseGranted(SortedMap<String, QuotaShop> shops, Horizon.Known cycle, Where where) {
        Optional<PolicyVersion> policy = Optional.ofNullable(cycle.policy()).flatMap(policies::find);
        if (policy.isEmpty() || shops.isEmpty()) {
            return;
        }
        Map<String, Integer> then =
                totals.inForce(where, cycle.head().period(), cycle.head().number());
        List<Retailer> retailers = shops.values().stream()
                .map(shop -> new Retailer(
                        shop.licence(),
                        shop.manager(),
                        shop.sizeClass(),
                        shop.marketType(),
                        shop.status(),
                        then.getOrDefault(shop.licence(), ofClass(policy.get(), shop.sizeClass(), shop.marketType())),
                        0,
                        shop.orderInterval()))
                .toList();
        int[] noLimit = new int[retailers.size()];
        Arrays.fill(noLimit, Orders.NO_LIMIT);
        Orders none = new Orders(new int[retailers.size() + 1], new int[0], new int[0], new int[0], noLimit);
        Cycle alone =
                new Cycle(cycle.head(), retailers, List.of(), none, policy.get().releasePolicy());
        Ceilings ceilings = CeilingSetter.set(alone, law.rules());
        for (int i = 0; i < retailers.size(); i++) {
            long most = Math.min(ceilings.period(i), ceilings.paced(i));
            boolean mayOrder = retailers.get(i).status() == RetailerStatus.ACTIVE;
            shops.compute(
                    retailers.get(i).key(),
                    (licence, shop) -> mayOrder && most > shop.granted() ? withGranted(shop, most) : shop);
        }
    }

    private static QuotaShop withGranted(QuotaShop shop, long granted) {
        return new QuotaShop(
                shop.licence(),
                shop.name(),
                shop.manager(),
                shop.territory(),
                shop.sizeClass(),
                shop.marketType(),
                shop.orderInterval(),
                shop.status(),
                shop.keyAccount(),
                shop.total(),
                shop.isClassDefault(),
                shop.demand(),
                shop.floatPercent(),
                granted,
                shop.changesLater(),
                shop.isCheckedOfLate());
    }
}
