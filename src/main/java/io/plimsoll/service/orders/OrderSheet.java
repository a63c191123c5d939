package io.plimsoll.service.orders;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.orders.Allowance.Upper;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.TypedNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The page of an order: what may be ordered and why, the lines that are wanted, and the Skus that could be.
 *
 * @param cameIn whether its orders were taken elsewhere and came in as a file
 * @param isOpen whether the cycle takes orders now
 * @param until when that ends; null where nothing is planned
 * @param secondsLeft until then, by the clock of the service
 * @param allowance how far the shop may go; null where no policy says
 * @param stored the order as it stands; null where there is none
 * @param version of the order that the page was made of; 0 where there was none
 * @param isSent whether this is what was typed, not what is stored
 * @param lines that are wanted, in the order of their ranks
 * @param others Skus that could be added, as far as they are shown
 * @param more how many of them are not shown
 * @param search what their names are to hold
 * @param atMost as it was typed
 * @param tiers sums by tier that has a ceiling
 * @param next the cycle that opens next, where this one takes no orders; null where none is published
 * @param refused why the form was refused; null where it was not
 */
public record OrderSheet(
        CycleView cycle,
        boolean cameIn,
        boolean isOpen,
        Instant until,
        long secondsLeft,
        Allowance allowance,
        OrderView stored,
        long version,
        boolean isSent,
        List<Row> lines,
        List<Row> others,
        int more,
        String search,
        String atMost,
        List<TierSum> tiers,
        CycleStatus.Present next,
        Refused refused) {

    /**
     * A Sku on the page.
     *
     * @param place in the order, from 0; of one that is not in it, behind all lines
     * @param price of a carton; null where nobody knows
     * @param supply cartons for all shops; null: unlimited
     * @param upper the ceiling of his class on this Sku; null where there is none
     * @param demand as it was typed; blank where it is not wanted
     * @param earlier what he asked for and got before
     * @param error what is wrong with it, or null
     */
    public record Row(
            int place,
            String sku,
            String name,
            String brand,
            String tier,
            String status,
            BigDecimal price,
            Long supply,
            Upper upper,
            String demand,
            List<Earlier> earlier,
            Message error) {

        /** Cartons, as far as what was typed is a number. */
        public long cartons() {
            return OrderSheet.cartons(demand);
        }

        /** Whether more is asked for than a ceiling lets through. */
        public boolean isOver() {
            return upper != null && cartons() > upper.max();
        }

        public boolean isFirst() {
            return place == 0;
        }

        /** Whether its tier's ceiling counts it. */
        public boolean isOfTierCeiling() {
            return !status.equals("OPEN");
        }
    }

    /**
     * What he asked for in an earlier cycle.
     *
     * @param granted null before its run
     */
    public record Earlier(String cycle, int demand, Integer granted) {}

    /** What is asked for of a tier, beside its ceiling. */
    public record TierSum(String tier, Upper upper, long asked) {

        public boolean isOver() {
            return asked > upper.max();
        }
    }

    /** Whether it is known what was granted. */
    public boolean isAllocated() {
        return cycle.state() == CycleState.ALLOCATED || cycle.state() == CycleState.DELIVERED;
    }

    /** Where it is told. */
    public String grantsAddress() {
        return "/grants/" + CycleView.segment(cycle.cycle());
    }

    /** Where this page is. */
    public String address() {
        return OrderView.address(cycle.cycle());
    }

    private static long cartons(String typed) {
        return TypedNumber.of(typed).orElse(0);
    }

    /** Cartons over all lines. */
    public long asked() {
        return lines.stream().mapToLong(Row::cartons).sum();
    }

    /** What is left of the ceilings on the whole order, or of his own limit where that is less; null where nothing limits it. */
    public Long left() {
        Long ceiling = ceiling();
        return isOwnLimit() ? (Long) cartons(atMost) : ceiling;
    }

    /** What is left of the ceilings on the whole order; null where nothing limits it. */
    public Long ceiling() {
        return allowance == null ? null : allowance.left();
    }

    /** Whether it is his own limit that holds first. */
    public boolean isOwnLimit() {
        return TypedNumber.of(atMost).isPresent() && (ceiling() == null || cartons(atMost) < ceiling());
    }

    /** As much of what is asked for as is left. */
    public long within() {
        return left() == null ? asked() : Math.min(asked(), left());
    }

    /** How much more is asked for than is left. */
    public long over() {
        return asked() - within();
    }

    /** The longest a bar of what is left can be; never 0, for a bar has to have a length. */
    public long barLength() {
        return left() == null ? Math.max(1, asked()) : Math.max(1, left());
    }

    /** What is wrong with his own limit, or null. */
    public Message atMostError() {
        return refused == null
                ? null
                : refused.fieldErrors().stream()
                        .filter(each -> each.field().equals("atMost"))
                        .map(Refused.FieldError::reason)
                        .findFirst()
                        .orElse(null);
    }

    /** The lines in which something is wrong. */
    public List<Row> wrongLines() {
        return lines.stream().filter(each -> each.error() != null).toList();
    }
}
