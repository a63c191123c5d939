package io.plimsoll.simulation;

import io.plimsoll.allocation.Draw;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.simulation.sharing.Offer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The shops, what they want, and what there is. Of ten shops one is LARGE, three are MEDIUM and six SMALL. What a shop
 * wants of a Sku is the mean of its class, times how large the shop is, times its taste for the Sku, times how the week
 * goes, all lognormal, in whole cartons. Supply is the same every week: of SCARCE Skus, at even steps, from 40 to 80 % of
 * what is wanted on average; of the others 110 %.
 */
final class Market {

    /** Cartons a week and Sku by size class: the proportion of the agreed totals that R2 gives as examples. */
    private static final double[] CLASS_MEAN = {30, 12, 4};

    private static final double SPREAD_OF_SHOPS = 0.4;
    private static final double SPREAD_OF_TASTES = 0.5;

    private static final double LEAST_SCARCE_SUPPLY = 0.4;
    private static final double MOST_SCARCE_SUPPLY = 0.8;
    private static final double NORMAL_SUPPLY = 1.1;

    private static final double CEILING = 1.3;

    private final Size size;
    private final boolean sameFirst;
    private final double spreadOfWeeks;
    private final byte[] peers;
    private final int[] weight;
    private final double[] usual;
    private final long[] supply;
    private final Chance demand;
    private final Chance arrival;
    private final List<String> shopNames;
    private final List<String> skuNames;
    private int[] order;
    private int weeks;

    Market(Size size, Assumptions assumptions) {
        this.size = size;
        sameFirst = assumptions.sameFirst();
        spreadOfWeeks = assumptions.spreadOfWeeks();
        weight = new int[SizeClass.values().length];
        assumptions.weights().forEach((sizeClass, each) -> weight[sizeClass.ordinal()] = each);
        peers = new byte[size.retailers()];
        for (int shop = 0; shop < peers.length; shop++) {
            peers[shop] = (byte) classOf(shop).ordinal();
        }
        usual = drawUsualDemand();
        supply = supply(usual, size);
        demand = new Chance(size.seed(), Chance.Stream.DEMAND);
        arrival = new Chance(size.seed(), Chance.Stream.ARRIVAL);
        shopNames = names("shop ", size.retailers());
        skuNames = names("Sku ", size.skus());
    }

    private static List<String> names(String word, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj((IntFunction<String>) number -> word + number)
                .toList();
    }

    /** By tens, so that any number of shops has about the same mixture. */
    private static SizeClass classOf(int shop) {
        int place = shop % 10;
        return place == 0 ? SizeClass.LARGE : place <= 3 ? SizeClass.MEDIUM : SizeClass.SMALL;
    }

    private double[] drawUsualDemand() {
        Chance chance = new Chance(size.seed(), Chance.Stream.SHOPS);
        double[] mean = new double[size.retailers() * size.skus()];
        for (int shop = 0; shop < size.retailers(); shop++) {
            double ofShop = CLASS_MEAN[peers[shop]] * chance.lognormal(SPREAD_OF_SHOPS);
            for (int sku = 0; sku < size.skus(); sku++) {
                mean[shop * size.skus() + sku] = ofShop * chance.lognormal(SPREAD_OF_TASTES);
            }
        }
        return mean;
    }

    private static long[] supply(double[] usual, Size size) {
        long[] cartons = new long[size.skus()];
        for (int sku = 0; sku < cartons.length; sku++) {
            double wanted = 0;
            for (int shop = 0; shop < size.retailers(); shop++) {
                wanted += usual[shop * size.skus() + sku];
            }
            cartons[sku] = (long) (wanted * supplyShare(sku, size));
        }
        return cartons;
    }

    private static double supplyShare(int sku, Size size) {
        if (sku >= size.scarceSkus()) {
            return NORMAL_SUPPLY;
        }
        double rise = (MOST_SCARCE_SUPPLY - LEAST_SCARCE_SUPPLY) / size.scarceSkus();
        return LEAST_SCARCE_SUPPLY + rise * (sku + 0.5);
    }

    /** The coming week; each call is one week on. */
    Week nextWeek() {
        weeks++;
        int[] wanted = new int[usual.length];
        for (int line = 0; line < wanted.length; line++) {
            wanted[line] = (int) (usual[line] * demand.lognormal(spreadOfWeeks) + 0.5);
        }
        if (order == null || !sameFirst) {
            order = arrival.order(size.retailers());
        }
        Draw draw = new Draw(Long.toString(size.seed()), "week " + weeks, skuNames, shopNames);
        return new Week(wanted, new Offer(supply, order, peers, weight, draw));
    }

    /** The ceiling on what a shop may report in a week, in cartons: 130 % of what it usually wants in all. */
    long weeklyCeiling(int shop) {
        double inAll = 0;
        for (int sku = 0; sku < size.skus(); sku++) {
            inAll += usual[shop * size.skus() + sku];
        }
        return (long) (CEILING * inAll);
    }
}
