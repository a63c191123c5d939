package io.plimsoll.explanation;

import io.plimsoll.allocation.Level;
import io.plimsoll.explanation.Shortage.Received;
import io.plimsoll.explanation.Shortage.TieDraw;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One look over all lines of a cycle for what a few short Skus left to whom. */
final class ShortageSurvey {

    /** What was found of one Sku. */
    private static final class Tally {
        private final Level level;
        private final int[] smallest = new int[PeerGroup.COUNT];
        private final int[] largest = new int[PeerGroup.COUNT];
        private long demanded;
        private int tieWinners;
        private int tieLosers;

        Tally(Level level) {
            this.level = level;
            Arrays.fill(smallest, Integer.MAX_VALUE);
        }

        boolean cut(PeerGroup group) {
            return smallest[group.index()] <= largest[group.index()];
        }
    }

    private final CycleResult result;
    private final Tally[] tallies;

    /**
     * Looks.
     *
     * @param skus those that cut somebody
     */
    ShortageSurvey(CycleResult result, Set<Integer> skus) {
        this.result = result;
        tallies = new Tally[result.cycle().skus().size()];
        skus.forEach(sku -> tallies[sku] = new Tally(result.levels().level(sku).orElseThrow()));
        if (!skus.isEmpty()) {
            lookAtAllLines();
        }
    }

    /** Whether a line was cut because its Sku ran short. */
    static boolean wasShort(Binding binding) {
        return binding == Binding.SUPPLY || binding == Binding.TIGHT_BALANCE;
    }

    private void lookAtAllLines() {
        Orders orders = result.cycle().orders();
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            int group = result.cycle().retailers().get(retailer).peers().index();
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                Tally tally = tallies[orders.sku()[line]];
                if (tally != null) {
                    lookAt(line, group, tally);
                }
            }
        }
    }

    private void lookAt(int line, int group, Tally tally) {
        int granted = result.sharing().granted()[line];
        int weight = result.ceilings().weight(group);
        tally.demanded += result.cycle().orders().demand()[line];
        if (granted > 0 && Level.ofLast(granted, weight).equals(tally.level)) {
            tally.tieWinners++;
        }
        if (wasShort(result.bindings()[line])) {
            tally.smallest[group] = Math.min(tally.smallest[group], granted);
            tally.largest[group] = Math.max(tally.largest[group], granted);
            tally.tieLosers += Level.ofLast(granted + 1, weight).equals(tally.level) ? 1 : 0;
        }
    }

    /** What all retailers together reported of a Sku. */
    long demanded(int sku) {
        return tallies[sku].demanded;
    }

    /** The common level of a Sku. */
    Level level(int sku) {
        return tallies[sku].level;
    }

    /** What those whom a Sku cut received, by class, interval and weight; market types of equal weight are one kind. */
    List<Received> received(int sku) {
        List<Received> kinds = new ArrayList<>();
        for (int index = 0; index < PeerGroup.COUNT; index++) {
            PeerGroup group = PeerGroup.of(index);
            if (tallies[sku].cut(group)) {
                add(kinds, receivedBy(sku, group));
            }
        }
        return kinds;
    }

    private static void add(List<Received> kinds, Received more) {
        for (int i = 0; i < kinds.size(); i++) {
            Received kind = kinds.get(i);
            if (isOfKind(kind, more)) {
                kinds.set(
                        i,
                        new Received(
                                kind.sizeClass(),
                                kind.interval(),
                                kind.weight(),
                                Math.min(kind.smallest(), more.smallest()),
                                Math.max(kind.largest(), more.largest())));
                return;
            }
        }
        kinds.add(more);
    }

    private static boolean isOfKind(Received kind, Received other) {
        return kind.sizeClass() == other.sizeClass()
                && kind.interval() == other.interval()
                && kind.weight() == other.weight();
    }

    private Received receivedBy(int sku, PeerGroup group) {
        return new Received(
                group.sizeClass(),
                group.interval(),
                result.ceilings().weight(group.index()),
                tallies[sku].smallest[group.index()],
                tallies[sku].largest[group.index()]);
    }

    /** Whether these are the shops that a group belongs to. */
    boolean isKindOf(Received kind, PeerGroup group) {
        return kind.sizeClass() == group.sizeClass()
                && kind.interval() == group.interval()
                && kind.weight() == result.ceilings().weight(group.index());
    }

    /** The draw that a retailer lost for the carton after those it was granted; empty where its turn had not come. */
    Optional<TieDraw> drawLost(int sku, int granted, int weight, String seed) {
        Tally tally = tallies[sku];
        if (!Level.ofLast(granted + 1, weight).equals(tally.level)) {
            return Optional.empty();
        }
        return Optional.of(new TieDraw(tally.tieWinners + tally.tieLosers, tally.tieWinners, seed));
    }
}
