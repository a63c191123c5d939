package io.plimsoll.service.figures;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.Alerts;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.background.Job;
import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.figures.LookedAtMonths.Month;
import io.plimsoll.service.figures.LookedAtMonths.Months;
import io.plimsoll.service.master.AgreedTotals;
import io.plimsoll.service.master.Completeness;
import io.plimsoll.service.policies.Policies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Derives the indicators of all shops at once: a pass over their latest months, and one row written for each. */
@ApplicationScoped
class ShopFigures implements Job {

    private static final int LONGEST_SECONDS = 3_600;

    private static final String INSERT =
            "INSERT INTO shop_indicator (licence, period, agreed_total, monthly_demand, monthly_granted, fit, misfit, starved, starved_now,"
                    + " surge, orders, at_headroom, at_share, fill, skus, missing, concern)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final FiguresDue due;
    private final LookedAtMonths months;
    private final AgreedTotals totals;
    private final OrderableCounts orderable;
    private final Policies policies;
    private final Sql sql;
    private final DataSource database;

    ShopFigures(
            FiguresDue due,
            LookedAtMonths months,
            AgreedTotals totals,
            OrderableCounts orderable,
            Policies policies,
            Sql sql,
            DataSource database) {
        this.due = due;
        this.months = months;
        this.totals = totals;
        this.orderable = orderable;
        this.policies = policies;
        this.sql = sql;
        this.database = database;
    }

    /** A shop of the register, as far as its indicators need it. */
    record Shop(
            String licence,
            String manager,
            String territory,
            SizeClass sizeClass,
            MarketType marketType,
            int interval,
            int missing) {

        private static Shop read(ResultSet row) throws SQLException {
            return new Shop(
                    row.getString("licence"),
                    row.getString("manager"),
                    row.getString("territory"),
                    SizeClass.valueOf(row.getString("size_class")),
                    MarketType.valueOf(row.getString("market_type")),
                    row.getInt("order_interval"),
                    row.getInt("missing"));
        }
    }

    @Override
    public String kind() {
        return FiguresDue.OF_SHOPS;
    }

