package io.plimsoll.service.figures;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.master.ComingTotal;
import io.plimsoll.service.master.ComingTotals;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops that somebody may see, with what is watched of them. */
@ApplicationScoped
class Shops {

    private static final String FROM = " FROM shop_indicator i";
    private static final String REGISTER = " JOIN retailer r ON r.licence = i.licence";

    private static final String ROWS = "SELECT i.*, r.name, r.manager, r.territory, r.size_class, r.market_type" + FROM
            + REGISTER + " WHERE i.licence IN (%s)";

    private final Sql sql;
    private final Asking asking;
    private final Readings readings;
    private final PresentThresholds thresholds;
    private final ShopMonths months;
    private final ComingTotals coming;

    Shops(
            Sql sql,
            Asking asking,
            Readings readings,
            PresentThresholds thresholds,
            ShopMonths months,
            ComingTotals coming) {
        this.sql = sql;
        this.asking = asking;
        this.readings = readings;
        this.thresholds = thresholds;
        this.months = months;
        this.coming = coming;
    }

    private record Peers(SizeClass sizeClass, MarketType marketType) {}

    /** Those that the one who asks may see, and asks for; an auditor's reading is journalled. */
    @Transactional
    PageOf<WatchedShop> list(ShopFilter filter, Paging paging) {
        filter.check();
        Thresholds present = thresholds.get();
        Where where = filter.where(asking.known().scope(), present);
        // Without a condition on the register nobody looks at it until the page is found.
        String from = where.sql().contains("r.") ? FROM + REGISTER : FROM;
        long total = sql.number("SELECT COUNT(*)" + from + where.sql(), where.values());
        List<String> page = sql.texts(
                "SELECT i.licence" + from + where.sql() + filter.order() + " LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()));
        readings.ofRetailers(page);
        return PageOf.of(of(page, present), paging, total);
    }

    /** All that the one who asks may see, and asks for, without their months; that they are taken out is journalled there. */
    @Transactional
    List<WatchedShop> all(ShopFilter filter) {
        filter.check();
        Thresholds present = thresholds.get();
        Map<Peers, PeerFigure> peers = peers();
        Where where = filter.where(asking.known().scope(), present);
        return sql.list(
                "SELECT i.*, r.name, r.manager, r.territory, r.size_class, r.market_type" + FROM + REGISTER
                        + where.sql() + filter.order(),
                where.values(),
                row -> shop(row, present, peers, null, List.of()));
    }

    /** The worst of a scope that have anything to be looked at. */
    @Transactional
    List<WatchedShop> worst(Scope scope, int most) {
        Thresholds present = thresholds.get();
        Where where = new Where().and("i.concern > 0").inScope(scope, "r");
        List<String> page = sql.texts(
                "SELECT i.licence" + FROM + REGISTER + where.sql() + new ShopFilter().order() + " LIMIT ?",
                where.valuesAnd(most));
        return of(page, present);
    }

    /** One shop, whoever asks; nothing where it is not active, or nothing was derived yet. */
    @Transactional
    Optional<WatchedShop> one(String licence) {
        return of(List.of(licence), thresholds.get()).stream().findFirst();
    }

    /** When the indicators were derived; nothing before they ever were. */
    @Transactional
    Optional<Instant> derivedAt() {
        return sql.first(
                "SELECT derived_at FROM figures_due WHERE cycle = '' AND derived_at IS NOT NULL",
                row -> Sql.moment(row, "derived_at"));
    }

    private List<WatchedShop> of(List<String> licences, Thresholds present) {
        if (licences.isEmpty()) {
            return List.of();
        }
        Map<Peers, PeerFigure> peers = peers();
        Map<String, List<ShopMonth>> twelve = months.of(licences);
        Map<String, ComingTotal> next = coming.of(licences);
        Map<String, WatchedShop> found = new HashMap<>();
        sql.list(ROWS.formatted(String.join(", ", Collections.nCopies(licences.size(), "?"))), licences, row -> {
            String licence = row.getString("licence");
            WatchedShop shop = shop(row, present, peers, next.get(licence), twelve.get(licence));
            return found.put(licence, shop);
        });
        List<WatchedShop> shops = new ArrayList<>();
        for (String licence : licences) {
            Optional.ofNullable(found.get(licence)).ifPresent(shops::add);
        }
        return shops;
    }

    private Map<Peers, PeerFigure> peers() {
        Map<Peers, PeerFigure> peers = new HashMap<>();
        sql.list(
                "SELECT * FROM peer_figure",
                row -> peers.put(
                        new Peers(
                                SizeClass.valueOf(row.getString("size_class")),
                                MarketType.valueOf(row.getString("market_type"))),
                        new PeerFigure(
                                row.getInt("shops"),
                                row.getBigDecimal("fit"),
                                row.getBigDecimal("fill"),
                                row.getObject("skus", Integer.class))));
        return peers;
    }

    private static WatchedShop shop(
            ResultSet row, Thresholds present, Map<Peers, PeerFigure> peers, ComingTotal coming, List<ShopMonth> months)
            throws SQLException {
        ShopIndicator indicator = indicator(row);
        SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
        MarketType marketType = MarketType.valueOf(row.getString("market_type"));
        return new WatchedShop(
                row.getString("licence"),
                row.getString("name"),
                row.getString("manager"),
                row.getString("territory"),
                sizeClass,
                marketType,
                row.getInt("concern"),
                Watch.of(indicator, present),
                indicator,
                peers.get(new Peers(sizeClass, marketType)),
                coming,
                months);
    }

    private static ShopIndicator indicator(ResultSet row) throws SQLException {
        return new ShopIndicator(
                row.getString("period"),
                row.getObject("agreed_total", Integer.class),
                Sql.whole(row, "monthly_demand"),
                Sql.whole(row, "monthly_granted"),
                row.getBigDecimal("fit"),
                row.getBoolean("misfit"),
                row.getBoolean("starved"),
                row.getBoolean("starved_now"),
                row.getBigDecimal("surge"),
                row.getInt("orders"),
                row.getInt("at_headroom"),
                row.getBigDecimal("at_share"),
                row.getBigDecimal("fill"),
                row.getObject("skus", Integer.class),
                row.getInt("missing"));
    }
}
