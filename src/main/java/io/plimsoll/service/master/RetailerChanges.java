package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is noted of every change of a shop, however it came in: its evidence where it needs some (R13), and the journal. */
@ApplicationScoped
public class RetailerChanges {

    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    RetailerChanges(Sql sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** All shops as they stand in the register, by licence: to be asked before and after many are changed. */
    public Map<String, RegisteredRetailer> all() {
        Map<String, RegisteredRetailer> shops = new LinkedHashMap<>();
        sql.list("SELECT " + RegisteredRetailer.COLUMNS + " FROM retailer r", RegisteredRetailer::read)
                .forEach(shop -> shops.put(shop.licence(), shop));
        return shops;
    }

    /** The fields whose change has to be proved and that differ from what is registered. */
    static List<String> toProve(RegisteredRetailer before, String phone, String account, MarketType marketType) {
        List<String> fields = new ArrayList<>();
        if (!Objects.equals(before.phone(), phone)) {
            fields.add("phone");
        }
        if (!Objects.equals(before.account(), account)) {
            fields.add("account");
        }
        if (before.marketType() != marketType) {
            fields.add("marketType");
        }
        return fields;
    }

    /**
     * Notes a change; nothing where nothing differs.
     *
     * @param evidence what proves it, at most 500 characters; may be null where nothing has to be proved
     */
    @Transactional(TxType.MANDATORY)
    public void note(Viewer who, RegisteredRetailer before, RegisteredRetailer after, String evidence) {
        for (String field : toProve(before, after.phone(), after.account(), after.marketType())) {
            sql.insert(
                    "INSERT INTO retailer_change (licence, field, evidence, changed_by, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    after.licence(),
                    field,
                    evidence,
                    who.personId(),
                    clock.instant());
        }
        Map<String, Object> content = Changes.between(values(before), values(after));
        if (!content.isEmpty()) {
            journal.append(who, Act.RETAILER_CHANGED, Subject.retailer(after.licence()), content);
        }
    }

    /** Notes a shop that is new. */
    @Transactional(TxType.MANDATORY)
    public void noteAdded(Viewer who, RegisteredRetailer added) {
        journal.append(
                who, Act.RETAILER_ADDED, Subject.retailer(added.licence()), Changes.between(Map.of(), values(added)));
    }

    private static Map<String, Object> values(RegisteredRetailer retailer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", personal(retailer.licence(), retailer.name()));
        values.put("manager", personal(retailer.licence(), retailer.manager()));
        values.put("territory", retailer.territory());
        values.put("marketType", retailer.marketType());
        values.put("sizeClass", retailer.sizeClass());
        values.put("status", retailer.status());
        values.put("orderInterval", retailer.orderInterval());
        values.put("keyAccount", retailer.keyAccount());
        values.put("phone", personal(retailer.licence(), retailer.phone()));
        values.put("account", personal(retailer.licence(), retailer.account()));
        values.put("licensedSince", retailer.licensedSince());
        return values;
    }

    private static Personal personal(String licence, String value) {
        return value == null ? null : new Personal(Subject.retailer(licence), value);
    }
}
