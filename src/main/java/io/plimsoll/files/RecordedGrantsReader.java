package io.plimsoll.files;

import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.run.Binding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Reads the grants of one result, nine million lines of them if need be; they come sorted. */
final class RecordedGrantsReader {

    private static final int RETAILER = 0;
    private static final int RANK = 1;
    private static final int SKU = 2;
    private static final int DEMAND = 3;
    private static final int GRANTED = 4;
    private static final int BINDING = 5;

    private static final Binding[] BINDINGS = Binding.values();

    private final KeyTable skus;
    private final KeyTable bindings =
            KeyTable.of(Stream.of(BINDINGS).map(Binding::name).toList());
    private final RetailerColumn retailer;
    private final int[] firstLine;
    private final IntColumn rank = new IntColumn();
    private final IntColumn sku = new IntColumn();
    private final IntColumn demand = new IntColumn();
    private final IntColumn granted = new IntColumn();
    private final IntColumn binding = new IntColumn();
    private int lastShop = -1;
    private int lastRank;

    RecordedGrantsReader(RecordedRegister register) {
        skus = KeyTable.of(register.skus());
        retailer = new RetailerColumn(RETAILER, KeyTable.of(register.retailers()));
        firstLine = new int[register.retailers().size() + 1];
    }

    RecordedGrants read(Path file, ReadProgress progress) throws BadInput {
        CsvFile.read(file, ResultFormats.grants(file), progress, this::add);
        Arrays.parallelPrefix(firstLine, Integer::sum);
        int[] noLimits = new int[firstLine.length - 1];
        Arrays.fill(noLimits, Orders.NO_LIMIT);
        Orders orders = new Orders(firstLine, rank.take(null), sku.take(null), demand.take(null), noLimits);
        Binding[] reasons = new Binding[binding.size()];
        Arrays.setAll(reasons, line -> BINDINGS[binding.get(line)]);
        return new RecordedGrants(orders, granted.take(null), reasons);
    }

    private void add(Row row) throws BadInput {
        int shop = retailer.find(row);
        if (shop < 0) {
            throw row.bad(RETAILER, Message.of("EXPECTED_RETAILER_OF_RESULT"));
        }
        int rankOfLine = row.whole(RANK, 1, Formats.MOST_RANK);
        if (shop < lastShop || shop == lastShop && rankOfLine <= lastRank) {
            throw row.bad(shop < lastShop ? RETAILER : RANK, Message.of("EXPECTED_SORTED"));
        }
        int item = row.find(SKU, skus);
        if (item < 0) {
            throw row.bad(SKU, Message.of("EXPECTED_SKU_OF_RESULT"));
        }
        demand.add(row.whole(DEMAND, 0, Kinds.MOST_CARTONS));
        granted.add(row.whole(GRANTED, 0, Kinds.MOST_CARTONS));
        int reason = row.find(BINDING, bindings);
        if (reason < 0) {
            row.canonical(BINDING);
        }
        binding.add(reason);
        rank.add(rankOfLine);
        sku.add(item);
        firstLine[shop + 1]++;
        lastShop = shop;
        lastRank = rankOfLine;
    }
}
