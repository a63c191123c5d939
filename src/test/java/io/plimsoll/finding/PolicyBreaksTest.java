package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.allocation.Draw;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.CycleResult;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks in the ceilings themselves: unequal among equals (R11), and an agreement by Sku in disguise (R4, R5). */
class PolicyBreaksTest {

    /** A and B are peers, C isn't. */
    private static final TamperedGrants HONEST = new Town()
            .shop("A")
            .shop("B")
            .shop("C", SizeClass.LARGE)
            .sku("X", SupplyStatus.SCARCE, 100)
            .sku("Y", 100)
            .order("A", "X", 2)
            .order("B", "X", 2)
            .order("C", "X", 2)
            .skuCeiling(SizeClass.SMALL, "X", "8")
            .tierCeiling(SizeClass.SMALL, BrandTier.TIER_1, "9")
            .shared();

    private static final int A = 0;
    private static final int B = 1;

    /** The limits that the rules set, but others for one shop. */
    private record Favouring(Limits lawful, int shop, long sku, long tier, int weight) implements Limits {

        private static final int AS_SET = -1;

        @Override
        public long sku(int retailer, int index) {
            return retailer == shop && sku != AS_SET ? sku : lawful.sku(retailer, index);
        }

        @Override
        public long tier(int retailer, BrandTier brandTier) {
            return retailer == shop && tier != AS_SET ? tier : lawful.tier(retailer, brandTier);
        }

        @Override
        public int weight(int retailer) {
            return retailer == shop && weight != AS_SET ? weight : lawful.weight(retailer);
        }
    }

    private static Audit favouring(int shop, long sku, long tier, int weight) {
        CycleResult honest = HONEST.honest();
        Cycle cycle = honest.cycle();
        Limits limits = new Favouring(Limits.of(cycle, honest.ceilings()), shop, sku, tier, weight);
        Draw draw = new Draw(
                cycle.head().seed(),
                cycle.head().cycle(),
                cycle.skus().stream().map(Sku::key).toList(),
                cycle.retailers().stream().map(Retailer::key).toList());
        Judge judge = new Judge(cycle, honest.ceilings(), limits, draw, TestRules.book());
        return new Audit(judge.judge(HONEST.onTrial()));
    }

    @Test
    void equalCeilingsAndWeightsAreNoFindingThoughOtherClassesHaveOthers() {
        assertEquals(List.of(), favouring(A, 8, Favouring.AS_SET, 1).all());
    }

    @Test
    void aSkuCeilingOfItsOwnForOneAmongPeersIsNamed() {
        Audit audit = favouring(B, 9, Favouring.AS_SET, Favouring.AS_SET);
        assertEquals(List.of("R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1 / X"), audit.all());
        assertEquals(
                "limitKind=SKU_CEILING; sizeClass=SMALL; marketType=URBAN; interval=1; ref=X; "
                        + "lowest=A; smallest=8; highest=B; largest=9",
                audit.evidence("R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1 / X"));
    }

    @Test
    void aTierCeilingOfItsOwnForOneAmongPeersIsNamed() {
        Audit audit = favouring(A, Favouring.AS_SET, 8, Favouring.AS_SET);
        // Where nobody else has a ceiling on a tier, one shop's own is unequal too: those of tiers 2 to 5.
        assertEquals(
                List.of(1, 2, 3, 4, 5).stream()
                        .map(tier -> "R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1 / TIER_" + tier)
                        .toList(),
                audit.all());
        assertEquals(
                "limitKind=TIER_CEILING; lowest=A; smallest=8; highest=B; largest=9",
                audit.evidence(
                        "R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1 / TIER_1",
                        "limitKind",
                        "lowest",
                        "smallest",
                        "highest",
                        "largest"));
    }

    @Test
    void aWeightOfItsOwnForOneAmongPeersIsNamed() {
        Audit audit = favouring(B, Favouring.AS_SET, Favouring.AS_SET, 2);
        assertEquals(List.of("R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1"), audit.all());
        assertEquals(
                "limitKind=WEIGHT; ref=; smallest=1; highest=B; largest=2",
                audit.evidence(
                        "R11 CRITICAL UNEQUAL_CEILINGS SMALL/URBAN/1",
                        "limitKind",
                        "ref",
                        "smallest",
                        "highest",
                        "largest"));
    }

    /** Shops with room for 10, 20 and 40: the median is 20. All Sku ceilings add up to {@code toX} + 20. */
    private static Town menu(int toX) {
        return new Town()
                .shop("A", 10, 0)
                .shop("B", 50, 30)
                .shop("C", 40, 0)
                .suspendedShop("Suspended")
                .sku("X", SupplyStatus.SCARCE, 100)
                .sku("Y", SupplyStatus.SCARCE, 100)
                .skuCeiling(SizeClass.SMALL, "X", String.valueOf(toX))
                .skuCeiling(SizeClass.SMALL, "Y", "20");
    }

    @Test
    void skuCeilingsThatLeaveNoChoiceAreAWarning() {
        Audit audit = menu(39).shared().audit();
        assertEquals(List.of("R5 WARNING AGREEMENT_BY_SKU SMALL/URBAN/1"), audit.all());
        assertEquals(
                "sizeClass=SMALL; marketType=URBAN; interval=1; "
                        + "sumOfCeilings=59; medianHeadroom=20; headroomMultiple=3",
                audit.evidence("R5 WARNING AGREEMENT_BY_SKU SMALL/URBAN/1"));
    }

    @Test
    void exactlyThreeTimesTheMedianHeadroomIsNoFinding() {
        assertEquals(List.of(), menu(40).shared().audit().all());
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        Audit audit = menu(39).shop("D", 25, 0).shared().audit();
        assertEquals(
                "medianHeadroom=22.5", audit.evidence("R5 WARNING AGREEMENT_BY_SKU SMALL/URBAN/1", "medianHeadroom"));
        assertEquals(List.of(), menu(48).shop("D", 25, 0).shared().audit().all(), "68 are more than 67.5");
        assertEquals(1, menu(47).shop("D", 25, 0).shared().audit().all().size(), "67 are less");
    }

    @Test
    void thePolicySetsHowManyTimes() {
        assertEquals(
                List.of(),
                menu(30).alert("R5", "headroom_multiple", "2.5")
                        .shared()
                        .audit()
                        .all());
        assertEquals(
                List.of("R5 WARNING AGREEMENT_BY_SKU SMALL/URBAN/1"),
                menu(29).alert("R5", "headroom_multiple", "2.5")
                        .shared()
                        .audit()
                        .all());
    }

    @Test
    void oneSkuWithoutACeilingLeavesEveryChoice() {
        assertEquals(List.of(), menu(1).sku("Free", 100).shared().audit().all());
        assertEquals(
                List.of(),
                menu(1).sku("Open", SupplyStatus.OPEN, 100)
                        .skuCeiling(SizeClass.SMALL, "Open", "1")
                        .shared()
                        .audit()
                        .all());
    }
}
