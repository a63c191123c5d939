package io.plimsoll.service.figures;

import static io.plimsoll.service.uploads.TablesOut.cell;

import io.plimsoll.service.uploads.TablesOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** The list of watched shops as a table to be taken away. */
@ApplicationScoped
class ShopsOut {

    private static final List<String> COLUMNS = List.of(
            "retailer",
            "name",
            "manager",
            "territory",
            "size_class",
            "market_type",
            "concern",
            "watches",
            "agreed_total",
            "monthly_demand",
            "fit",
            "peers_fit",
            "starved",
            "starved_now",
            "surge",
            "orders",
            "at_headroom",
            "fill",
            "peers_fill",
            "skus",
            "missing");

    private final Shops shops;
    private final TablesOut tables;

    ShopsOut(Shops shops, TablesOut tables) {
        this.shops = shops;
        this.tables = tables;
    }

    Response table(ShopFilter filter, String format) {
        return tables.table(
                "shops",
                format,
                COLUMNS,
                () -> shops.all(filter).stream().map(ShopsOut::row).toList());
    }

    private static List<Object> row(WatchedShop shop) {
        ShopIndicator indicator = shop.indicator();
        List<Object> row = new ArrayList<>(List.of(
                shop.licence(),
                cell(shop.name()),
                shop.manager(),
                cell(shop.territory()),
                shop.sizeClass().name(),
                shop.marketType().name(),
                shop.concern(),
                String.join(" ", shop.watches().stream().map(Watch::name).toList())));
        row.addAll(List.of(
                cell(indicator.agreedTotal()),
                cell(indicator.monthlyDemand()),
                cell(indicator.fit()),
                cell(shop.peers() == null ? null : shop.peers().fit()),
                Boolean.toString(indicator.starved()),
                Boolean.toString(indicator.starvedNow()),
                cell(indicator.surge()),
                indicator.orders()));
        row.addAll(List.of(
                indicator.atHeadroom(),
                cell(indicator.fill()),
                cell(shop.peers() == null ? null : shop.peers().fill()),
                cell(indicator.skus()),
                indicator.missing()));
        return row;
    }
}
