package io.plimsoll.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleDetails.Submission;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A county has the sizes and the shares that the domain states (domain.md, sections 2 and 7). */
class BelievableTest {

    private static final Set<Binding> HEADROOM = EnumSet.of(Binding.AT_MOST, Binding.PACING, Binding.AGREED_TOTAL);

    private static final CountyPlan COUNTY = CountyPlan.of(2500, 120, 1);

    @Test
    void shopsAreAsTheDomainCountsThem() {
        List<Retailer> shops = County.of(COUNTY).firstCycle().retailers();
        assertEquals(15, shops.stream().map(Retailer::manager).distinct().count());
        assertShare(0.15, 0.02, shops, shop -> shop.sizeClass() == SizeClass.LARGE);
        assertShare(0.35, 0.03, shops, shop -> shop.sizeClass() == SizeClass.MEDIUM);
        assertShare(0.5, 0.03, shops, shop -> shop.sizeClass() == SizeClass.SMALL);
        assertShare(0.42, 0.05, shops, shop -> shop.marketType() == MarketType.URBAN);
        assertShare(0.08, 0.015, shops, shop -> shop.interval() == 2);
        assertShare(0.015, 0.005, shops, shop -> shop.status() == RetailerStatus.SUSPENDED);
        List<Shop> drawn = Register.draw(COUNTY).shops();
        assertEquals(130, drawn.stream().mapToDouble(Shop::monthly).average().orElseThrow(), 8);
    }

    @Test
    void aMonthFillsMostOfTheDemandAndSellsWhatShopsSell() {
        List<CycleResult> month = Counties.allocated(COUNTY, 4);
        long granted = 0;
        for (CycleResult result : month) {
            Summary summary = result.summary();
            assertEquals(0, summary.findings().get(Severity.CRITICAL));
            assertTrue(summary.total().fillPerMille() >= 850 && summary.total().fillPerMille() <= 950, "" + summary);
            assertEquals(32, summary.lines() / (double) summary.ordering(), 2);
            assertEquals(0.89, summary.ordering() / 2500.0, 0.02);
            granted += summary.total().granted();
        }
        assertEquals(130, granted / 2500.0 / 4 * 365.25 / 12 / 7, 10, "cartons a shop and month");
    }

    @Test
    void aSkuThatIsScarceIsWantedAndRankedFirst() {
        Cycle cycle = County.of(COUNTY).firstCycle();
        Orders orders = cycle.orders();
        long scarce = cycle.skus().stream().filter(BelievableTest::isScarce).count();
        assertEquals(14, scarce);
        int firsts = 0;
        int shops = 0;
        for (int shop = 0; shop < orders.retailers(); shop++) {
            if (orders.ordered(shop)) {
                shops++;
                firsts += isScarce(cycle.skus().get(orders.sku()[orders.firstLine()[shop]])) ? 1 : 0;
            }
        }
        assertTrue(firsts > 0.7 * shops && firsts < shops, firsts + " of " + shops);
    }