    @Override
    public void work(long id, Progress progress) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            FiguresDue.Due piece = due.due(id);
            derive();
            due.derived(FiguresDue.OF_SHOPS, piece);
        });
    }

    @Override
    public void fail(long id, String failure) {
        due.failed(id, failure);
    }

    private void derive() {
        Months looked = months.now();
        Optional<PolicyVersion> policy = Optional.ofNullable(looked.policy()).flatMap(policies::find);
        Thresholds thresholds = Thresholds.of(
                policy.map(version -> version.releasePolicy().alerts()).orElse(new Alerts(Map.of())));
        Map<String, ShopTotals> sums = new HashMap<>();
        addEarlier(looked, sums);
        addCycles(looked, sums);
        Map<String, Integer> agreed = totals.inForce(looked.present().period());
        OrderableCounts.Counts skus = orderable.latest();
        List<Shop> shops = sql.list(
                "SELECT r.licence, r.manager, r.territory, r.size_class, r.market_type, r.order_interval, "
                        + Completeness.HOW_MANY_ARE_UNKNOWN + " AS missing FROM retailer r WHERE r.status = 'ACTIVE'"
                        + " ORDER BY r.licence",
                List.of(),
                Shop::read);
        Summary summary = new Summary(looked.present().period(), thresholds);
        sql.update("DELETE FROM shop_indicator");
        try (Connection connection = database.getConnection();
                Batch rows = new Batch(connection, INSERT)) {
            for (Shop shop : shops) {
                Integer total = agreed.get(shop.licence());
                ShopIndicator indicator = sums.getOrDefault(shop.licence(), new ShopTotals())
                        .indicator(
                                looked.present().period(),
                                total == null ? ofClass(policy, shop) : total,
                                thresholds.band(),
                                skus.of(shop),
                                shop.missing());
                add(rows, shop, indicator, Concern.of(indicator, thresholds));
                summary.add(shop, indicator);
            }
            rows.done();
            summary.write(sql, connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the indicators of shops cannot be stored", failed);
        }
    }

    private static Integer ofClass(Optional<PolicyVersion> policy, Shop shop) {
        return policy.map(version -> version.totals().total(shop.sizeClass(), shop.marketType()))
                .filter(total -> total.isPresent())
                .map(total -> total.getAsInt())
                .orElse(null);
    }

    private static void add(Batch rows, Shop shop, ShopIndicator indicator, int concern) throws SQLException {
        rows.add(
                shop.licence(),
                indicator.period(),
                indicator.agreedTotal(),
                indicator.monthlyDemand(),
                indicator.monthlyGranted(),
                indicator.fit(),
                indicator.misfit(),
                indicator.starved(),
                indicator.starvedNow(),
                indicator.surge(),
                indicator.orders(),
                indicator.atHeadroom(),
                indicator.atShare(),
                indicator.fill(),
                indicator.skus(),
                indicator.missing(),
                concern);
    }

    private static String marks(List<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** Months that came in as sums: of one in which all of the ceiling was granted and more asked for nothing was left (R8). */
    private void addEarlier(Months looked, Map<String, ShopTotals> sums) {
        List<String> periods = looked.over().stream().map(Month::period).toList();
        if (periods.isEmpty()) {
            return;
        }
        String latest = periods.get(0);
        sql.each(
                "SELECT licence, period, demand, granted, ceiling FROM earlier_month e WHERE period IN ("
                        + marks(periods)
                        + ") AND NOT EXISTS (SELECT 1 FROM cycle c WHERE c.period = e.period AND c.state <> 'CANCELLED')",
                row -> {
                    ShopTotals sum = sums.computeIfAbsent(row.getString("licence"), any -> new ShopTotals());
                    long demand = row.getLong("demand");
                    long granted = row.getLong("granted");
                    sum.add(demand, granted);
                    sum.countMonth(row.getString("period"), demand);
                    sum.supplied(row.getString("period"), granted);
                    long ceiling = row.getLong("ceiling");
                    boolean isLimited = !row.wasNull();
                    if (isLimited && latest.equals(row.getString("period")) && granted >= ceiling && demand > granted) {
                        sum.starved();
                    }
                },
                periods.toArray());
    }

    private void addCycles(Months looked, Map<String, ShopTotals> sums) {
        List<String> periods = looked.all();
        String lastOver = looked.latestOver().map(Month::lastCycle).orElse(null);
        String lastNow = looked.present().lastCycle();
        String latest = looked.latestOver().map(Month::period).orElse("");
        sql.each(
                "SELECT licence, period, cycle, ordered, demand, counted, granted, came_back, headroom IS NOT NULL AS limited,"
                        + " at_headroom, ran_dry, surge FROM shop_cycle WHERE period IN (" + marks(periods) + ")"
                        + " ORDER BY licence, period",
                row -> {
                    ShopTotals sum = sums.computeIfAbsent(row.getString("licence"), any -> new ShopTotals());
                    String period = row.getString("period");
                    String cycle = row.getString("cycle");
                    sum.add(row.getLong("demand"), row.getLong("granted"));
                    if (looked.isOver(period)) {
                        sum.count(period, row.getLong("counted"));
                        sum.supplied(period, row.getLong("granted") - row.getLong("came_back"));
                    }
                    if (row.getBoolean("ordered") && row.getBoolean("limited")) {
                        sum.order(row.getBoolean("at_headroom"));
                    }
                    if (row.getBoolean("ran_dry") && cycle.equals(lastOver)) {
                        sum.starved();
                    }
                    if (row.getBoolean("ran_dry") && cycle.equals(lastNow)) {
                        sum.starvedNow();
                    }
                    boolean isLatest = period.equals(latest) || looked.present().isOf(period);
                    if (isLatest && row.getBigDecimal("surge") != null) {
                        sum.began(row.getBigDecimal("surge"));
                    }
                },
                periods.toArray());
    }
}
