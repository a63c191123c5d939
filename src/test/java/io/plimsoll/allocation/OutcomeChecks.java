package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.sku.BrandTier;
import java.util.Optional;

/**
 * What must hold of any single outcome: properties 1, 2, 3 and 7 of docs/mechanism.md. Each check answers with the first
 * violation it finds, in words, or with nothing.
 */
public final class OutcomeChecks {

    private final PlainCeilings ceilings;
    private final Orders orders;
    private final int[] granted;

    public OutcomeChecks(PlainCeilings ceilings, int[] granted) {
        this.ceilings = ceilings;
        this.orders = ceilings.cycle().orders();
        this.granted = granted;
        if (granted.length != orders.lines()) {
            throw new IllegalArgumentException(granted.length + " grants for " + orders.lines() + " lines");
        }
    }

    /** Property 1: 0 <= g <= min(d, u); every C, H and S kept. */
    public Optional<String> feasible() {
        for (int line = 0; line < granted.length; line++) {
            if (granted[line] < 0 || granted[line] > ceilings.mostOf(line)) {
                return at(line, "is not within 0 and " + ceilings.mostOf(line));
            }
            if (headroomUsed(line) > ceilings.headroom(ceilings.retailerOf(line))) {
                return at(line, "takes the retailer past his headroom");
            }
            if (ceilings.countsTowardsTier(line) && tierUsed(line) > tierCeiling(line)) {
                return at(line, "takes the retailer past his tier ceiling");
            }
        }
        for (int sku = 0; sku < ceilings.cycle().skus().size(); sku++) {
            if (skuGranted(sku) > ceilings.released(sku)) {
                return Optional.of("sku " + sku + " gives " + skuGranted(sku) + " of " + ceilings.released(sku));
            }
        }
        return Optional.empty();
    }

    /** Property 2: who could still take a carton is only refused it because the supply is used up. */
    public Optional<String> nothingWasted() {
        for (int line = 0; line < granted.length; line++) {
            if (couldTakeOneMore(line) && !supplyRanOut(line)) {
                return at(line, "could take one more, and there is one more");
            }
        }
        return Optional.empty();
    }

    /** Property 3: every carton given to another comes earlier than the one that was wanted and not there. */
    public Optional<String> noJustifiedEnvy() {
        for (int line = 0; line < granted.length; line++) {
            if (!couldTakeOneMore(line) || !supplyRanOut(line)) {
                continue;
            }
            for (int other = 0; other < granted.length; other++) {
                if (!isRival(line, other)) {
                    continue;
                }
                if (granted[other] > 0 && !lastComesBeforeNextOf(other, line)) {
                    return at(line, "is refused a carton that comes before the last of line " + other);
                }
                boolean bothCut = couldTakeOneMore(other) && weight(other) == weight(line);
                if (bothCut && Math.abs(granted[other] - granted[line]) > 1) {
                    return at(line, "differs by more than one from its equal, line " + other);
                }
            }
        }
        return Optional.empty();
    }

    /** Property 7: nobody without an order is granted anything. */
    public Optional<String> nothingWithoutAnOrder() {
        for (int line = 0; line < granted.length; line++) {
            if (orders.demand()[line] == 0 && granted[line] != 0) {
                return at(line, "asked for nothing");
            }
        }
        return Optional.empty();
    }

    /** Whether a carton was refused for lack of supply: without such a case properties 2 and 3 say little. */
    boolean supplyWasShort() {
        for (int line = 0; line < granted.length; line++) {
            if (couldTakeOneMore(line) && supplyRanOut(line)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the hash decided who got a last carton. */
    boolean hashDecided() {
        for (int line = 0; line < granted.length; line++) {
            for (int other = 0; other < granted.length; other++) {
                if (couldTakeOneMore(line) && isRival(line, other) && compareLastToNext(other, line) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a retailer would take another carton on a line, at the cost of lower-ranked ones if need be. */
    boolean couldTakeOneMore(int line) {
        return granted[line] < ceilings.mostOf(line)
                && headroomUsed(line) < ceilings.headroom(ceilings.retailerOf(line))
                && (!ceilings.countsTowardsTier(line) || tierUsed(line) < tierCeiling(line));
    }

    private boolean supplyRanOut(int line) {
        return skuGranted(orders.sku()[line]) >= ceilings.released(orders.sku()[line]);
    }

    private boolean isRival(int line, int other) {
        return orders.sku()[other] == orders.sku()[line] && other != line;
    }

    private boolean lastComesBeforeNextOf(int holder, int wanter) {
        int byKey = compareLastToNext(holder, wanter);
        return byKey != 0 ? byKey < 0 : tieBreak(holder).compareTo(tieBreak(wanter)) < 0;
    }

    private int compareLastToNext(int holder, int wanter) {
        return PlainMechanism.compareKeys(granted[holder], weight(holder), granted[wanter] + 1L, weight(wanter));
    }

    private long weight(int line) {
        return ceilings.weight(ceilings.retailerOf(line));
    }

    private String tieBreak(int line) {
        Cycle cycle = ceilings.cycle();
        return PlainMechanism.tieBreak(
                cycle, ceilings.skuOf(line), cycle.retailers().get(ceilings.retailerOf(line)));
    }

    /** What this line and the better-ranked ones of its retailer are granted. */
    private long headroomUsed(int line) {
        long used = 0;
        for (int better = ceilings.firstLine(ceilings.retailerOf(line)); better <= line; better++) {
            used += granted[better];
        }
        return used;
    }

    /** The same, of the lines under the same tier ceiling. */
    private long tierUsed(int line) {
        BrandTier tier = ceilings.skuOf(line).tier();
        long used = 0;
        for (int better = ceilings.firstLine(ceilings.retailerOf(line)); better <= line; better++) {
            if (ceilings.countsTowardsTier(better) && ceilings.skuOf(better).tier() == tier) {
                used += granted[better];
            }
        }
        return used;
    }

    private long tierCeiling(int line) {
        return ceilings.tierCeiling(
                ceilings.retailerOf(line), ceilings.skuOf(line).tier());
    }

    private long skuGranted(int sku) {
        long sum = 0;
        for (int line = 0; line < granted.length; line++) {
            sum += orders.sku()[line] == sku ? granted[line] : 0;
        }
        return sum;
    }

    private Optional<String> at(int line, String what) {
        return Optional.of("line " + line + " with " + granted[line] + " of " + orders.demand()[line] + " " + what);
    }
}
