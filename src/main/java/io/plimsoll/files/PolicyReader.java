package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the tables of the release policy and checks them. In two halves, because some tables name Skus and retailers name
 * classes: the first half before the registers of a cycle, the second behind them.
 */
final class PolicyReader {

    private final TableSource source;
    private final PolicyKinds kinds;
    private final Map<String, Table> tables = new HashMap<>();

    PolicyReader(TableSource source) {
        this.source = source;
        this.kinds = new PolicyKinds(source::isRetailer);
    }

    /** Name, floats, weights, balance and pacing. */
    void readFirstHalf() throws BadInput {
        refuseUnknownFiles();
        keep(source.optionalTable(Formats.policyName()));
        keep(source.table(Formats.floats(kinds.sizeClass())));
        keep(source.table(Formats.weights(kinds.sizeClass())));
        keep(source.optionalTable(Formats.balance()));
        keep(source.optionalTable(Formats.pacing()));
    }

    /**
     * The second half for a cycle.
     *
     * @param skus that the cycle sells; the policy may name others, if {@code unsold_skus.csv} lists them
     */
    void readSecondHalf(KeyTable skus) throws BadInput {
        Table unsold = source.addedTable(Formats.unsoldSkus(Kinds.unknown(skus::has, "EXPECTED_UNSOLD_SKU")));
        KeyTable named = unsold.entries().isEmpty()
                ? skus
                : KeyTable.of(() -> Stream.concat(skus.keys().stream(), unsold.names().stream())
                        .iterator());
        readSecondHalf(Kinds.known(named::has, "EXPECTED_KNOWN_SKU"));
    }

    /** Ceilings, alerts, and the tables that decide no grant. */
    void readSecondHalf(Kind sku) throws BadInput {
        keep(source.optionalTable(Formats.tierCeilings(kinds.sizeClass(), kinds.marketType())));
        keep(source.optionalTable(Formats.skuCeilings(kinds.sizeClass(), kinds.marketType(), sku)));
        keep(source.optionalTable(Formats.alerts()));
        Table cutoffs = source.addedTable(Formats.classCutoffs(kinds.marketType()));
        ClassTables.requireFalling(cutoffs);
        keep(cutoffs);
        keep(source.addedTable(Formats.classTotals(kinds.sizeClass(), kinds.marketType())));
        keep(source.addedTable(Formats.calendar()));
        keep(source.addedTable(Formats.launches(sku)));
    }

    private void keep(Table table) {
        tables.put(table.format().file(), table);
    }

    private void refuseUnknownFiles() throws BadInput {
        List<BadInput> unknown = unknownFiles(source);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
    }

    /** Tables by a wrong name, each an error, by name: they would silently be none at all. */
    static List<BadInput> unknownFiles(TableSource source) throws BadInput {
        List<String> known = new ArrayList<>(List.of(Formats.POLICY_NAME));
        known.addAll(Formats.POLICY_TABLES);
        known.addAll(Formats.ADDED_POLICY_TABLES);
        known.add(Formats.UNSOLD_SKUS);
        TreeSet<String> unknown = new TreeSet<>(source.policyFiles());
        unknown.removeIf(
                name -> known.contains(name) || !name.toLowerCase(Locale.ROOT).endsWith(".csv"));
        Message expected = Message.of("EXPECTED_POLICY_FILE", "files", String.join(", ", known));
        return unknown.stream().map(name -> BadInput.inFile(name, expected)).toList();
    }

    /** A size class that the policy has a float and a weight for. */
    Kind servedClass() {
        return PolicyKinds.servedClass(
                tables.get(Formats.FLOATS).names()::contains,
                tables.get(Formats.WEIGHTS).names()::contains);
    }

    /** What the tables say, once both halves have been read. */
    PolicyVersion policy() {
        String name = tables.remove(Formats.POLICY_NAME).entries().stream()
                .map(entry -> entry.get("name"))
                .filter(own -> !own.isEmpty())
                .findFirst()
                .orElse(PolicyTables.UNNAMED);
        return new PolicyVersion(name, tables);
    }
}
