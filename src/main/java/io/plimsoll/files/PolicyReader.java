package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, Table> tables = new HashMap<>();

    PolicyReader(TableSource source) {
        this.source = source;
    }

    /** Name, floats, weights, balance and pacing. */
    void readFirstHalf() throws BadInput {
        refuseUnknownFiles();
        keep(source.optionalTable(Formats.policyName()));
        keep(source.table(Formats.floats(sizeClass())));
        keep(source.table(Formats.weights(sizeClass())));
        keep(source.optionalTable(Formats.balance()));
        keep(source.optionalTable(Formats.pacing()));
    }

    /**
     * The second half for a cycle.
     *
     * @param skus that the cycle sells; the policy may name others, if {@code unsold_skus.csv} lists them
     */
    void readSecondHalf(KeyTable skus) throws BadInput {
        Table unsold = source.addedTable(Formats.unsoldSkus(Kinds.unknown(skus, "EXPECTED_UNSOLD_SKU")));
        KeyTable named = unsold.entries().isEmpty()
                ? skus
                : KeyTable.of(() -> Stream.concat(skus.keys().stream(), unsold.names().stream())
                        .iterator());
        readSecondHalf(Kinds.known(named, "EXPECTED_KNOWN_SKU"));
    }

    /** Ceilings, alerts, and the tables that decide no grant. */
    void readSecondHalf(Kind sku) throws BadInput {
        keep(source.optionalTable(Formats.tierCeilings(sizeClass(), marketType())));
        keep(source.optionalTable(Formats.skuCeilings(sizeClass(), marketType(), sku)));
        keep(source.optionalTable(Formats.alerts()));
        Table cutoffs = source.addedTable(Formats.classCutoffs(marketType()));
        ClassTables.requireFalling(cutoffs);
        keep(cutoffs);
        keep(source.addedTable(Formats.classTotals(sizeClass(), marketType())));
        keep(source.addedTable(Formats.calendar()));
        keep(source.addedTable(Formats.launches(sku)));
    }

    private void keep(Table table) {
        tables.put(table.format().file(), table);
    }

    /** A table by a wrong name would silently be none at all. */
    private void refuseUnknownFiles() throws BadInput {
        List<String> known = new ArrayList<>(List.of(Formats.POLICY_NAME));
        known.addAll(Formats.POLICY_TABLES);
        known.addAll(Formats.ADDED_POLICY_TABLES);
        known.add(Formats.UNSOLD_SKUS);
        TreeSet<String> unknown = new TreeSet<>(source.policyFiles());
        unknown.removeIf(
                name -> known.contains(name) || !name.toLowerCase(Locale.ROOT).endsWith(".csv"));
        if (!unknown.isEmpty()) {
            throw BadInput.inFile(
                    unknown.first(), Message.of("EXPECTED_POLICY_FILE", "files", String.join(", ", known)));
        }
    }

    /** A size class that the policy has a float and a weight for. */
    Kind servedClass() {
        Kind known = Kinds.oneOf(SizeClass.values());
        Collection<String> withFloat = tables.get(Formats.FLOATS).names();
        Collection<String> withWeight = tables.get(Formats.WEIGHTS).names();
        return text -> {
            String sizeClass = known.canonical(text);
            if (!withFloat.contains(sizeClass)) {
                throw new Refused("EXPECTED_CLASS_IN", "file", Formats.FLOATS);
            }
            if (!withWeight.contains(sizeClass)) {
                throw new Refused("EXPECTED_CLASS_IN", "file", Formats.WEIGHTS);
            }
            return sizeClass;
        };
    }

    private Kind sizeClass() {
        return butNoRetailer(Kinds.oneOf(SizeClass.values()));
    }

    private Kind marketType() {
        return butNoRetailer(
                Kinds.oneOf(List.of(MarketType.URBAN.name(), MarketType.RURAL.name(), ClassTables.EVERY_MARKET_TYPE)));
    }

    /** Where a class is expected and a retailer is named, somebody wants a ceiling for one shop (R4). */
    private Kind butNoRetailer(Kind kind) {
        return text -> {
            try {
                return kind.canonical(text);
            } catch (Refused refused) {
                if (source.isRetailer(text)) {
                    throw new Refused(Forbidden.noRetailerCeiling().code());
                }
                throw refused;
            }
        };
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