    /** What benchmarks of the allocator need: enough that is short, and enough shops at their limit, in every cycle. */
    @ParameterizedTest
    @CsvSource({"2500, 120, 4", "3000, 200, 1", "800, 50, 3"})
    void asManySkusRunShortAndAsManyShopsAreTightAsWereAskedFor(int retailers, int skus, long seed) {
        for (CycleResult result : Counties.allocated(new CountyPlan(retailers, skus, seed, 30, 30), 4)) {
            long shortSkus = IntStream.range(0, skus)
                    .filter(sku -> result.levels().level(sku).isPresent())
                    .count();
            assertTrue(shortSkus >= 0.3 * skus, shortSkus + " short of " + skus);
            Orders orders = result.cycle().orders();
            long tight = IntStream.range(0, retailers)
                    .filter(shop -> IntStream.range(orders.firstLine()[shop], orders.firstLine()[shop + 1])
                            .anyMatch(line -> HEADROOM.contains(result.bindings()[line])))
                    .count();
            assertTrue(tight >= 0.3 * retailers, tight + " tight of " + retailers);
            assertEquals(0, Summary.bySeverity(result.findings()).get(Severity.CRITICAL));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 0", "1, 1, 100, 100", "3, 2, 50, 50", "50, 300, 100, 100", "300, 1, 0, 100"})
    void countiesOfAnySizeRunWithoutAnythingCritical(int retailers, int skus, int shortPercent, int tightPercent) {
        CountyPlan plan = new CountyPlan(retailers, skus, -9, shortPercent, tightPercent);
        for (CycleResult result : Counties.allocated(plan, 6)) {
            assertEquals(0, Summary.bySeverity(result.findings()).get(Severity.CRITICAL));
            assertEquals(0, Summary.bySeverity(result.findings()).get(Severity.WARNING));
        }
    }

    @Test
    void shopsOfEverySecondWeekOrderInTheirWeeksOnly() {
        List<Cycle> cycles = Counties.drawn(CountyPlan.of(400, 20, 3), 4).stream()
                .map(GeneratedCycle::cycle)
                .toList();
        for (int shop = 0; shop < 400; shop++) {
            if (cycles.get(0).retailers().get(shop).interval() == 2) {
                for (int week = 0; week < 3; week++) {
                    assertTrue(!cycles.get(week).orders().ordered(shop)
                            || !cycles.get(week + 1).orders().ordered(shop));
                }
            }
        }
    }

    @Test
    void totalsStayWithinAPeriodAndMoveALittleBetweenPeriods() {
        List<Cycle> cycles = Counties.drawn(CountyPlan.of(400, 20, 3), 5).stream()
                .map(GeneratedCycle::cycle)
                .toList();
        List<Integer> november = totals(cycles.get(0));
        assertEquals(november, totals(cycles.get(3)));
        assertEquals(cycles.get(0).policy().version(), cycles.get(3).policy().version());
        double fourWeeks = november.stream().mapToInt(total -> total).sum();
        double fiveWeeks =
                totals(cycles.get(4)).stream().mapToInt(total -> total).sum();
        assertEquals(5 / 4.0, fiveWeeks / fourWeeks, 0.03);
    }

    @Test
    void submissionsComeFromTheShopsOwnDevicesWhileTheWindowIsOpen() {
        GeneratedCycle drawn = Counties.drawn(COUNTY, 1).get(0);
        CycleDetails details = drawn.details();
        List<Submission> submissions = new ArrayList<>();
        Map<String, Integer> shopsOfDevice = new HashMap<>();
        Set<String> sessions = new HashSet<>();
        for (int shop = 0; shop < 2500; shop++) {
            assertEquals(
                    drawn.cycle().orders().ordered(shop),
                    details.submission(shop).isPresent());
            details.submission(shop).ifPresent(submission -> {
                submissions.add(submission);
                sessions.add(submission.session());
                shopsOfDevice.merge(submission.device(), 1, Integer::sum);
            });
        }
        assertEquals(submissions.size(), sessions.size());
        List<Submission> own = submissions.stream()
                .filter(submission -> submission.channel() == CycleDetails.Channel.SELF)
                .toList();
        assertShare(0.02, 0.015, submissions, submission -> submission.channel() == CycleDetails.Channel.ASSISTED);
        assertShare(
                0, 0, own, submission -> submission.submittedAt().getDayOfWeek().compareTo(DayOfWeek.WEDNESDAY) > 0);
        assertShare(0.75, 0.1, own, submission -> submission.submittedAt().getHour() >= 18);
        long families = shopsOfDevice.entrySet().stream()
                .filter(device -> !device.getKey().startsWith("desk"))
                .filter(device -> device.getValue() > 1)
                .count();
        assertTrue(families > 5 && families < 0.04 * 2500, families + " devices are shared");
    }

    private static List<Integer> totals(Cycle cycle) {
        return cycle.retailers().stream().map(Retailer::agreedTotal).toList();
    }

    private static boolean isScarce(Sku sku) {
        return sku.status() == SupplyStatus.SCARCE;
    }

    private static <T> void assertShare(double share, double give, List<T> things, Predicate<T> ofThem) {
        assertEquals(share, things.stream().filter(ofThem).count() / (double) things.size(), give);
    }
}
