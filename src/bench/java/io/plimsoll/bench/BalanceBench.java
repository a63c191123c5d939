package io.plimsoll.bench;

import io.plimsoll.quota.Balance;
import io.plimsoll.quota.BalanceShop;
import io.plimsoll.quota.FitBand;
import io.plimsoll.quota.TotalFloat;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How long the arithmetic of a proposal takes, over random territories; the first one of a JVM apart from the others. */
public final class BalanceBench {

    private static final int TERRITORIES = 25;
    private static final int LARGEST_CHANGE_PERCENT = 30;
    private static final int[] SHOPS = {150, 300, 600, 1_500};

    private BalanceBench() {}

    /** Takes no arguments. */
    public static void main(String[] none) {
        System.out.printf("JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
        Balance balance = new Balance(FitBand.USUAL, LARGEST_CHANGE_PERCENT);
        long begin = System.nanoTime();
        balance.plan(territory(SHOPS[0], 0));
        System.out.printf("the first of this JVM: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        for (int shops : SHOPS) {
            measure(balance, shops);
        }
    }

    private static void measure(Balance balance, int shops) {
        double[] millis = new double[TERRITORIES];
        int changes = 0;
        int largestUnit = 1;
        long outside = 0;
        for (int i = 0; i < TERRITORIES; i++) {
            List<BalanceShop> territory = territory(shops, i + 1);
            long begin = System.nanoTime();
            Balance.Plan plan = balance.plan(territory);
            millis[i] = (System.nanoTime() - begin) / 1e6;
            changes += plan.changes().size();
            largestUnit = Math.max(largestUnit, plan.unit());
            outside += plan.outsideAfter();
        }
        System.out.printf(
                "%,6d shops: %s ms; %d changes a territory, %d cartons left outside, steps of %d%n",
                shops,
                new Medians(millis).say("%.0f"),
                changes / TERRITORIES,
                outside / TERRITORIES,
                largestUnit);
    }

    /** Totals that mostly fit, by class; of one shop in four far from what it asks for. */
    private static List<BalanceShop> territory(int shops, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BalanceShop> all = new ArrayList<>();
        for (int i = 0; i < shops; i++) {
            PeerGroup peers = PeerGroup.of(random.nextInt(PeerGroup.COUNT));
            int usual = 60 << SizeClass.values().length - 1 - peers.sizeClass().ordinal();
            int demand = (int) (usual * random.nextDouble(0.6, 1.4));
            boolean isMisfit = random.nextInt(4) == 0;
            double fit = isMisfit ? random.nextDouble(0.4, 2) : random.nextDouble(0.85, 1.15);
            int total = Math.max(1, (int) (demand * fit));
            int least = new TotalFloat(BigDecimal.TEN).leastTotal(random.nextInt(total));
            all.add(new BalanceShop("L%05d".formatted(i), peers, total, demand, least, true));
        }
        return all;
    }
}
