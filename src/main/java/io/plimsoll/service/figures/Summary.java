package io.plimsoll.service.figures;

import io.plimsoll.service.database.Batch;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.figures.ShopFigures.Shop;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the indicators of all shops come to: the medians of peers, and the shares of those that one manager looks after. */
final class Summary {

    private final String period;
    private final Thresholds thresholds;
    private final Map<Peers, OfPeers> peers = new LinkedHashMap<>();
    private final Map<Part, OfPart> parts = new LinkedHashMap<>();

    Summary(String period, Thresholds thresholds) {
        this.period = period;
        this.thresholds = thresholds;
    }

    private record Peers(String sizeClass, String marketType) {}

    private record Part(String manager, String territory) {}

    private static final class OfPeers {
        private int shops;
        private final List<BigDecimal> fits = new ArrayList<>();
        private final List<BigDecimal> fills = new ArrayList<>();
        private final List<Integer> skus = new ArrayList<>();
    }

    private static final class OfPart {
        private int shops;
        private int fitted;
        private int misfits;
        private int complete;
        private int countedSkus;
        private int fewSkus;
    }

    void add(Shop shop, ShopIndicator indicator) {
        OfPeers alike = peers.computeIfAbsent(
                new Peers(shop.sizeClass().name(), shop.marketType().name()), any -> new OfPeers());
        alike.shops++;
        addKnown(alike.fits, indicator.fit());
        addKnown(alike.fills, indicator.fill());
        addKnown(alike.skus, indicator.skus());
        OfPart part = parts.computeIfAbsent(
                new Part(shop.manager(), shop.territory() == null ? "" : shop.territory()), any -> new OfPart());
        part.shops++;
        part.fitted += indicator.fit() == null ? 0 : 1;
        part.misfits += indicator.misfit() ? 1 : 0;
        part.complete += indicator.missing() == 0 ? 1 : 0;
        part.countedSkus += indicator.skus() == null ? 0 : 1;
        part.fewSkus += Concern.hasFewSkus(indicator, thresholds) ? 1 : 0;
    }

    private static <T> void addKnown(List<T> values, T value) {
        if (value != null) {
            values.add(value);
        }
    }

    /** The middle value; of an even number the lower of the two, so that it is a shop's own; null of none. */
    private static <T extends Comparable<T>> T median(List<T> values) {
        if (values.isEmpty()) {
            return null;
        }
        Collections.sort(values);
        return values.get((values.size() - 1) / 2);
    }

    void write(Sql sql, Connection connection) throws SQLException {
        sql.update("DELETE FROM peer_figure");
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO peer_figure (size_class, market_type, shops, fit, fill, skus) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Peers, OfPeers> each : peers.entrySet()) {
                OfPeers alike = each.getValue();
                rows.add(
                        each.getKey().sizeClass(),
                        each.getKey().marketType(),
                        alike.shops,
                        median(alike.fits),
                        median(alike.fills),
                        median(alike.skus));
            }
            rows.done();
        }
        sql.update("DELETE FROM month_share WHERE period = ?", period);
        try (Batch rows = new Batch(
                connection,
                "INSERT INTO month_share (period, manager, territory, shops, fitted, misfits, complete, counted_skus,"
                        + " few_skus) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<Part, OfPart> each : parts.entrySet()) {
                OfPart part = each.getValue();
                rows.add(
                        period,
                        each.getKey().manager(),
                        each.getKey().territory(),
                        part.shops,
                        part.fitted,
                        part.misfits,
                        part.complete,
                        part.countedSkus,
                        part.fewSkus);
            }
            rows.done();
        }
    }
}
