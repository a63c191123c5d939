package io.plimsoll.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed sums to zero, brings every shop it touches nearer to its demand, and treats equals equally. */
class BalanceTest {

    private static final PeerGroup SMALL = new PeerGroup(SizeClass.SMALL, MarketType.RURAL, 1);
    private static final PeerGroup LARGE = new PeerGroup(SizeClass.LARGE, MarketType.URBAN, 1);

    private final Balance balance = new Balance(FitBand.USUAL, 30);

    private static BalanceShop shop(String key, int total, long demand) {
        return new BalanceShop(key, SMALL, total, demand, 0, true);
    }

    @Test
    void whatOneGainsAnotherGives() {
        Balance.Plan plan = balance.plan(List.of(shop("large", 100, 70), shop("small", 50, 70), shop("fit", 80, 80)));
        assertEquals(Map.of("large", -15, "small", 15), plan.changes());
        assertEquals(13 + 6, plan.outsideBefore());
        assertEquals(0, plan.outsideAfter());
    }

    @Test
    void aTerritoryThatFitsIsLeftAlone() {
        Balance.Plan plan = balance.plan(List.of(shop("a", 100, 95), shop("b", 100, 110)));
        assertTrue(plan.changes().isEmpty());
    }

    @Test
    void nobodyIsCutUnderWhatIsGranted() {
        BalanceShop granted = new BalanceShop("granted", SMALL, 100, 50, 98, true);
        Balance.Plan plan = balance.plan(List.of(granted, shop("short", 50, 90)));
        assertEquals(Map.of("granted", -2, "short", 2), plan.changes());
    }

    @Test
    void noTotalChangesByMoreThanItsShare() {
        Balance.Plan plan = balance.plan(List.of(shop("much", 100, 10), shop("little", 100, 400)));
        assertEquals(Map.of("much", -30, "little", 30), plan.changes());
    }

    @Test
    void nothingIsBroughtPastItsDemand() {
        Balance.Plan plan =
                balance.plan(List.of(shop("much", 200, 100), shop("little", 70, 90), shop("near", 98, 100)));
        plan.changes().forEach((key, change) -> assertTrue(key.equals("much") ? change < 0 : change > 0, key));
        assertTrue(plan.changes().get("little") <= 20);
    }

    @Test
    void equalsAreTreatedEquallyAndOthersNeedNotBe() {
        List<BalanceShop> shops = new ArrayList<>(List.of(shop("a", 50, 80), shop("b", 50, 80), shop("c", 50, 80)));
        shops.add(shop("giver", 200, 160));
        Balance.Plan plan = balance.plan(shops);
        int each = plan.changes().get("a");
        assertEquals(each, plan.changes().get("b"));
        assertEquals(each, plan.changes().get("c"));
        assertEquals(-3 * each, plan.changes().get("giver"));
    }

    @Test
    void theSameFiguresInAnotherClassAreNoEquals() {
        List<BalanceShop> shops = List.of(
                new BalanceShop("a", SMALL, 50, 80, 0, true),
                new BalanceShop("b", LARGE, 50, 80, 0, true),
                new BalanceShop("giver", SMALL, 110, 87, 95, true));
        Balance.Plan plan = balance.plan(shops);
        assertEquals(-15, plan.changes().get("giver"));
        assertEquals(15, plan.changes().get("a") + plan.changes().get("b"));
    }

    @Test
    void theOrderInWhichShopsComeChangesNothing() {
        List<BalanceShop> shops = random(40, 11);
        List<BalanceShop> turned = new ArrayList<>(shops);
        java.util.Collections.reverse(turned);
        assertEquals(balance.plan(shops), balance.plan(turned));
    }

    @Test
    void whoIsNotToBeMendedOnlyMakesUpForThoseWhoAre() {
        BalanceShop worst = shop("worst", 50, 200);
        BalanceShop bad = new BalanceShop("bad", SMALL, 60, 100, 0, false);
        BalanceShop much = new BalanceShop("much", SMALL, 100, 60, 0, false);
        BalanceShop less = new BalanceShop("less", SMALL, 100, 92, 0, false);
        assertEquals(
                Map.of("worst", 15, "much", -15),
                balance.plan(List.of(worst, bad, much, less)).changes());
    }

    @Test
    void makesUpForWhatStandsAlready() {
        Optional<Balance.Plan> plan = balance.plan(List.of(shop("much", 100, 60), shop("fit", 100, 100)), -12);
        assertEquals(Map.of("much", -12), plan.orElseThrow().changes());
        assertTrue(balance.plan(List.of(shop("much", 100, 60)), 5).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void holdsItsWordInRandomTerritories(long seed) {
        for (int size : new int[] {1, 2, 3, 10, 60}) {
            List<BalanceShop> shops = random(size, seed * 100 + size);
            Balance.Plan plan = balance.plan(shops);
            assertEquals(
                    0,
                    plan.changes().values().stream().mapToInt(change -> change).sum());
            assertTrue(plan.outsideAfter() <= plan.outsideBefore());
            for (BalanceShop shop : shops) {
                int change = plan.changes().getOrDefault(shop.retailer(), 0);
                int after = shop.total() + change;
                assertTrue(Math.abs(change) <= shop.total() * 30L / 100, shop + " " + change);
                assertTrue(change >= 0 || after >= shop.leastTotal(), shop + " " + change);
                assertTrue(
                        Math.abs(after - shop.demand()) <= Math.abs(shop.total() - shop.demand())
                                && Long.signum(after - shop.demand()) * Long.signum(shop.total() - shop.demand()) >= 0,
                        shop + " " + change);
            }
        }
    }

    @Test
    void aVeryLargeTerritoryIsChangedInLargerStepsAndStillSumsToZero() {
        SplittableRandom random = new SplittableRandom(3);
        List<BalanceShop> shops = IntStream.range(0, 400)
                .mapToObj(i -> shop("R" + i, 20_000 + random.nextInt(20_000), 10_000 + random.nextInt(50_000)))
                .toList();
        Balance.Plan plan = balance.plan(shops);
        assertTrue(plan.unit() > 1);
        assertEquals(
                0, plan.changes().values().stream().mapToInt(change -> change).sum());
        assertTrue(plan.outsideAfter() < plan.outsideBefore());
    }

    static List<BalanceShop> random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    int total = random.nextInt(0, 120);
                    long demand = random.nextInt(4) == 0
                            ? random.nextInt(200)
                            : Math.round(total * (0.7 + random.nextInt(60) / 100.0));
                    int least = random.nextInt(3) == 0 ? random.nextInt(total + 1) : 0;
                    return new BalanceShop(
                            "R%03d".formatted(i), random.nextInt(2) == 0 ? SMALL : LARGE, total, demand, least, true);
                })
                .toList();
    }

    @Test
    void theBandIsRoundedInFavourOfTheTotal() {
        FitBand band = new FitBand(new BigDecimal("0.8"), new BigDecimal("1.25"));
        assertEquals(0, band.outside(3, 3));
        assertEquals(1, band.outside(4, 3));
        assertEquals(0, band.outside(80, 100));
        assertEquals(1, band.outside(79, 100));
        assertEquals(1, band.outside(126, 100));
        assertEquals(5, band.outside(5, 0));
    }
}
