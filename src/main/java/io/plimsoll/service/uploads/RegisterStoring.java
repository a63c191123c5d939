package io.plimsoll.service.uploads;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.Registers.RetailerRow;
import io.plimsoll.files.Registers.SkuRow;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts retailers and Skus that came in as files into the register. */
@ApplicationScoped
class RegisterStoring {

    private final CycleIntake intake;
    private final RegisterState register;
    private final Journal journal;

    RegisterStoring(CycleIntake intake, RegisterState register, Journal journal) {
        this.intake = intake;
        this.register = register;
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
                retailers.add(new RetailerRow(cycle.retailers().get(i), details.retailer(i)));
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

    /** Adds and changes retailers; of known ones each change that may need evidence is journalled (R13). */
    void storeRetailers(Viewer planner, List<RetailerRow> rows) {
        Map<String, RegisterState.Shop> shops = register.shops();
        store(rows, List.of(), register.period(), shops);
        for (RetailerRow row : rows) {
            RegisterState.Shop shop = shops.get(row.retailer().key());
            if (shop != null) {
                Map<String, Object> changes = changes(shop, row);
                if (!changes.isEmpty()) {
                    journal.append(planner, Act.RETAILER_CHANGED, Subject.retailer(shop.licence()), changes);
                }
            }
        }
    }

    void storeSkus(List<SkuRow> rows) {
        store(List.of(), rows, register.period(), Map.of());
    }

    private void store(
            List<RetailerRow> retailers, List<SkuRow> skus, String period, Map<String, RegisterState.Shop> shops) {
        intake.storeRegister(
                retailers.stream().map(RetailerRow::retailer).toList(),
                skus.stream().map(SkuRow::sku).toList(),
                new Details(retailers, skus),
                period,
                licence -> !shops.containsKey(licence) || !shops.get(licence).isTotalOfPeople());
    }

    private static Map<String, Object> changes(RegisterState.Shop before, RetailerRow after) {
        Subject shop = Subject.retailer(before.licence());
        Map<String, Object> changes = new TreeMap<>();
        if (!before.manager().equals(after.retailer().manager())) {
            changes.put("manager", after.retailer().manager());
        }
        if (!before.status().equals(after.retailer().status().name())) {
            changes.put("status", after.retailer().status().name());
        }
        if (isOther(before.phone(), after.details().phone())) {
            changes.put("phone", new Personal(shop, after.details().phone()));
        }
        if (isOther(before.account(), after.details().account())) {
            changes.put("account", new Personal(shop, after.details().account()));
        }
        if (!before.isTotalOfPeople()
                && !Objects.equals(before.total(), after.retailer().agreedTotal())) {
            changes.put("agreed_total", after.retailer().agreedTotal());
        }
        return changes;
    }

    /** What is blank says nothing. */
    private static boolean isOther(String before, String after) {
        return !after.isEmpty() && !after.equals(before);
    }
}
