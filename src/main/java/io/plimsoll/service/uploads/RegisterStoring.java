package io.plimsoll.service.uploads;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.Registers.RetailerRow;
import io.plimsoll.files.Registers.SkuRow;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.RegisteredRetailer;
import io.plimsoll.service.master.RetailerChanges;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts retailers and Skus that came in as files into the register. */
@ApplicationScoped
class RegisterStoring {

    private final CycleIntake intake;
    private final RegisterState register;
    private final RetailerChanges changes;
    private final Journal journal;

    RegisterStoring(CycleIntake intake, RegisterState register, RetailerChanges changes, Journal journal) {
        this.intake = intake;
        this.register = register;
        this.changes = changes;
        this.journal = journal;
    }

    /** The details of these rows, by position. */
    private record Details(List<RetailerRow> retailers, List<SkuRow> skus) implements CycleDetails {

        @Override
        public OfRetailer retailer(int retailer) {
            return retailers.get(retailer).details();
        }

        @Override
        public OfSku sku(int sku) {
            return skus.get(sku).details();
        }

        @Override
        public Optional<Submission> submission(int retailer) {
            return Optional.empty();
        }
    }

    /**
     * Registers those that a cycle names and nobody knows yet. What is known stays as it is: a cycle may be an old one, and
     * has its own register in any case.
     */
    void addUnknown(Cycle cycle, CycleDetails details) {
        Map<String, RegisterState.Shop> shops = register.shops();
        Set<String> known = register.skus();
        List<RetailerRow> retailers = new ArrayList<>();
        for (int i = 0; i < cycle.retailers().size(); i++) {
            if (!shops.containsKey(cycle.retailers().get(i).key())) {
                retailers.add(new RetailerRow(cycle.retailers().get(i), details.retailer(i), true));
            }
        }
        List<SkuRow> skus = new ArrayList<>();
        for (int i = 0; i < cycle.skus().size(); i++) {
            if (!known.contains(cycle.skus().get(i).key())) {
                skus.add(new SkuRow(cycle.skus().get(i), details.sku(i)));
            }
        }
        store(retailers, skus, cycle.head().period(), Map.of());
    }

    /**
     * Adds and changes retailers, and notes each change as if it had been typed. Those that are new are noted with the
     * upload as a whole, which holds the file's digest.
     *
     * @param evidence what proves the changes that have to be proved (R13): the file itself
     */
    void storeRetailers(Viewer planner, List<RetailerRow> rows, String evidence) {
        register.hold();
        Map<String, RegisterState.Shop> shops = register.shops();
        Map<String, RegisteredRetailer> before = changes.all();
        Map<Boolean, List<RetailerRow>> byKnown = rows.stream()
                .collect(Collectors.partitioningBy(
                        row -> shops.containsKey(row.retailer().key())));
        store(byKnown.get(false), List.of(), register.period(), shops);
        store(byKnown.get(true), List.of(), register.nextPeriod(), shops);
        Map<String, RegisteredRetailer> after = changes.all();
        for (RetailerRow row : rows) {
            String licence = row.retailer().key();
            if (before.containsKey(licence)) {
                changes.note(planner, before.get(licence), after.get(licence), evidence);
                if (row.saysTotal()) {
                    noteTotal(planner, shops.get(licence), row.retailer().agreedTotal());
                }
            }
        }
    }

    private void noteTotal(Viewer planner, RegisterState.Shop before, int total) {
        if (isFirst(before)) {
            Map<String, Object> change = new TreeMap<>();
            change.put("before", before.total());
            change.put("after", total);
            journal.append(
                    planner, Act.RETAILER_CHANGED, Subject.retailer(before.licence()), Map.of("agreedTotal", change));
        }
    }

    void storeSkus(List<SkuRow> rows) {
        store(List.of(), rows, register.period(), Map.of());
    }

    private void store(
            List<RetailerRow> retailers, List<SkuRow> skus, String period, Map<String, RegisterState.Shop> shops) {
        Set<String> withoutTotal = retailers.stream()
                .filter(row -> !row.saysTotal())
                .map(row -> row.retailer().key())
                .collect(Collectors.toSet());
        intake.storeRegister(
                retailers.stream().map(RetailerRow::retailer).toList(),
                skus.stream().map(SkuRow::sku).toList(),
                new Details(retailers, skus),
                period,
                licence -> !withoutTotal.contains(licence)
                        && (!shops.containsKey(licence) || isFirst(shops.get(licence))));
    }

    /** Whether nothing is agreed with a shop, or about to be: whatever follows is proposed to it and agreed (R1). */
    private static boolean isFirst(RegisterState.Shop shop) {
        return shop.total() == null && !shop.isTotalOfPeople();
    }
}
