package io.plimsoll.explanation;

import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How two ways to share one cycle differ.
 *
 * @param own lines of this retailer that differ, by rank
 * @param otherLines lines of other retailers that differ
 * @param otherCartons by how many cartons those differ, up or down
 */
public record Change(List<LineChange> own, int otherLines, long otherCartons) {

    /**
     * A line before and after.
     *
     * @param sku its name for people
     */
    public record LineChange(int rank, String sku, int before, int after) {}

    public Change {
        own = List.copyOf(own);
    }

    static Change between(int[] before, int[] after, Orders orders, int retailer, IntFunction<String> nameOfSku) {
        List<LineChange> own = new ArrayList<>();
        int otherLines = 0;
        long otherCartons = 0;
        for (int line = 0; line < before.length; line++) {
            if (before[line] == after[line]) {
                continue;
            }
            if (line >= orders.firstLine()[retailer] && line < orders.firstLine()[retailer + 1]) {
                String sku = nameOfSku.apply(orders.sku()[line]);
                own.add(new LineChange(orders.rank()[line], sku, before[line], after[line]));
            } else {
                otherLines++;
                otherCartons += Math.abs((long) after[line] - before[line]);
            }
        }
        return new Change(own, otherLines, otherCartons);
    }

    /** What it would be for the others; nobody is named. */
    Message forOthers() {
        return otherLines == 0
                ? Message.of("EXPLAIN_OTHERS_UNCHANGED")
                : Message.of("EXPLAIN_OTHERS_CHANGED", "lines", otherLines, "cartons", otherCartons);
    }
}
