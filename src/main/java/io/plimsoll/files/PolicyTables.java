package io.plimsoll.files;

import io.plimsoll.policy.Alerts;
import io.plimsoll.policy.ClassCeilings;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A release policy as the tables that it is published in; the counterpart of what reads them. */
public final class PolicyTables {

    /** What a policy without a name goes by. */
    static final String UNNAMED = "unnamed";

    private static final int DIGITS_IN_VERSION = 12;

    private PolicyTables() {}

    /**
     * The same policy under the version that it has once it is published: its name and its digest.
     *
     * @param name a key: not blank, no spaces around it
     * @throws IllegalArgumentException when it is none
     */
    public static ReleasePolicy publish(String name, ReleasePolicy policy) {
        requireName(name);
        return new ReleasePolicy(
                version(name, digest(tables(policy))),
                policy.floatPercents(),
                policy.weights(),
                policy.tierCeilings(),
                policy.skuCeilings(),
                policy.tightBalance(),
                policy.pacing(),
                policy.alerts());
    }

    /**
     * A published policy with its tables.
     *
     * @throws IllegalArgumentException when its version is not its name and its digest
     */
    static PolicyVersion of(ReleasePolicy policy) {
        String version = policy.version();
        String name = version.substring(0, Math.max(0, version.lastIndexOf('@')));
        requireName(name);
        PolicyVersion published = new PolicyVersion(name, tables(policy));
        if (!version.equals(published.version())) {
            throw new IllegalArgumentException("not the version of this policy: " + version);
        }
        return published;
    }

    /** The table that holds the name; a header alone where there is none. */
    static Table nameTable(String name) {
        return Table.of(
                Formats.policyName(),
                Stream.of(name).filter(own -> !own.equals(UNNAMED)).map(List::of));
    }

    static void requireName(String name) {
        try {
            Kinds.checkedKey(name);
        } catch (Refused refused) {
            throw new IllegalArgumentException("no name for a policy: '" + name + "'", refused);
        }
    }

    static String version(String name, String digest) {
        return name + "@" + digest.substring(0, DIGITS_IN_VERSION);
    }

    /**
     * SHA-256 over all tables but the name, each led by the name of its file and a line end. Those that came later count
     * only where they have rows.
     */
    static String digest(Map<String, Table> tables) {
        Stream<String> added = Formats.ADDED_POLICY_TABLES.stream()
                .filter(file -> !tables.get(file).entries().isEmpty());
        List<String> files =
                Stream.concat(Formats.POLICY_TABLES.stream(), added).toList();
        return CsvDigest.of(out -> {
            for (String file : files) {
                out.row(file);
                tables.get(file).writeTo(out);
            }
        });
    }

    private static Map<String, Table> tables(ReleasePolicy policy) {
        Kind sizeClass = Kinds.oneOf(SizeClass.values());
        Kind marketType = Kinds.oneOf(MarketType.values());
        List<Table> tables = new ArrayList<>();
        tables.add(Table.of(
                Formats.floats(sizeClass),
                policy.floatPercents().entrySet().stream()
                        .map(row -> List.of(row.getKey().name(), Kinds.plain(row.getValue())))));
        tables.add(Table.of(
                Formats.weights(sizeClass),
                policy.weights().entrySet().stream()
                        .map(row -> List.of(row.getKey().name(), row.getValue().toString()))));
        tables.add(Table.of(Formats.tierCeilings(sizeClass, marketType), ceilings(policy.tierCeilings())));
        tables.add(Table.of(Formats.skuCeilings(sizeClass, marketType, Kinds.key()), ceilings(policy.skuCeilings())));
        tables.add(Table.of(
                Formats.balance(),
                policy.tightBalance().entrySet().stream()
                        .map(row -> List.of(row.getKey().name(), Kinds.plain(row.getValue())))));
        tables.add(Table.of(
                Formats.pacing(),
                policy.pacing().stream()
                        .map(row -> List.of(
                                Kinds.plain(row.burst()),
                                Kinds.plain(row.reserve()),
                                Integer.toString(row.exempt())))));
        tables.add(Table.of(
                Formats.alerts(), policy.alerts().values().entrySet().stream().map(PolicyTables::alert)));
        tables.add(Table.empty(Formats.classCutoffs(marketType)));
        tables.add(Table.empty(Formats.classTotals(sizeClass, marketType)));
        tables.add(Table.empty(Formats.calendar()));
        tables.add(Table.empty(Formats.launches(Kinds.key())));
        Map<String, Table> byFile = new LinkedHashMap<>();
        tables.forEach(table -> byFile.put(table.format().file(), table));
        return byFile;
    }

    private static Stream<List<String>> ceilings(ClassCeilings ceilings) {
        return ceilings.rows().stream()
                .map(row -> List.of(
                        row.sizeClass().name(),
                        row.marketType().map(MarketType::name).orElse(ClassTables.EVERY_MARKET_TYPE),
                        row.ref(),
                        row.ceiling().map(Kinds::plain).orElse("")));
    }

    private static List<String> alert(Map.Entry<Alerts.Key, BigDecimal> row) {
        return List.of(row.getKey().code(), row.getKey().parameter(), Kinds.plain(row.getValue()));
    }
}
