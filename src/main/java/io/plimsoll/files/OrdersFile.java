package io.plimsoll.files;

import io.plimsoll.order.Orders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code orders.csv}, nine million lines of it if need be: whole numbers in columns, no object per line, one look
 * into a hash table per line where the file is grouped by retailer.
 */
final class OrdersFile {

    private static final int RETAILER = 0;
    private static final int RANK = 1;
    private static final int SKU = 2;
    private static final int DEMAND = 3;

    /** Names hold no line ends and blank lines are refused, so the first row always stands in line 2. */
    static final int LINE_OF_FIRST_ROW = 2;

    private final Format format;
    private final KeyTable retailers;
    private final KeyTable skus;
    private final RetailerColumn retailer;
    private final IntColumn rank = new IntColumn();
    private final IntColumn sku = new IntColumn();
    private final IntColumn demand = new IntColumn();

    private OrdersFile(KeyTable retailers, KeyTable skus) {
        this.format = Formats.orders(retailers::has, skus::has);
        this.retailers = retailers;
        this.skus = skus;
        this.retailer = new RetailerColumn(RETAILER, retailers);
    }

    /** The demand of all retailers, sorted, without limits of their own. */
    static Orders read(Path file, KeyTable retailers, KeyTable skus, ReadProgress progress) throws BadInput {
        OrdersFile orders = new OrdersFile(retailers, skus);
        CsvFile.read(file, orders.format, progress, orders::add);
        return orders.sorted();
    }

    private void add(Row row) throws BadInput {
        int shop = retailer.find(row);
        if (shop < 0) {
            row.canonical(RETAILER);
        }
        int rankOfLine = row.whole(RANK, 1, Formats.MOST_RANK);
        int item = row.find(SKU, skus);
        if (item < 0) {
            row.canonical(SKU);
        }
        int cartons = row.whole(DEMAND, 0, Kinds.MOST_CARTONS);
        retailer.add(shop);
        rank.add(rankOfLine);
        sku.add(item);
        demand.add(cartons);
    }

    private Orders sorted() throws BadInput {
        Groups groups = Groups.of(retailer.takeIndexes(), retailers.size());
        Groups.Repeat sameSku = groups.firstRepeatUnsorted(sku, skus.size());
        groups.sortBy(rank::get);
        Groups.Repeat sameRank = groups.firstRepeatSorted(rank);
        if (sameRank.exists() && sameRank.row() <= sameSku.row()) {
            throw twice(sameRank, "rank", Integer.toString(rank.get(sameRank.row())));
        }
        if (sameSku.exists()) {
            throw twice(sameSku, "sku", skus.key(sku.get(sameSku.row())));
        }
        int[] order = groups.order();
        int[] noLimits = new int[retailers.size()];
        Arrays.fill(noLimits, Orders.NO_LIMIT);
        return new Orders(groups.first(), rank.take(order), sku.take(order), demand.take(order), noLimits);
    }

    private BadInput twice(Groups.Repeat repeat, String column, String value) {
        return BadInput.atValue(
                format.file(),
                repeat.row() + LINE_OF_FIRST_ROW,
                column,
                value,
                Table.once("retailer, " + column, repeat.firstRow() + LINE_OF_FIRST_ROW));
    }

    /** SHA-256 over the canonical content of the file. */
    static String digest(Orders orders, KeyTable retailers, KeyTable skus) {
        return CsvDigest.of(out -> write(orders, retailers.keys(), skus.keys(), out));
    }

    /** Writes the canonical content of the file; the names by index. */
    static void write(Orders orders, List<String> retailerKeys, List<String> skuKeys, CsvOut out) throws IOException {
        byte[][] retailers = encoded(retailerKeys);
        byte[][] skus = encoded(skuKeys);
        out.row("retailer", "rank", "sku", "demand");
        for (int r = 0; r < retailers.length; r++) {
            for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
                out.field(retailers[r]);
                out.field(orders.rank()[line]);
                out.field(skus[orders.sku()[line]]);
                out.field(orders.demand()[line]);
                out.endRow();
            }
        }
    }

    static byte[][] encoded(List<String> keys) {
        return keys.stream().map(CsvOut::encode).toArray(byte[][]::new);
    }
}
