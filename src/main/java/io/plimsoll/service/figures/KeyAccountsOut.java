package io.plimsoll.service.figures;

import static io.plimsoll.service.uploads.TablesOut.cell;

import io.plimsoll.service.uploads.TablesOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** The register of key accounts as a table to be taken away. */
@ApplicationScoped
class KeyAccountsOut {

    private static final List<String> COLUMNS = List.of(
            "retailer",
            "name",
            "manager",
            "territory",
            "size_class",
            "market_type",
            "registered",
            "large",
            "monthly_granted",
            "monthly_demand",
            "times_mean",
            "fill",
            "stock_checks",
            "latest_check",
            "visits",
            "latest_visit",
            "findings",
            "violations",
            "cycles",
            "orders",
            "own_orders",
            "proposals",
            "answered");

    private final KeyAccounts accounts;
    private final TablesOut tables;

    KeyAccountsOut(KeyAccounts accounts, TablesOut tables) {
        this.accounts = accounts;
        this.tables = tables;
    }

    Response table(KeyAccountFilter filter, String format) {
        return tables.table(
                "key-accounts",
                format,
                COLUMNS,
                () -> accounts.all(filter).stream().map(KeyAccountsOut::row).toList());
    }

    private static List<Object> row(KeyAccount account) {
        return Arrays.asList(
                account.licence(),
                cell(account.name()),
                account.manager(),
                cell(account.territory()),
                account.sizeClass().name(),
                account.marketType().name(),
                text(account.registered()),
                text(account.large()),
                cell(account.sales().monthlyGranted()),
                cell(account.sales().monthlyDemand()),
                cell(account.sales().timesTheMean()),
                cell(account.sales().fill()),
                account.inspection().count(),
                text(account.inspection().latest()),
                account.visits().count(),
                text(account.visits().latest()),
                cell(account.lawfulness().findings()),
                account.lawfulness().violations(),
                account.cooperation().cycles(),
                account.cooperation().orders(),
                account.cooperation().own(),
                account.cooperation().proposals(),
                account.cooperation().answered());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
