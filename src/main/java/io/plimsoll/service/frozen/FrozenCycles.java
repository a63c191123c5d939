package io.plimsoll.service.frozen;

import io.plimsoll.files.CycleDetails;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.cycles.Demand;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.WebSettings;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads cycles as they were frozen: the register as the cycle saw it, supply, and demand as it was reported. */
@ApplicationScoped
public class FrozenCycles {

    private static final String RETAILERS = """
            SELECT f.licence, f.manager, f.size_class, f.market_type, f.status, f.agreed_total, f.granted_in_period,
                f.order_interval, d.name, d.territory, d.key_account, d.phone, d.account, d.licensed_since
            FROM cycle_retailer f
            LEFT JOIN cycle_retailer_detail d ON d.cycle = f.cycle AND d.licence = f.licence
            WHERE f.cycle = ? ORDER BY f.licence
            """;
    private static final String SKUS = """
            SELECT f.sku, f.brand, f.tier, f.status, p.supply, p.forecast, d.name, d.price, d.key_brand, d.first_sold
            FROM cycle_sku f LEFT JOIN %s ON %s AND p.sku = f.sku
            LEFT JOIN cycle_sku_detail d ON d.cycle = f.cycle AND d.sku = f.sku
            WHERE f.cycle = ? ORDER BY f.sku
            """;
    private static final String PRESENT_SUPPLY = SKUS.formatted("supply p", "p.cycle = f.cycle");
    private static final String SUPPLY_OF_RUN = SKUS.formatted("run_sku p", "p.run = ?");

    /** What came in said itself who had submitted, be it nothing. */
    private static final String SUBMISSIONS = """
            SELECT o.licence, o.channel, o.actor, o.submitted_at, o.submitted_text, o.device, o.session, o.address, o.at_most
            FROM demand_order o JOIN cycle c ON c.cycle = o.cycle WHERE o.cycle = ? AND (c.came_in OR %s)
            """.formatted(Demand.COUNTS);

    private static final String LINES = """
            SELECT l.licence, l.line_rank, l.sku, l.demand
            FROM demand_line l JOIN demand_order o ON o.cycle = l.cycle AND o.licence = l.licence
            WHERE l.cycle = ? AND %s ORDER BY l.licence, l.line_rank
            """.formatted(Demand.COUNTS);

    private final Sql sql;
    private final ZoneId zone;

    FrozenCycles(Sql sql, WebSettings business) {
        this.sql = sql;
        this.zone = business.zone();
    }

    /** What was frozen, sorted by key, with its details by the same positions. */
    public record Frozen(List<Retailer> retailers, List<Sku> skus, Orders orders, CycleDetails details) {}

    private record Shop(Retailer retailer, CycleDetails.OfRetailer details) {}

    private record Good(Sku sku, CycleDetails.OfSku details) {}

    private record Sent(Optional<CycleDetails.Submission> how, int atMost) {}

    /**
     * Reads a cycle.
     *
     * @param run whose supply it is to have, as it read it; nothing: the present one
     */
    Frozen read(String cycle, OptionalLong run) {
        List<Shop> shops = sql.list(RETAILERS, FrozenCycles::shop, cycle);
        List<Good> goods = run.isPresent()
                ? sql.list(SUPPLY_OF_RUN, FrozenCycles::good, run.getAsLong(), cycle)
                : sql.list(PRESENT_SUPPLY, FrozenCycles::good, cycle);
        Map<String, Sent> sent = new HashMap<>();
        sql.list(SUBMISSIONS, row -> Map.entry(row.getString(1), sent(row)), cycle)
                .forEach(each -> sent.put(each.getKey(), each.getValue()));
        return new Frozen(
                shops.stream().map(Shop::retailer).toList(),
                goods.stream().map(Good::sku).toList(),
                orders(cycle, shops, goods, sent),
                new Details(shops, goods, sent));
    }

