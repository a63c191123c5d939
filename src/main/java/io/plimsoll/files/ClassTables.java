package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables of a figure by class and market type, where {@code *} serves the market types that have no row of their own. */
final class ClassTables {

    static final String EVERY_MARKET_TYPE = "*";

    private ClassTables() {}

    /** The market type of a row; empty for every one. */
    static Optional<MarketType> marketType(Table.Entry row) {
        return Optional.of(row.get("market_type"))
                .filter(name -> !name.equals(EVERY_MARKET_TYPE))
                .map(MarketType::valueOf);
    }

    /** Which row holds for each market type and class. */
    static Map<MarketType, SortedMap<SizeClass, Table.Entry>> holding(Table table) {
        Map<MarketType, SortedMap<SizeClass, Table.Entry>> holding = new EnumMap<>(MarketType.class);
        for (MarketType marketType : MarketType.values()) {
            SortedMap<SizeClass, Table.Entry> rows = new TreeMap<>();
            for (Table.Entry row : table.entries()) {
                SizeClass sizeClass = SizeClass.valueOf(row.get("size_class"));
                Optional<MarketType> own = marketType(row);
                if (own.isEmpty()) {
                    rows.putIfAbsent(sizeClass, row);
                } else if (own.get() == marketType) {
                    rows.put(sizeClass, row);
                }
            }
            holding.put(marketType, rows);
        }
        return holding;
    }

    /**
     * Refuses cut-offs of a smaller class that do not lie below those of a larger one, so that no volume would be of it.
     *
     * @throws BadInput at the later of the two lines
     */
    static void requireFalling(Table cutoffs) throws BadInput {
        for (Map.Entry<MarketType, SortedMap<SizeClass, Table.Entry>> held :
                holding(cutoffs).entrySet()) {
            Table.Entry larger = null;
            for (Table.Entry smaller : held.getValue().values()) {
                if (larger != null && from(larger).compareTo(from(smaller)) <= 0) {
                    Table.Entry later = larger.line() > smaller.line() ? larger : smaller;
                    throw later.bad(
                            "from_volume",
                            Message.of(
                                    "EXPECTED_FALLING_CUTOFFS",
                                    "market",
                                    held.getKey().name()));
                }
                larger = smaller;
            }
        }
    }

    static BigDecimal from(Table.Entry cutoff) {
        return new BigDecimal(cutoff.get("from_volume"));
    }
}
