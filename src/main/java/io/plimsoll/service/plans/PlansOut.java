package io.plimsoll.service.plans;

import static io.plimsoll.service.uploads.TablesOut.cell;

import io.plimsoll.service.uploads.TablesOut;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** Each of the lists as a table to be taken away, of what the one who asks may see. */
@ApplicationScoped
class PlansOut {

    private final Targets targets;
    private final Listings listings;
    private final Guidances guidances;
    private final NewBrands brands;
    private final TablesOut tables;

    PlansOut(Targets targets, Listings listings, Guidances guidances, NewBrands brands, TablesOut tables) {
        this.targets = targets;
        this.listings = listings;
        this.guidances = guidances;
        this.brands = brands;
        this.tables = tables;
    }

    /**
     * One of them.
     *
     * @param table targets, listings, guidance or new-brands, as in the address of its page
     * @throws Refused NOT_FOUND where there is no such table
     */
    Response table(String table, String format) {
        return switch (table) {
            case "targets" -> targets(format);
            case "listings" -> listings(format);
            case "guidance" -> guidance(format);
            case "new-brands" -> newBrands(format);
            default -> throw Refused.notFound();
        };
    }

    private Response targets(String format) {
        List<String> columns = List.of(
                "period",
                "volume",
                "sold",
                "whole",
                "sold_percent",
                "price_percent",
                "price",
                "last_year_price",
                "reached_percent");
        return tables.table(
                "company-targets",
                format,
                columns,
                () -> targets.list(Paging.whole()).items().stream()
                        .map(each -> Arrays.asList(
                                each.period(),
                                cell(each.volume()),
                                cell(each.sold()),
                                Boolean.toString(each.whole()),
                                cell(each.getSoldPercent()),
                                cell(each.pricePercent()),
                                cell(each.price()),
                                cell(each.lastYearPrice()),
                                cell(each.getReachedPercent())))
                        .toList());
    }

    private Response listings(String format) {
        return tables.table(
                "listing-plans",
                format,
                List.of("period", "manager", "brands", "mean", "shops", "reached", "reached_percent"),
                () -> listings.list(Paging.whole()).items().stream()
                        .map(each -> Arrays.asList(
                                each.period(),
                                each.manager(),
                                each.brands(),
                                cell(each.getMean()),
                                each.shops(),
                                each.reached(),
                                cell(each.getReachedPercent())))
                        .toList());
    }

    private Response guidance(String format) {
        List<String> columns = List.of(
                "period",
                "manager",
                "shops",
                "guided",
                "coverage_percent",
                "coverage_target",
                "effective",
                "effect_percent",
                "effective_target");
        return tables.table(
                "guidance",
                format,
                columns,
                () -> guidances.list(Paging.whole()).items().stream()
                        .map(each -> Arrays.asList(
                                each.period(),
                                each.manager(),
                                each.shops(),
                                each.guided(),
                                cell(each.getCoverage()),
                                each.coverageTarget(),
                                each.effective(),
                                cell(each.getEffect()),
                                each.effectiveTarget()))
                        .toList());
    }

    private Response newBrands(String format) {
        return tables.table(
                "new-brands",
                format,
                List.of("brand", "first_sold", "skus", "key_brand", "month_over"),
                () -> brands.list(Paging.whole()).items().stream()
                        .map(each -> Arrays.asList(
                                each.brand(),
                                each.firstSold().toString(),
                                each.skus(),
                                Boolean.toString(each.keyBrand()),
                                Boolean.toString(each.monthOver())))
                        .toList());
    }
}
