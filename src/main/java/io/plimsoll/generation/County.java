package io.plimsoll.generation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.generation.Draws.End;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.Sku;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A county, drawn out of a plan, and its cycles from 2026-11-w1 on. A cycle depends on those before it in its period by
 * what they granted, and by nothing else.
 *
 * <p>In memory, for a benchmark: {@code County.of(CountyPlan.of(2500, 120, 1)).firstCycle()}.
 */
public final class County {

    /** Most cycles: five years of them. */
    public static final int MOST_CYCLES = 260;

    private static final double SIGMA_OF_AGREED_TOTAL = 0.05;

    /** By how much an ordinary month may differ from the usual. */
    private static final double MOST_OVER_USUAL = 0.15;

    private static final int EARLIER_MONTHS = 12;
    private static final double SIGMA_OF_MONTH = 0.08;

    /** The least share of a month's demand that was met before the service. */
    private static final double LEAST_MET = 0.8;

    private static final int PERCENT = 100;

    private static final int LOTS = 1_000_000;

    private final CountyPlan plan;
    private final Register register;
    private final List<Item> items;
    private final List<Double> earlierWeeks = earlierWeeks();

    private County(CountyPlan plan) {
        this.plan = plan;
        register = Register.draw(plan);
        items = Assortment.draw(plan);
    }

    public static County of(CountyPlan plan) {
        return new County(plan);
    }

    /** The first cycle, without its details. */
    public Cycle firstCycle() {
        return cycle(new Week(0), new int[plan.retailers()]).cycle();
    }

    /**
     * Goes through the cycles of a county, one after the other.
     *
     * @param <E> what may go wrong with it
     */
    public interface Visitor<E extends Exception> {

        /** A cycle is about to be drawn. */
        void begins(String cycle);

        /** It has been drawn. */
        void takes(GeneratedCycle cycle) throws E;

        /** Cartons granted on each line of it; asked after it was taken, where another cycle follows in its period. */
        int[] allocates(Cycle cycle) throws E;
    }

    /**
     * Shows the first cycles to a visitor.
     *
     * @param count how many, 1 to {@value #MOST_CYCLES}
     */
    public <E extends Exception> void show(int count, Visitor<E> visitor) throws E {
        int[] grantedInPeriod = new int[plan.retailers()];
        Week week = new Week(0);
        for (int left = count; left > 0; left--) {
            visitor.begins(week.name());
            GeneratedCycle generated = cycle(week, grantedInPeriod);
            visitor.takes(generated);
            if (week.number() == week.of()) {
                grantedInPeriod = new int[plan.retailers()];
            } else if (left > 1) {
                Cycle cycle = generated.cycle();
                add(visitor.allocates(cycle), cycle.orders(), grantedInPeriod);
            }
            week = week.next();
        }
    }

    /**
     * What a shop sold in the three months before the first cycle, the earliest first: as much as it sells in an ordinary
     * month, in one of them a little more and in another as much less.
     *
     * @param index of the shop, from 0, in the order of the cycles' retailers
     */
    public List<MonthVolume> soldBefore(int index) {
        long usual = (long) register.shops().get(index).monthly();
        Draws draws = Draws.of(plan.seed(), End.EARLIER, index);
        long more = (long) (usual * draws.between(-MOST_OVER_USUAL, MOST_OVER_USUAL));
        YearMonth first = new Week(0).period();
        return List.of(
                new MonthVolume(first.minusMonths(3).toString(), usual + more),
                new MonthVolume(first.minusMonths(2).toString(), usual - more),
                new MonthVolume(first.minusMonths(1).toString(), usual));
    }

