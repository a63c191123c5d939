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

    static final String EVERY_MARKET_TYPE = "*";

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
     * Every table of a published policy by the name of its file, the name among them.
     *
     * @throws IllegalArgumentException when its version is not its name and its digest
     */
    static Map<String, Table> of(ReleasePolicy policy) {
        Map<String, Table> tables = tables(policy);
        String version = policy.version();
        String name = version.substring(0, Math.max(0, version.lastIndexOf('@')));
        requireName(name);
        if (!version.equals(version(name, digest(tables)))) {
            throw new IllegalArgumentException("not the version of this policy: " + version);
        }
        Stream<List<String>> names =
                Stream.of(name).filter(own -> !own.equals(UNNAMED)).map(List::of);
        tables.put(Formats.POLICY_NAME, Table.of(Formats.policyName(), names));
        return tables;
    }

    private static void requireName(String name) {
        try {
            Kinds.checkedKey(name);
        } catch (Refused refused) {
            throw new IllegalArgumentException("no name for a policy: '" + name + "'", refused);
        }
    }

    static String version(String name, String digest) {
        return name + "@" + digest.substring(0, DIGITS_IN_VERSION);
    }

    /** SHA-256 over all tables but the name, each led by the name of its file and a line end. */
    static String digest(Map<String, Table> tables) {
        return CsvDigest.of(out -> {
            for (String file : Formats.POLICY_TABLES) {
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
        tables.add(Table.of(Formats.skuCeilings(sizeClass, marketType, sku -> true), ceilings(policy.skuCeilings())));
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
        Map<String, Table> byFile = new LinkedHashMap<>();
        tables.forEach(table -> byFile.put(table.format().file(), table));
        return byFile;
    }

    private static Stream<List<String>> ceilings(ClassCeilings ceilings) {
        return ceilings.rows().stream()
                .map(row -> List.of(
                        row.sizeClass().name(),
                        row.marketType().map(MarketType::name).orElse(EVERY_MARKET_TYPE),
                        row.ref(),
                        row.ceiling().map(Kinds::plain).orElse("")));
    }

    private static List<String> alert(Map.Entry<Alerts.Key, BigDecimal> row) {
        return List.of(row.getKey().code(), row.getKey().parameter(), Kinds.plain(row.getValue()));
    }
}
