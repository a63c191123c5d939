package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The register of retailers: who sees which of them, and who changes what. */
@ApplicationScoped
public class RetailerRegister {

    private static final int LONGEST_LICENCE = 64;

    private final Sql sql;
    private final RetailerRepository retailers;
    private final Asking asking;
    private final Journal journal;
    private final Readings readings;
    private final Clock clock;

    RetailerRegister(
            Sql sql, RetailerRepository retailers, Asking asking, Journal journal, Readings readings, Clock clock) {
        this.sql = sql;
        this.retailers = retailers;
        this.asking = asking;
        this.journal = journal;
        this.readings = readings;
        this.clock = clock;
    }

    /** Those that the one who asks may see, and asks for. */
    @Transactional
    public PageOf<RegisteredRetailer> list(RetailerFilter filter, Paging paging) {
        filter.check();
        Where where = filter.where(asking.known().scope());
        long total = sql.number("SELECT COUNT(*) FROM retailer r" + where.sql(), where.values());
        List<RegisteredRetailer> found = sql.list(
                "SELECT " + RegisteredRetailer.COLUMNS + " FROM retailer r" + where.sql() + filter.order()
                        + " LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                RegisteredRetailer::read);
        readings.ofRetailers(found.stream().map(RegisteredRetailer::licence).toList());
        return PageOf.of(found, paging, total);
    }

    /** One that the one who asks may see; an auditor's reading is journalled. */
    @Transactional
    public RegisteredRetailer read(String licence) {
        RegisteredRetailer retailer = visible(licence);
        readings.ofRetailer(licence);
        return retailer;
    }

    /** One that the one who asks may see. */
    RegisteredRetailer visible(String licence) {
        Optional<RegisteredRetailer> there = sql.first(
                "SELECT " + RegisteredRetailer.COLUMNS + " FROM retailer r WHERE r.licence = ?",
                List.of(licence),
                RegisteredRetailer::read);
        asking.requireInScope(there.map(RegisteredRetailer::owner));
        return there.orElseThrow();
    }

    /** Adds a shop; without any volume yet it is SMALL until it is classified. */
    @Transactional
    public RegisteredRetailer create(String licence, RetailerEdit given) {
        Checks checks = new Checks();
        String key = checks.line("licence", licence, LONGEST_LICENCE);
        RetailerEdit edit = given.checked(checks);
        requireTerritory(edit, checks);
        checks.refuseErrors();
        if (retailers.findById(key) != null) {
            throw new Refused(Problem.CONFLICT, Message.of("RETAILER_EXISTS", "licence", key));
        }
        RetailerEntity entity = new RetailerEntity();
        entity.licence = key;
        entity.sizeClass = SizeClass.SMALL;
        edit.writeTo(entity);
        retailers.persistAndFlush(entity);
        RegisteredRetailer added = RegisteredRetailer.of(entity);
        journal.append(
                asking.known(), Act.RETAILER_ADDED, Subject.retailer(key), Changes.between(Map.of(), values(added)));
        return added;
    }

    /**
     * Changes a shop.
     *
     * @param match is told the present version and refuses when it is not the one that was seen
     */
    @Transactional
    public RegisteredRetailer change(String licence, LongConsumer match, RetailerEdit given) {
        visible(licence);
        RetailerEntity entity = retailers.findById(licence);
        RegisteredRetailer before = RegisteredRetailer.of(entity);
        Checks checks = new Checks();
        RetailerEdit edit = given.checked(checks);
        requireTerritory(edit, checks);
        List<String> proved = changesToProve(before, edit);
        checks.expect(proved.isEmpty() || edit.evidence() != null, "evidence", Message.of("RETAILER_EVIDENCE_MISSING"));
        checks.refuseErrors();
        match.accept(entity.version);
        edit.writeTo(entity);
        retailers.flush();
        RegisteredRetailer after = RegisteredRetailer.of(entity);
        proved.forEach(field -> keepEvidence(licence, field, edit.evidence()));
        Map<String, Object> content = Changes.between(values(before), values(after));
        if (!content.isEmpty()) {
            journal.append(asking.known(), Act.RETAILER_CHANGED, Subject.retailer(licence), content);
        }
        return after;
    }

    private void requireTerritory(RetailerEdit edit, Checks checks) {
        boolean isKnown = edit.territory() == null
                || sql.number("SELECT COUNT(*) FROM territory WHERE code = ?", List.of(edit.territory())) == 1;
        checks.expect(isKnown, "territory", Message.of("FIELD_TERRITORY_UNKNOWN"));
    }

    private static List<String> changesToProve(RegisteredRetailer before, RetailerEdit edit) {
        List<String> fields = new ArrayList<>();
        if (!Objects.equals(before.phone(), edit.phone())) {
            fields.add("phone");
        }
        if (!Objects.equals(before.account(), edit.account())) {
            fields.add("account");
        }
        if (before.marketType() != edit.marketType()) {
            fields.add("marketType");
        }
        return fields;
    }

    private void keepEvidence(String licence, String field, String evidence) {
        sql.insert(
                "INSERT INTO retailer_change (licence, field, evidence, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)",
                List.of(licence, field, evidence, asking.known().personId(), clock.instant()));
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
