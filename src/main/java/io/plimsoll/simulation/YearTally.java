package io.plimsoll.simulation;

import io.plimsoll.retailer.SizeClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Measures week after week. */
final class YearTally {

    private final Size size;
    private final long[] wantedSoFar;
    private final long[] filledSoFar;
    private final List<WeekFigures> weeks = new ArrayList<>();

    YearTally(Size size) {
        this.size = size;
        wantedSoFar = new long[size.retailers()];
        filledSoFar = new long[size.retailers()];
    }

    List<WeekFigures> weeks() {
        return weeks;
    }

    void add(Week week, int[] reported, int[] granted) {
        byte[] peers = week.offer().peers();
        ShopWeek[] shops = IntStream.range(0, size.retailers())
                .mapToObj(shop -> ShopWeek.of(size, shop, week.wanted(), reported, granted))
                .toArray(ShopWeek[]::new);
        for (int shop = 0; shop < shops.length; shop++) {
            wantedSoFar[shop] += shops[shop].wanted;
            filledSoFar[shop] += shops[shop].filled;
        }
        Map<SizeClass, Figures> byClass = new EnumMap<>(SizeClass.class);
        for (SizeClass each : SizeClass.values()) {
            byClass.put(each, figures(shops, shop -> peers[shop] == each.ordinal()));
        }
        weeks.add(new WeekFigures(figures(shops, shop -> true), byClass));
    }

    /** What one shop did and got in a week; over SCARCE Skus, but for the last two. */
    private record ShopWeek(long wanted, long reported, long granted, long filled, long wantedOfAll, long filledOfAll) {

        static ShopWeek of(Size size, int shop, int[] wanted, int[] reported, int[] granted) {
            long[] sum = new long[6];
            for (int sku = 0; sku < size.skus(); sku++) {
                int line = shop * size.skus() + sku;
                int filled = Math.min(wanted[line], granted[line]);
                if (sku < size.scarceSkus()) {
                    sum[0] += wanted[line];
                    sum[1] += reported[line];
                    sum[2] += granted[line];
                    sum[3] += filled;
                }
                sum[4] += wanted[line];
                sum[5] += filled;
            }
            return new ShopWeek(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
        }

        ShopWeek plus(ShopWeek other) {
            return new ShopWeek(
                    wanted + other.wanted,
                    reported + other.reported,
                    granted + other.granted,
                    filled + other.filled,
                    wantedOfAll + other.wantedOfAll,
                    filledOfAll + other.filledOfAll);
        }
    }

    private Figures figures(ShopWeek[] shops, IntPredicate among) {
        ShopWeek sum = IntStream.range(0, shops.length)
                .filter(among)
                .mapToObj(shop -> shops[shop])
                .reduce(new ShopWeek(0, 0, 0, 0, 0, 0), ShopWeek::plus);
        double[] fills = IntStream.range(0, shops.length)
                .filter(among)
                .filter(shop -> shops[shop].wanted > 0)
                .mapToDouble(shop -> ratio(shops[shop].filled, shops[shop].wanted))
                .toArray();
        double[] fillsSoFar = IntStream.range(0, shops.length)
                .filter(among)
                .filter(shop -> wantedSoFar[shop] > 0)
                .mapToDouble(shop -> ratio(filledSoFar[shop], wantedSoFar[shop]))
                .toArray();
        return new Figures(
                ratio(sum.reported, sum.wanted),
                ratio(sum.filled, sum.wanted),
                ratio(sum.filledOfAll, sum.wantedOfAll),
                sum.granted == 0 ? 0 : ratio(sum.granted - sum.filled, sum.granted),
                Gini.of(fills),
                Gini.of(fillsSoFar));
    }

    /** Where nothing was wanted, nothing was lacking or asked for too much. */
    private static double ratio(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
