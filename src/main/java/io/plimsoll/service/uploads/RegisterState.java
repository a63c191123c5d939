package io.plimsoll.service.uploads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the register says at present, as far as an upload must not contradict it. */
@ApplicationScoped
class RegisterState {

    private final Sql sql;
    private final PresentPeriod present;

    RegisterState(Sql sql, PresentPeriod present) {
        this.sql = sql;
        this.present = present;
    }

    /**
     * A retailer.
     *
     * @param total the agreed total in force, else the one that is approved and to come; null: none
     * @param isTotalOfPeople whether a total was agreed with him here, or is about to be (R1)
     */
    record Shop(String licence, String sizeClass, Integer total, boolean isTotalOfPeople) {}

    /** The present month, from which the total of a new shop holds; the same that the pages of shops speak of. */
    String period() {
        return present.period().month();
    }

    /** The month after the latest that has begun, from which the first total of a shop that is known already holds (R1). */
    String nextPeriod() {
        return YearMonth.parse(present.latestBegun()).plusMonths(1).toString();
    }

    /** Until the transaction ends nobody else changes a shop or what is agreed with it; cycles first, as everywhere. */
    void hold() {
        sql.list("SELECT cycle FROM cycle FOR SHARE", row -> row.getString(1));
        sql.list("SELECT licence FROM retailer FOR UPDATE", row -> row.getString(1));
    }

    /** Whether a month is over, and no cycle of it is here. */
    Predicate<String> earlierMonths() {
        Set<String> here = new HashSet<>(
                sql.list("SELECT DISTINCT period FROM cycle WHERE state <> 'CANCELLED'", row -> row.getString(1)));
        String latest = present.latestBegun();
        return month -> month.compareTo(latest) < 0 && !here.contains(month);
    }

    Set<String> skus() {
        return new HashSet<>(sql.list("SELECT sku FROM sku", row -> row.getString(1)));
    }

    Map<String, Shop> shops() {
        Map<String, Integer> inForce = new HashMap<>();
        Map<String, Boolean> isOfPeople = new HashMap<>();
        sql.list(
                "SELECT licence, cartons, proposed_by IS NOT NULL FROM agreed_total"
                        + " WHERE state = 'APPROVED' AND period <= ? ORDER BY period, number_in_period, id",
                row -> {
                    inForce.put(row.getString(1), row.getInt(2));
                    return isOfPeople.put(row.getString(1), row.getBoolean(3));
                },
                period());
        sql.list(
                "SELECT licence FROM agreed_total WHERE state IN ('PROPOSED', 'AGREED', 'SIGNED')"
                        + " OR state = 'APPROVED' AND proposed_by IS NOT NULL AND period > ?",
                row -> isOfPeople.put(row.getString(1), true),
                period());
        sql.list(
                "SELECT licence, cartons FROM agreed_total WHERE state = 'APPROVED' AND period > ?"
                        + " ORDER BY period, number_in_period, id DESC",
                row -> inForce.putIfAbsent(row.getString(1), row.getInt(2)),
                period());
        Map<String, Shop> shops = new HashMap<>();
        sql.list(
                        "SELECT licence, size_class FROM retailer",
                        row -> new Shop(
                                row.getString(1),
                                row.getString(2),
                                inForce.get(row.getString(1)),
                                isOfPeople.getOrDefault(row.getString(1), false)))
                .forEach(shop -> shops.put(shop.licence(), shop));
        return shops;
    }
}
