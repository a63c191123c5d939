package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import java.util.Arrays;
import java.util.Optional;

/** What must hold between two outcomes of nearly the same cycle: the parts of properties 4, 5, 6 and 8. */
final class ChangeChecks {

    private ChangeChecks() {}

    /** Whether nothing changed at all. */
    static Optional<String> nothingChanged(int[] before, int[] after) {
        int line = Arrays.mismatch(before, after);
        return line < 0
                ? Optional.empty()
                : Optional.of("line " + line + ": " + before[line] + ", then " + after[line]);
    }

    /** Whether no retailer fares worse, compared line by line in his own ranks: the first line that differs decides. */
    static Optional<String> nobodyFaresWorse(Cycle cycle, int[] before, int[] after) {
        int[] firstLine = cycle.orders().firstLine();
        for (int r = 0; r < cycle.retailers().size(); r++) {
            int line = firstLine[r];
            while (line < firstLine[r + 1] && before[line] == after[line]) {
                line++;
            }
            if (line < firstLine[r + 1] && after[line] < before[line]) {
                return Optional.of(
                        "retailer " + r + ", line " + line + ": " + before[line] + " would have been " + after[line]);
            }
        }
        return Optional.empty();
    }

    /**
     * Property 6, its first two claims: what raising the demand of one line does to the retailer who did it.
     *
     * @param truth the cycle with the true demands
     * @param honest grants under the true demands
     * @param inflated grants after the demand of {@code line} was raised
     */
    static Optional<String> inflatingDoesNotPay(Cycle truth, int line, int[] honest, int[] inflated) {
        int[] demand = truth.orders().demand();
        if (Math.min(inflated[line], demand[line]) > honest[line]) {
            return Optional.of("line " + line + " rises from " + honest[line] + " to " + inflated[line]);
        }
        int retailer = retailerOf(truth.orders(), line);
        long honestSum = 0;
        long usefulSum = 0;
        boolean nothingUnwanted = true;
        boolean changed = false;
        for (int own = truth.orders().firstLine()[retailer];
                own < truth.orders().firstLine()[retailer + 1];
                own++) {
            honestSum += honest[own];
            usefulSum += Math.min(inflated[own], demand[own]);
            nothingUnwanted &= inflated[own] <= demand[own];
            changed |= inflated[own] != honest[own];
        }
        if (usefulSum > honestSum) {
            return Optional.of("raising line " + line + " brings " + usefulSum + " instead of " + honestSum);
        }
        return nothingUnwanted && changed
                ? Optional.of("raising line " + line + " changes his grants without a carton too many")
                : Optional.empty();
    }

    private static int retailerOf(Orders orders, int line) {
        int retailer = 0;
        while (orders.firstLine()[retailer + 1] <= line) {
            retailer++;
        }
        return retailer;
    }
}
