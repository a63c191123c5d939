package io.plimsoll.files;

import io.plimsoll.ceiling.CeilingScope;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.PeerGroup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What limited the Skus of a result, out of its {@code ceilings.csv} and {@code levels.csv}.
 *
 * @param skuCeilings the most on each line of a Sku, at peer group x number of Skus + Sku; {@link Ceilings#NONE} where
 *     there is none
 * @param released what was released of each Sku, blank where that was unlimited
 * @param levels the common level of each Sku, blank where it cut nobody
 */
public record RecordedLimits(long[] skuCeilings, List<String> released, List<String> levels) {

    private static final int LEVEL_SKU = 0;
    private static final int LEVEL_RELEASED = 1;
    private static final int LEVEL = 4;

    private static final int SCOPE = 0;
    private static final int SUBJECT = 1;
    private static final int REF = 2;
    private static final int MAX = 3;

    private static final char[] OF_A_SKU = CeilingScope.SKU.name().toCharArray();

    private static final Message SKU_OF_THE_RESULT = Message.of("EXPECTED_SKU_OF_RESULT");

    /**
     * Reads both files.
     *
     * @throws BadInput the first thing that is wrong with them; a file goes by its last name
     */
    public static RecordedLimits read(
            Path ceilingsFile, Path levelsFile, RecordedRegister register, ReadProgress progress) throws BadInput {
        KeyTable skus = KeyTable.of(register.skus());
        String[] released = new String[skus.size()];
        String[] levels = new String[skus.size()];
        Arrays.fill(released, "");
        Arrays.fill(levels, "");
        CsvFile.read(levelsFile, ResultFormats.levels(levelsFile), progress, row -> {
            int sku = find(row, LEVEL_SKU, skus, SKU_OF_THE_RESULT);
            released[sku] = row.text(LEVEL_RELEASED);
            levels[sku] = row.text(LEVEL);
        });
        long[] skuCeilings = skuCeilings(ceilingsFile, skus, progress);
        return new RecordedLimits(skuCeilings, List.of(released), List.of(levels));
    }

    /** Of several ceilings on the same thing the smallest holds. */
    private static long[] skuCeilings(Path file, KeyTable skus, ReadProgress progress) throws BadInput {
        List<String> groupNames = IntStream.range(0, PeerGroup.COUNT)
                .mapToObj(index -> PeerGroup.of(index).toString())
                .toList();
        KeyTable groups = KeyTable.of(groupNames);
        Message oneOfThem = Message.of("EXPECTED_ONE_OF", "allowed", String.join(", ", groupNames));
        long[] smallest = new long[PeerGroup.COUNT * skus.size()];
        Arrays.fill(smallest, Ceilings.NONE);
        CsvFile.read(file, ResultFormats.ceilings(file), progress, row -> {
            if (row.holds(SCOPE, OF_A_SKU)) {
                int group = find(row, SUBJECT, groups, oneOfThem);
                int at = group * skus.size() + find(row, REF, skus, SKU_OF_THE_RESULT);
                smallest[at] = Math.min(smallest[at], Long.parseLong(row.canonical(MAX)));
            }
        });
        return smallest;
    }

    private static int find(Row row, int column, KeyTable names, Message expected) throws BadInput {
        int found = row.find(column, names);
        if (found < 0) {
            throw row.bad(column, expected);
        }
        return found;
    }
}
