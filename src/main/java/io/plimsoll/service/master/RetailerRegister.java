package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The register of retailers: who sees which of them, and who changes what. */
@ApplicationScoped
public class RetailerRegister {

    private static final int LONGEST_LICENCE = 64;

    private final Sql sql;
    private final RetailerRepository retailers;
    private final Asking asking;
    private final RetailerChanges changes;
    private final Readings readings;

    RetailerRegister(Sql sql, RetailerRepository retailers, Asking asking, RetailerChanges changes, Readings readings) {
        this.sql = sql;
        this.retailers = retailers;
        this.asking = asking;
        this.changes = changes;
        this.readings = readings;
    }

    /** Those that the one who asks may see, and asks for. */
    @Transactional
    public PageOf<RegisteredRetailer> list(RetailerFilter filter, Paging paging) {
        filter.check();
        requirePublished(filter.withoutOrderIn);
        Where where = filter.where(asking.known().scope());
        long total = sql.number("SELECT COUNT(*) FROM retailer r" + where.sql(), where.values());
        // The page is found by an index, where one has the order; only then its rows are read.
        List<RegisteredRetailer> found = sql.list(
                "SELECT " + RegisteredRetailer.COLUMNS + " FROM (SELECT r.licence FROM retailer r" + where.sql()
                        + filter.order() + " LIMIT ? OFFSET ?) page JOIN retailer r ON r.licence = page.licence"
                        + filter.order(),
                where.valuesAnd(paging.size, paging.offset()),
                RegisteredRetailer::read);
        readings.ofRetailers(found.stream().map(RegisteredRetailer::licence).toList());
        return PageOf.of(found, paging, total);
    }

    /** A cycle that is only planned is told to nobody by this. */
    private void requirePublished(String cycle) {
        if (cycle != null
                && !cycle.isBlank()
                && sql.number(
                                "SELECT COUNT(*) FROM cycle WHERE cycle = ? AND state <> 'PLANNED'",
                                List.of(cycle.strip()))
                        == 0) {
            throw Refused.field("withoutOrderIn", Message.of("FIELD_CYCLE_UNKNOWN"));
        }
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
        String key = checks.key("licence", licence, LONGEST_LICENCE);
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
        changes.noteAdded(asking.known(), added);
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
        checks.expect(
                edit.evidence() != null || !edit.needsProof(before),
                "evidence",
                Message.of("RETAILER_EVIDENCE_MISSING"));
        checks.refuseErrors();
        match.accept(entity.version);
        edit.writeTo(entity);
        retailers.flush();
        RegisteredRetailer after = RegisteredRetailer.of(entity);
        changes.note(asking.known(), before, after, edit.evidence());
        return after;
    }

    private void requireTerritory(RetailerEdit edit, Checks checks) {
        boolean isKnown = edit.territory() == null
                || sql.number("SELECT COUNT(*) FROM territory WHERE code = ?", List.of(edit.territory())) == 1;
        checks.expect(isKnown, "territory", Message.of("FIELD_TERRITORY_UNKNOWN"));
    }
}
