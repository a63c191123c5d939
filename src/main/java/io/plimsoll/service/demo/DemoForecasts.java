package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.service.forecasts.SeededForecasts;
import io.plimsoll.service.forecasts.Tallies;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What the county's shops are said to have asked for in the months before its first cycle, and what its customer managers
 * forecast of the last of them: drawn around the first week, with a season and a drift of each brand.
 */
@ApplicationScoped
class DemoForecasts {

    /** So that the three months which were forecast have the same month of the year before. */
    private static final int MONTHS_BEFORE = 15;

    private static final int FORECAST_BEFORE = 3;

    private static final double WEEKS_OF_MONTH = 4.35;

    /** Of January to December, against an ordinary month. */
    private static final double[] SEASON = {1.2, 0.9, 1, 0.98, 0.97, 0.96, 0.95, 0.97, 1.06, 1.02, 1, 1.05};

    private static final double DRIFT_OF_A_YEAR = 0.2;
    private static final double CHANCE_OF_A_MONTH = 0.08;
    private static final double MISSED_BY = 0.18;
    private static final int ROUNDED_TO = 10;

    private final SeededForecasts forecasts;
    private final Clock clock;
    private final WebSettings settings;

    DemoForecasts(SeededForecasts forecasts, Clock clock, WebSettings settings) {
        this.forecasts = forecasts;
        this.clock = clock;
        this.settings = settings;
    }

    private record Of(String manager, String brand) implements Comparable<Of> {
        @Override
        public int compareTo(Of other) {
            int byManager = manager.compareTo(other.manager);
            return byManager != 0 ? byManager : brand.compareTo(other.brand);
        }
    }

    /** Stores both, drawn around what is asked for in the first cycle. */
    void seed(Cycle first) {
        YearMonth begins = YearMonth.parse(first.head().period());
        List<String> newest = DemoPlans.newest(first);
        List<Tallies.EarlierRow> earlier = new ArrayList<>();
        List<SeededForecasts.Said> said = new ArrayList<>();
        asked(first).forEach((of, weekly) -> {
            for (int back = newest.contains(of.brand()) ? 0 : MONTHS_BEFORE; back >= 0; back--) {
                YearMonth month = begins.minusMonths(back);
                long cartons = inMonth(of, weekly, month, back);
                if (back > 0 && cartons > 0) {
                    earlier.add(new Tallies.EarlierRow(
                            month.toString(), new Tallies.Row(of.manager(), of.brand(), cartons)));
                }
                if (back <= FORECAST_BEFORE) {
                    said.add(said(of, month, cartons));
                }
            }
        });
        forecasts.store(earlier, said, clock.instant());
    }

    private SeededForecasts.Said said(Of of, YearMonth month, long cartons) {
        double about = cartons * (1 + MISSED_BY * chance(of, "forecast " + month));
        Instant lastDayBefore = month.atDay(1)
                .minusDays(1)
                .atTime(10, 0)
                .atZone(settings.zone())
                .toInstant();
        return new SeededForecasts.Said(
                month.toString(), of.manager(), of.brand(), Math.round(about / ROUNDED_TO) * ROUNDED_TO, lastDayBefore);
    }

    private static long inMonth(Of of, long weekly, YearMonth month, int back) {
        double drift = 1 - DRIFT_OF_A_YEAR * chance(new Of("", of.brand()), "drift") * back / SEASON.length;
        double around = 1 + CHANCE_OF_A_MONTH * chance(of, month.toString());
        return Math.round(weekly * WEEKS_OF_MONTH * SEASON[month.getMonthValue() - 1] * drift * around);
    }

    /** From -1 to 1, always the same for the same. */
    private static double chance(Of of, String what) {
        long seed = (of.manager() + "/" + of.brand() + "/" + what).hashCode();
        long drawn = new SplittableRandom(seed).nextLong();
        return (drawn >>> 11) * 0x1.0p-52 - 1;
    }

    private static TreeMap<Of, Long> asked(Cycle cycle) {
        TreeMap<Of, Long> asked = new TreeMap<>();
        Orders orders = cycle.orders();
        for (int shop = 0; shop < orders.retailers(); shop++) {
            String manager = cycle.retailers().get(shop).manager();
            for (int line = orders.firstLine()[shop]; line < orders.firstLine()[shop + 1]; line++) {
                String brand = cycle.skus().get(orders.sku()[line]).brand();
                asked.merge(new Of(manager, brand), (long) orders.demand()[line], Long::sum);
            }
        }
        return asked;
    }
}
