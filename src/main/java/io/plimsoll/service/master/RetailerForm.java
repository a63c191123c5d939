package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** The form of a retailer, as a browser sends it. */
public class RetailerForm {

    @FormParam("once")
    String once;

    @FormParam("version")
    long version;

    @FormParam("licence")
    String licence;

    @FormParam("name")
    String name;

    @FormParam("manager")
    String manager;

    @FormParam("territory")
    String territory;

    @FormParam("marketType")
    String marketType;

    @FormParam("status")
    String status;

    @FormParam("orderInterval")
    String orderInterval;

    @FormParam("keyAccount")
    String keyAccount;

    @FormParam("phone")
    String phone;

    @FormParam("account")
    String account;

    @FormParam("licensedSince")
    String licensedSince;

    @FormParam("evidence")
    String evidence;

    /** What it says; refused where a field is not of its kind. */
    RetailerEdit edit() {
        Checks checks = new Checks();
        RetailerEdit edit = new RetailerEdit(
                name,
                manager,
                territory,
                checks.constant("marketType", marketType, MarketType.class),
                checks.constant("status", status, RetailerStatus.class),
                checks.wholeIfAny("orderInterval", orderInterval),
                keyAccount == null || keyAccount.isBlank() ? null : Boolean.valueOf(keyAccount),
                phone,
                account,
                checks.dayIfAny("licensedSince", licensedSince),
                evidence);
        checks.refuseErrors();
        return edit;
    }

    /** What was typed, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "version", version,
                "licence", licence,
                "name", name,
                "manager", manager,
                "territory", territory,
                "marketType", marketType,
                "status", status,
                "orderInterval", orderInterval,
                "keyAccount", keyAccount,
                "phone", phone,
                "account", account,
                "licensedSince", licensedSince,
                "evidence", evidence);
    }

    static Map<String, String> fields(RegisteredRetailer retailer) {
        return Filled.fields(
                "version", retailer.version(),
                "licence", retailer.licence(),
                "name", retailer.name(),
                "manager", retailer.manager(),
                "territory", retailer.territory(),
                "marketType", retailer.marketType(),
                "status", retailer.status(),
                "orderInterval", retailer.orderInterval(),
                "keyAccount", retailer.keyAccount(),
                "phone", retailer.phone(),
                "account", retailer.account(),
                "licensedSince", retailer.licensedSince());
    }
}