    private Orders orders(String cycle, List<Shop> shops, List<Good> goods, Map<String, Sent> sent) {
        Map<String, Integer> shop = new HashMap<>();
        shops.forEach(each -> shop.put(each.retailer().key(), shop.size()));
        Map<String, Integer> good = new HashMap<>();
        goods.forEach(each -> good.put(each.sku().key(), good.size()));
        int most = (int) sql.count("SELECT COUNT(*) FROM demand_line WHERE cycle = ?", cycle);
        int[] first = new int[shops.size() + 1];
        int[] rank = new int[most];
        int[] sku = new int[most];
        int[] demand = new int[most];
        int[] lines = {0};
        sql.each(
                LINES,
                row -> {
                    first[shop.get(row.getString(1)) + 1]++;
                    rank[lines[0]] = row.getInt(2);
                    sku[lines[0]] = good.get(row.getString(3));
                    demand[lines[0]++] = row.getInt(4);
                },
                cycle);
        int[] atMost = new int[shops.size()];
        for (int i = 0; i < shops.size(); i++) {
            first[i + 1] += first[i];
            Sent order = sent.get(shops.get(i).retailer().key());
            atMost[i] = order == null ? Orders.NO_LIMIT : order.atMost();
        }
        return new Orders(
                first,
                Arrays.copyOf(rank, lines[0]),
                Arrays.copyOf(sku, lines[0]),
                Arrays.copyOf(demand, lines[0]),
                atMost);
    }

    private static Shop shop(ResultSet row) throws SQLException {
        Retailer retailer = new Retailer(
                row.getString(1),
                row.getString(2),
                SizeClass.valueOf(row.getString(3)),
                MarketType.valueOf(row.getString(4)),
                RetailerStatus.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8));
        return new Shop(
                retailer,
                new CycleDetails.OfRetailer(
                        orBlank(row, 9),
                        orBlank(row, 10),
                        yesOrNo(row, 11),
                        orBlank(row, 12),
                        orBlank(row, 13),
                        day(row, 14)));
    }

    private static Good good(ResultSet row) throws SQLException {
        long cartons = row.getLong(5);
        OptionalLong supply = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(cartons);
        Sku sku = new Sku(
                row.getString(1),
                row.getString(2),
                BrandTier.valueOf(row.getString(3)),
                SupplyStatus.valueOf(row.getString(4)),
                supply,
                Optional.ofNullable(row.getBigDecimal(6)).map(FrozenCycles::plain));
        return new Good(
                sku,
                new CycleDetails.OfSku(
                        orBlank(row, 7),
                        Optional.ofNullable(row.getBigDecimal(8)).map(FrozenCycles::plain),
                        yesOrNo(row, 9),
                        day(row, 10)));
    }

    private Sent sent(ResultSet row) throws SQLException {
        int most = row.getInt(9);
        int atMost = row.wasNull() ? Orders.NO_LIMIT : most;
        String channel = row.getString(2);
        Timestamp at = row.getTimestamp(4);
        if (channel == null || at == null) {
            return new Sent(Optional.empty(), Orders.NO_LIMIT);
        }
        String said = row.getString(5);
        OffsetDateTime moment =
                said == null ? at.toInstant().atZone(zone).toOffsetDateTime() : OffsetDateTime.parse(said);
        return new Sent(
                Optional.of(new CycleDetails.Submission(
                        CycleDetails.Channel.valueOf(channel),
                        orBlank(row, 3),
                        moment,
                        orBlank(row, 6),
                        orBlank(row, 7),
                        orBlank(row, 8))),
                atMost);
    }

    /** A number of the database without the zeros that its column adds. */
    public static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static String orBlank(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Optional<Boolean> yesOrNo(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private record Details(List<Shop> shops, List<Good> goods, Map<String, Sent> sent) implements CycleDetails {

        @Override
        public OfRetailer retailer(int retailer) {
            return shops.get(retailer).details();
        }

        @Override
        public OfSku sku(int sku) {
            return goods.get(sku).details();
        }

        @Override
        public Optional<Submission> submission(int retailer) {
            Sent order = sent.get(shops.get(retailer).retailer().key());
            return order == null ? Optional.empty() : order.how();
        }
    }
}
