package io.plimsoll.files;

import io.plimsoll.calendar.BusinessCalendar;
import io.plimsoll.calendar.Launches;
import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.ClassCutoffs;
import io.plimsoll.policy.ClassTotals;
import io.plimsoll.policy.Pacing;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the tables of a policy say, once they have been checked.
 *
 * @param tables by file
 */
record PolicyContent(Map<String, Table> tables) {

    /** What decides grants. */
    ReleasePolicy releasePolicy(String version) {
        return new ReleasePolicy(
                version,
                byName(Formats.FLOATS, SizeClass::valueOf, row -> new BigDecimal(row.get("percent"))),
                byName(Formats.WEIGHTS, SizeClass::valueOf, row -> Integer.valueOf(row.get("weight"))),
                ceilings(Formats.TIER_CEILINGS, "tier"),
                ceilings(Formats.SKU_CEILINGS, "sku"),
                byName(Formats.BALANCE, BrandTier::valueOf, row -> new BigDecimal(row.get("rho"))),
                pacing(),
                alerts());
    }

    ClassCutoffs cutoffs() {
        return new ClassCutoffs(byClass(Formats.CLASS_CUTOFFS, ClassTables::from));
    }

    ClassTotals totals() {
        Map<MarketType, Map<SizeClass, Integer>> totals = new EnumMap<>(MarketType.class);
        totals.putAll(byClass(Formats.CLASS_TOTALS, row -> Integer.valueOf(row.get("total"))));
        return new ClassTotals(totals);
    }

    BusinessCalendar calendar() {
        return new BusinessCalendar(byName(
                Formats.CALENDAR,
                LocalDate::parse,
                row -> new BusinessCalendar.Day(
                        Boolean.parseBoolean(row.get("business")),
                        Optional.of(row.get("holiday")).filter(name -> !name.isEmpty()))));
    }

    Launches launches() {
        return new Launches(
                byName(Formats.LAUNCHES, Function.identity(), row -> LocalDate.parse(row.get("launched_on"))));
    }

    /** A table whose first column is its key. */
    private <K, V> Map<K, V> byName(String file, Function<String, K> key, Function<Table.Entry, V> value) {
        Map<K, V> byName = new HashMap<>();
        for (Table.Entry row : tables.get(file).entries()) {
            byName.put(key.apply(row.values().get(0)), value.apply(row));
        }
        return byName;
    }

    private <V> Map<MarketType, SortedMap<SizeClass, V>> byClass(String file, Function<Table.Entry, V> value) {
        Map<MarketType, SortedMap<SizeClass, V>> byClass = new EnumMap<>(MarketType.class);
        ClassTables.holding(tables.get(file)).forEach((marketType, rows) -> {
            SortedMap<SizeClass, V> values = new TreeMap<>();
            rows.forEach((sizeClass, row) -> values.put(sizeClass, value.apply(row)));
            byClass.put(marketType, values);
        });
        return byClass;
    }

    private ClassCeilings ceilings(String file, String ref) {
        ClassCeilings ceilings = new ClassCeilings();
        for (Table.Entry row : tables.get(file).entries()) {
            Optional<BigDecimal> ceiling =
                    Optional.of(row.get("ceiling")).filter(q -> !q.isEmpty()).map(BigDecimal::new);
            ceilings.add(SizeClass.valueOf(row.get("size_class")), ClassTables.marketType(row), row.get(ref), ceiling);
        }
        return ceilings;
    }

    private Optional<Pacing> pacing() {
        return tables.get(Formats.PACING).entries().stream()
                .map(row -> new Pacing(
                        new BigDecimal(row.get("burst")),
                        new BigDecimal(row.get("reserve")),
                        Integer.parseInt(row.get("exempt"))))
                .findFirst();
    }

    private Alerts alerts() {
        Map<Alerts.Key, BigDecimal> values = new HashMap<>();
        for (Table.Entry row : tables.get(Formats.ALERTS).entries()) {
            values.put(new Alerts.Key(row.get("code"), row.get("parameter")), new BigDecimal(row.get("value")));
        }
        return new Alerts(values);
    }
}
