package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import io.plimsoll.text.CodePoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads one grants file in columns, as large as orders are. Names the cycle doesn't know get the indexes behind its own. */
final class GrantsReader {

    private static final int RETAILER = 0;
    private static final int RANK = 1;
    private static final int SKU = 2;
    private static final int DEMAND = 3;
    private static final int GRANTED = 4;
    private static final int BINDING = 5;

    private static final int NOTHING = -1;

    private final Cycle cycle;
    private final Format format;
    private final KeyTable retailers;
    private final KeyTable skus;
    private final KeyTable bindings = new KeyTable();
    private final RetailerColumn retailer;
    private final IntColumn rank = new IntColumn();
    private final IntColumn sku = new IntColumn();
    private final IntColumn demand = new IntColumn();
    private final IntColumn granted = new IntColumn();
    private final IntColumn binding = new IntColumn();

    GrantsReader(Path file, Cycle cycle) {
        this.cycle = cycle;
        format = Formats.grants(nameOf(file));
        retailers = KeyTable.of(cycle.retailers().stream().map(Retailer::key).toList());
        skus = KeyTable.of(cycle.skus().stream().map(Sku::key).toList());
        retailer = new RetailerColumn(RETAILER, retailers);
    }

    /** The last name of a file; the root has none. */
    private static String nameOf(Path file) {
        Path name = file.toAbsolutePath().getFileName();
        return name == null ? file.toString() : name.toString();
    }

    static void each(Path file, GrantsFile.GrantRows rows) throws BadInput {
        CsvFile.read(
                file,
                Formats.grants(nameOf(file)),
                ReadProgress.SILENT,
                row -> rows.take(new GrantsFile.GrantRow(
                        row.canonical(RETAILER),
                        numberOrNull(row, RANK, 1),
                        row.canonical(SKU),
                        numberOrNull(row, DEMAND, 0),
                        row.whole(GRANTED, 0, Formats.MOST_GRANTED),
                        row.isBlank(BINDING) ? null : row.canonical(BINDING))));
    }

    private static Integer numberOrNull(Row row, int column, int from) throws BadInput {
        return row.isBlank(column) ? null : (Integer) row.whole(column, from, Formats.MOST_GRANTED);
    }

    static void write(Iterable<GrantsFile.GrantRow> rows, CsvOut out) throws IOException {
        out.row(Formats.grants(GrantsFile.FILE_NAME).columnNames());
        for (GrantsFile.GrantRow row : rows) {
            out.row(
                    row.retailer(),
                    orBlank(row.rank()),
                    row.sku(),
                    orBlank(row.demand()),
                    Integer.toString(row.granted()),
                    orBlank(row.binding()));
        }
        out.flush();
    }

    private static String orBlank(Object value) {
        return value == null ? "" : value.toString();
    }

    GrantsFile read(Path file, ReadProgress progress) throws BadInput {
        CsvFile.read(file, format, progress, this::add);
        Groups groups = Groups.of(retailer.takeIndexes(), retailers.size());
        refuseSecond(groups.firstRepeatUnsorted(sku, skus.size()));
        int[] skuOrder = byKey(skus);
        sort(groups, placeOf(skuOrder));
        int[] retailerOrder = byKey(retailers);
        return new GrantsFile(onTrial(groups, retailerOrder), digest(groups, retailerOrder));
    }

    private void add(Row row) throws BadInput {
        int shop = retailer.find(row);
        if (shop < 0) {
            shop = retailers.add(row.canonical(RETAILER));
        }
        int rankOfLine = wholeOrNothing(row, RANK, 1);
        int item = row.find(SKU, skus);
        if (item < 0) {
            item = skus.add(row.canonical(SKU));
        }
        int wanted = wholeOrNothing(row, DEMAND, 0);
        int cartons = row.whole(GRANTED, 0, Formats.MOST_GRANTED);
        binding.add(bindingOf(row));
        retailer.add(shop);
        rank.add(rankOfLine);
        sku.add(item);
        demand.add(wanted);
        granted.add(cartons);
    }

    private static int wholeOrNothing(Row row, int column, int from) throws BadInput {
        return row.isBlank(column) ? NOTHING : row.whole(column, from, Formats.MOST_GRANTED);
    }