    /**
     * What a shop asked for and was granted in the twelve months before the first cycle, the earliest first. Of the latest three
     * it was granted what {@link #soldBefore} says. Where its total is too small now, its ceilings were used up then.
     *
     * @param index of the shop, from 0, in the order of the cycles' retailers
     */
    public List<EarlierMonth> earlierMonths(int index) {
        Shop shop = register.shops().get(index);
        List<MonthVolume> sold = soldBefore(index);
        long percent = Policies.floatPercent(shop.sizeClass()).longValueExact();
        YearMonth first = new Week(0).period().minusMonths(EARLIER_MONTHS);
        List<EarlierMonth> months = new ArrayList<>(EARLIER_MONTHS);
        for (int i = 0; i < EARLIER_MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            Draws draws = Draws.of(plan.seed(), End.EARLIER_MONTH, index, i);
            double usual = shop.weeklyDemand() * earlierWeeks.get(i);
            long demand = Math.round(usual * draws.factor(SIGMA_OF_MONTH));
            long ceiling = Math.max(1, Math.round(usual * shop.fit())) * (PERCENT + percent) / PERCENT;
            int known = i - (EARLIER_MONTHS - sold.size());
            long granted = known >= 0 ? sold.get(known).cartons() : (long) (demand * draws.between(LEAST_MET, 1));
            months.add(new EarlierMonth(month.toString(), (int) Math.max(demand, granted), (int) granted, (int)
                    Math.max(ceiling, granted)));
        }
        return months;
    }

    /** Weeks of the months before the first cycle, each as it sells against an ordinary one. */
    private static List<Double> earlierWeeks() {
        YearMonth first = new Week(0).period().minusMonths(EARLIER_MONTHS);
        Double[] weeks = new Double[EARLIER_MONTHS];
        Arrays.fill(weeks, 0.0);
        for (Week week = new Week(-1); !week.period().isBefore(first); week = new Week(week.index() - 1)) {
            weeks[(int) first.until(week.period(), ChronoUnit.MONTHS)] += Season.of(week);
        }
        return List.of(weeks);
    }

    private static void add(int[] granted, Orders orders, int[] grantedInPeriod) {
        for (int retailer = 0; retailer < grantedInPeriod.length; retailer++) {
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                grantedInPeriod[retailer] += granted[line];
            }
        }
    }

    private GeneratedCycle cycle(Week week, int[] grantedInPeriod) {
        CycleHead head = new CycleHead(week.name(), lottery(week), week.period().toString(), week.number(), week.of());
        List<Retailer> retailers = retailers(week, grantedInPeriod);
        ReleasePolicy policy = Policies.of(items, week);
        Orders orders = Baskets.draw(plan, register.shops(), items, week);
        long[] claimed = FirstClaims.of(head, retailers, items, orders, policy);
        List<Sku> skus = Supplies.draw(plan, items, week, orders, claimed);
        return new GeneratedCycle(
                new Cycle(head, retailers, skus, orders, policy), new Particulars(plan, register, items, orders, week));
    }

    /** The seed of the ties, drawn in public before the cycle opens (R34). */
    private String lottery(Week week) {
        int lot = Draws.of(plan.seed(), End.LOTTERY, week.index()).below(LOTS);
        return String.format(
                Locale.ROOT, "drawn in public on %s: %06d", week.monday().minusDays(3), lot);
    }

    private List<Retailer> retailers(Week week, int[] grantedInPeriod) {
        double weeks = week.allOfPeriod().stream().mapToDouble(Season::of).sum();
        List<Retailer> retailers = new ArrayList<>(plan.retailers());
        for (int i = 0; i < plan.retailers(); i++) {
            Shop shop = register.shops().get(i);
            retailers.add(new Retailer(
                    shop.key(),
                    "M" + (1001 + shop.territory()),
                    shop.sizeClass(),
                    shop.marketType(),
                    shop.status(),
                    agreedTotal(i, shop.weeklyDemand() * weeks, week),
                    grantedInPeriod[i],
                    shop.interval()));
        }
        return retailers;
    }

    /** Stays the same within a period; between periods it follows the season and moves a little by itself. */
    private int agreedTotal(int index, double asked, Week week) {
        Draws draws = Draws.of(
                plan.seed(), End.AGREED_TOTAL, index, week.firstOfPeriod().index());
        double total = asked * register.shops().get(index).fit() * draws.factor(SIGMA_OF_AGREED_TOTAL);
        return (int) Math.max(1, Math.round(total));
    }
}
