package io.plimsoll.service.uploads;

import io.plimsoll.service.right.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A table that goes out alone: its columns, whose it is to see, and where its rows stand; {@code %s} is the scope. */
enum OutTable {
    CYCLE(
            false,
            List.of("cycle", "seed", "period", "number", "of"),
            "SELECT cycle, seed, period, number_in_period, of_period FROM cycle WHERE cycle = ? AND %s"),
    RETAILERS(
            true,
            List.of(
                    "retailer",
                    "manager",
                    "size_class",
                    "market_type",
                    "status",
                    "agreed_total",
                    "granted_in_period",
                    "interval",
                    "name",
                    "territory",
                    "key_account",
                    "phone",
                    "account",
                    "licensed_since"),
            "SELECT f.licence, f.manager, f.size_class, f.market_type, f.status, f.agreed_total, f.granted_in_period,"
                    + " f.order_interval, IF(d.cycle IS NULL, r.name, d.name),"
                    + " IF(d.cycle IS NULL, r.territory, d.territory),"
                    + " ELT(1 + IF(d.cycle IS NULL, r.key_account, d.key_account), 'false', 'true'),"
                    + " IF(d.cycle IS NULL, r.phone, d.phone), IF(d.cycle IS NULL, r.account, d.account),"
                    + " IF(d.cycle IS NULL, r.licensed_since, d.licensed_since)"
                    + " FROM cycle_retailer f JOIN retailer r ON r.licence = f.licence"
                    + " LEFT JOIN cycle_retailer_detail d ON d.cycle = f.cycle AND d.licence = f.licence"
                    + " WHERE f.cycle = ? AND %s ORDER BY f.licence"),
    SKUS(
            false,
            List.of("sku", "brand", "tier", "status", "supply", "forecast", "name", "price", "key_brand", "first_sold"),
            "SELECT f.sku, f.brand, f.tier, f.status, p.supply, p.forecast, IF(d.cycle IS NULL, s.name, d.name),"
                    + " IF(d.cycle IS NULL, s.price, d.price), ELT(1 + IF(d.cycle IS NULL, s.key_brand, d.key_brand), 'false', 'true'),"
                    + " IF(d.cycle IS NULL, s.first_sold, d.first_sold)"
                    + " FROM cycle_sku f JOIN sku s ON s.sku = f.sku"
                    + " LEFT JOIN supply p ON p.cycle = f.cycle AND p.sku = f.sku"
                    + " LEFT JOIN cycle_sku_detail d ON d.cycle = f.cycle AND d.sku = f.sku"
                    + " WHERE f.cycle = ? AND %s ORDER BY f.sku"),
    SUPPLY(
            false,
            List.of("sku", "supply", "forecast"),
            "SELECT sku, supply, forecast FROM supply WHERE cycle = ? AND %s ORDER BY sku"),
    ORDERS(
            true,
            List.of("retailer", "rank", "sku", "demand"),
            "SELECT l.licence, l.line_rank, l.sku, l.demand FROM demand_line l JOIN retailer r ON r.licence = l.licence"
                    + " WHERE l.cycle = ? AND %s ORDER BY l.licence, l.line_rank"),
    SUBMISSIONS(
            false,
            List.of("retailer", "channel", "actor", "submitted_at", "device", "session", "address", "at_most"),
            "SELECT licence, channel, actor, COALESCE(submitted_text,"
                    + " CONCAT(REPLACE(submitted_at, ' ', 'T'), 'Z')), device, session, address, at_most"
                    + " FROM demand_order WHERE cycle = ? AND channel IS NOT NULL AND %s ORDER BY licence"),
    GRANTS(
            true,
            List.of("retailer", "rank", "sku", "demand", "granted", "binding"),
            "SELECT g.licence, g.line_rank, g.sku, g.demand, g.granted, g.binding"
                    + " FROM allocation_run a JOIN grant_line g ON g.run = a.id JOIN retailer r ON r.licence = g.licence"
                    + " WHERE a.cycle = ? AND a.in_force AND %s ORDER BY g.licence, g.line_rank");

    private static final Set<Role> ALL_ROWS = EnumSet.of(Role.PLANNER, Role.AUDITOR);
    private static final Set<Role> MANAGERS = EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER);

    private final boolean isByRetailer;
    private final List<String> header;
    private final String sql;

    OutTable(boolean isByRetailer, List<String> header, String sql) {
        this.isByRetailer = isByRetailer;
        this.header = header;
        this.sql = sql;
    }

    static Optional<OutTable> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.fileName().equals(name))
                .findFirst();
    }

    /** What it is called in addresses, and its file before the point. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> header() {
        return header;
    }

    String sql() {
        return sql;
    }

    /** Whether each row is a retailer's, so that it can be told whose it is to see. */
    boolean isByRetailer() {
        return isByRetailer;
    }

    boolean isFor(Role role) {
        return ALL_ROWS.contains(role)
                || isByRetailer && MANAGERS.contains(role)
                || role == Role.RETAILER && (this == ORDERS || this == GRANTS);
    }
}
