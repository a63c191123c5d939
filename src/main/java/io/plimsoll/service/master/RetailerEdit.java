package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.service.web.Checks;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be said of a retailer by hand. The size class is not among it: that is computed, with evidence.
 *
 * @param evidence why phone, account or market type are others now; needed when one of them changes (R13)
 */
@Schema(examples = """
                {"name": "Corner shop 17",
                 "manager": "M03",
                 "territory": "T2",
                 "marketType": "URBAN",
                 "status": "ACTIVE",
                 "orderInterval": 1,
                 "keyAccount": false,
                 "phone": "13800000017",
                 "account": "6200 0000 0017",
                 "licensedSince": "2019-03-01",
                 "evidence": "Copy of the new licence, seen on a visit"}""")
public record RetailerEdit(
        @Schema(examples = "Corner shop 17") String name,

        @Schema(description = "key of the customer manager", examples = "M03")
        String manager,

        @Schema(description = "code of a territory; null for none", examples = "T2")
        String territory,

        MarketType marketType,
        RetailerStatus status,

        @Schema(description = "cycles from one order to the next: 1 or 2", examples = "1")
        Integer orderInterval,

        Boolean keyAccount,
        @Schema(examples = "13800000017") String phone,
        @Schema(examples = "6200 0000 0017") String account,
        @Schema(examples = "2019-03-01") LocalDate licensedSince,

        @Schema(
                description = "what proves a change of phone, account or market type (R13)",
                examples = "Copy of the new licence, seen on a visit")
        String evidence) {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_ACCOUNT = 60;
    private static final int LONGEST_EVIDENCE = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** The same, without blanks around anything; errors go to the checks. */
    RetailerEdit checked(Checks checks) {
        boolean isInterval = orderInterval != null && orderInterval >= 1 && orderInterval <= PeerGroup.MAX_INTERVAL;
        checks.expect(isInterval, "orderInterval", Message.of("FIELD_INTERVAL"));
        boolean isDay = licensedSince == null || !(licensedSince.isBefore(EARLIEST) || licensedSince.isAfter(LATEST));
        checks.expect(isDay, "licensedSince", Message.of("FIELD_DAY_OUT_OF_RANGE"));
        return new RetailerEdit(
                checks.lineIfAny("name", name, LONGEST_NAME),
                checks.line("manager", manager, LONGEST_KEY),
                checks.lineIfAny("territory", territory, LONGEST_KEY),
                checks.given("marketType", marketType),
                checks.given("status", status),
                orderInterval,
                keyAccount,
                checks.lineIfAny("phone", phone, LONGEST_PHONE),
                checks.lineIfAny("account", account, LONGEST_ACCOUNT),
                licensedSince,
                checks.lineIfAny("evidence", evidence, LONGEST_EVIDENCE));
    }

    /** Whether it changes what has to be proved (R13). */
    boolean needsProof(RegisteredRetailer before) {
        return !RetailerChanges.toProve(before, phone, account, marketType).isEmpty();
    }

    void writeTo(RetailerEntity entity) {
        entity.name = name;
        entity.manager = manager;
        entity.territory = territory;
        entity.marketType = marketType;
        entity.status = status;
        entity.orderInterval = orderInterval;
        entity.keyAccount = keyAccount;
        entity.phone = phone;
        entity.account = account;
        entity.licensedSince = licensedSince;
    }
}