    private int bindingOf(Row row) throws BadInput {
        if (row.isBlank(BINDING)) {
            return NOTHING;
        }
        int known = row.find(BINDING, bindings);
        return known >= 0 ? known : bindings.add(row.canonical(BINDING));
    }

    private void refuseSecond(Groups.Repeat repeat) throws BadInput {
        if (repeat.exists()) {
            throw BadInput.atValue(
                    format.file(),
                    repeat.row() + OrdersFile.LINE_OF_FIRST_ROW,
                    "sku",
                    skus.key(sku.get(repeat.row())),
                    Table.once("retailer, sku", repeat.firstRow() + OrdersFile.LINE_OF_FIRST_ROW));
        }
    }

    /** By rank; where that doesn't decide, by Sku. */
    private void sort(Groups groups, int[] skuPlace) {
        groups.sortBy(rank::get);
        if (groups.firstRepeatSorted(rank).exists()) {
            groups.sortBy(row -> skuPlace[sku.get(row)]);
            groups.sortBy(rank::get);
        }
    }

    /** Indexes in the order of their names; those of the cycle come sorted. */
    private static int[] byKey(KeyTable names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::key, CodePoints.ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] placeOf(int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return place;
    }

    private GrantsOnTrial onTrial(Groups groups, int[] retailerOrder) {
        Orders orders = cycle.orders();
        int[] grantedByLine = new int[orders.lines()];
        int[] demandByLine = new int[orders.lines()];
        Arrays.fill(demandByLine, GrantsOnTrial.NOT_STATED);
        List<GrantsOnTrial.Stray> strays = new ArrayList<>();
        int[] lineOf = new int[skus.size()];
        int[] lineIsOf = new int[skus.size()];
        for (int r : retailerOrder) {
            boolean known = r < orders.retailers();
            for (int line = known ? orders.firstLine()[r] : 0; known && line < orders.firstLine()[r + 1]; line++) {
                lineOf[orders.sku()[line]] = line;
                lineIsOf[orders.sku()[line]] = r + 1;
            }
            for (int place = groups.first()[r]; place < groups.first()[r + 1]; place++) {
                int row = groups.row(place);
                int item = sku.get(row);
                if (lineIsOf[item] == r + 1) {
                    grantedByLine[lineOf[item]] = granted.get(row);
                    demandByLine[lineOf[item]] = demand.get(row);
                } else if (granted.get(row) > 0 || demand.get(row) > 0) {
                    strays.add(stray(r, item, granted.get(row), demand.get(row)));
                }
            }
        }
        return new GrantsOnTrial(grantedByLine, demandByLine, strays);
    }

    private GrantsOnTrial.Stray stray(int shop, int item, int cartons, int statedDemand) {
        return new GrantsOnTrial.Stray(
                retailers.key(shop),
                skus.key(item),
                shop < cycle.retailers().size() ? shop : GrantsOnTrial.UNKNOWN,
                item < cycle.skus().size() ? item : GrantsOnTrial.UNKNOWN,
                cartons,
                statedDemand);
    }

    private String digest(Groups groups, int[] retailerOrder) {
        byte[][] shops = OrdersFile.encoded(retailers.keys());
        byte[][] items = OrdersFile.encoded(skus.keys());
        byte[][] reasons = OrdersFile.encoded(bindings.keys());
        return CsvDigest.of(out -> {
            out.row(format.columnNames());
            for (int r : retailerOrder) {
                for (int place = groups.first()[r]; place < groups.first()[r + 1]; place++) {
                    int row = groups.row(place);
                    out.field(shops[r]);
                    numberOrBlank(out, rank.get(row));
                    out.field(items[sku.get(row)]);
                    numberOrBlank(out, demand.get(row));
                    out.field(granted.get(row));
                    out.field(binding.get(row) == NOTHING ? new byte[0] : reasons[binding.get(row)]);
                    out.endRow();
                }
            }
        });
    }

    private static void numberOrBlank(CsvOut out, int number) throws IOException {
        if (number == NOTHING) {
            out.field(new byte[0]);
        } else {
            out.field(number);
        }
    }
}
