package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Breaks of how supply is shared: more than there is, supply left lying, a carton held by one who comes later. */
class ShareBreaksTest {

    /** The worked example of allocation.md: A and B of weight 1, C of weight 2; seven cartons come to 2, 2, 3. */
    private static Town workedExample() {
        return wantedByThree().sku("X", 7);
    }

    private static Town wantedByThree() {
        return new Town()
                .shop("A")
                .shop("B", SizeClass.MEDIUM)
                .shop("C", SizeClass.LARGE)
                .order("A", "X", 10)
                .order("B", "X", 2)
                .order("C", "X", 10);
    }

    /** Seven are released, floor(0.95 x 8.4), of the supply there is. */
    private static Town tight(OptionalLong supply) {
        Sku held = new Sku("X", "B", BrandTier.TIER_4, SupplyStatus.NORMAL, supply, Optional.of(new BigDecimal("8.4")));
        return wantedByThree().sku(held).tightBalance(BrandTier.TIER_4, "0.95");
    }

    @Test
    void theWorkedExampleIsNoFinding() {
        TamperedGrants grants = workedExample().shared();
        assertEquals(3, grants.granted("C", "X"));
        assertEquals(List.of(), grants.audit().all());
    }

    @Test
    void oneCartonMoreThanThereIsIsNamed() {
        Audit audit = workedExample().shared().grant("C", "X", 4).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SUPPLY X"), audit.all());
        assertEquals(
                "limitKind=SUPPLY; sku=X; tier=TIER_1; limit=7; granted=8",
                audit.evidence("D19 CRITICAL ABOVE_SUPPLY X"));
    }

    @Test
    void cartonsThatNobodyOrderedAreCountedAgainstTheSupplyToo() {
        Audit audit = workedExample().shared().grant("Nobody", "X", 1).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SUPPLY X", "R17 CRITICAL GRANT_TO_UNKNOWN Nobody / X"), audit.all());
    }

    @Test
    void oneCartonMoreThanTightBalanceReleasesIsNamedThoughThereIsEnough() {
        TamperedGrants grants = tight(OptionalLong.of(9)).shared();
        assertEquals(3, grants.granted("C", "X"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("C", "X", 4).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_TIGHT_BALANCE X"), audit.all());
        assertEquals(
                "limitKind=TIGHT_BALANCE; limit=7; granted=8",
                audit.evidence("D19 CRITICAL ABOVE_TIGHT_BALANCE X", "limitKind", "limit", "granted"));
    }

    @Test
    void tightBalanceIsNamedWhereSupplyIsUnlimitedAndBesideASupplyThatIsExceeded() {
        assertEquals(
                List.of("D19 CRITICAL ABOVE_TIGHT_BALANCE X"),
                tight(OptionalLong.empty()).shared().grant("C", "X", 4).audit().all());
        assertEquals(
                List.of("D19 CRITICAL ABOVE_SUPPLY X", "D19 CRITICAL ABOVE_TIGHT_BALANCE X"),
                tight(OptionalLong.of(8)).shared().grant("C", "X", 5).audit().all());
    }

    @Test
    void aReleaseThatIsNoSmallerThanTheSupplyIsNotNamedBesideIt() {
        Audit audit = tight(OptionalLong.of(7)).shared().grant("C", "X", 4).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SUPPLY X"), audit.all());
    }

    @Test
    void aCartonMovedFromTheSmallerKeyToTheLargerIsNamed() {
        TamperedGrants grants = new Town()
                .shop("A")
                .shop("C", SizeClass.LARGE)
                .sku("X", 5)
                .order("A", "X", 10)
                .order("C", "X", 10)
                .shared();
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("A", "X", 1).grant("C", "X", 4).audit();
        assertEquals(List.of("R34 CRITICAL JUSTIFIED_ENVY A / X"), audit.all(), "3/2 comes before 7/4");
        assertEquals(
                "wanter=A; wanterGranted=1; wanterWeight=1; holder=C; holderGranted=4; holderWeight=2",
                audit.evidence(
                        "R34 CRITICAL JUSTIFIED_ENVY A / X",
                        "wanter",
                        "wanterGranted",
                        "wanterWeight",
                        "holder",
                        "holderGranted",
                        "holderWeight"));
    }

    @Test
    void everybodyWhoComesBeforeTheNewHolderIsNamed() {
        Audit audit =
                workedExample().shared().grant("B", "X", 1).grant("A", "X", 3).audit();
        assertEquals(
                List.of("R34 CRITICAL JUSTIFIED_ENVY B / X", "R34 CRITICAL JUSTIFIED_ENVY C / X"),
                audit.all(),
                "B's 3/2 and C's 7/4 come before A's 5/2");
    }

    @Test
    void everyHolderWhoComesAfterAWanterIsNamed() {
        TamperedGrants grants = wantedByThree()
                .shop("D")
                .order("D", "X", 10)
                .sku("X", 9)
                .shared()
                .grant("A", "X", 3)
                .grant("B", "X", 0)
                .grant("C", "X", 3)
                .grant("D", "X", 3);
        Audit audit = grants.audit();
        for (String holder : List.of("A", "C", "D")) {
            assertTrue(audit.has("R34 CRITICAL JUSTIFIED_ENVY B / X", Map.of("holder", holder)), audit.toString());
        }
    }

    @Test
    void aCartonGivenAgainstThePublishedDrawIsNamed() {
        TamperedGrants grants = new Town()
                .shop("A")
                .shop("B")
                .sku("X", 3)
                .order("A", "X", 5)
                .order("B", "X", 5)
                .shared();
        assertEquals(List.of(), grants.audit().all());
        String drawn = grants.granted("A", "X") == 2 ? "A" : "B";
        String other = drawn.equals("A") ? "B" : "A";
        Audit audit = grants.grant(drawn, "X", 1).grant(other, "X", 2).audit();
        assertEquals(List.of("R34 CRITICAL JUSTIFIED_ENVY " + drawn + " / X"), audit.all());
        assertEquals(
                "holder=" + other + "; wanterDrawnFirst=true",
                audit.evidence("R34 CRITICAL JUSTIFIED_ENVY " + drawn + " / X", "wanterDrawnFirst", "holder"));
    }

    @Test
    void supplyLeftLyingWhileSomebodyIsShortIsAWarning() {
        Audit audit = workedExample().shared().grant("A", "X", 1).audit();
        assertEquals(List.of("R10 WARNING SUPPLY_LEFT X"), audit.all());
        assertEquals(
                "sku=X; released=7; granted=6; wanter=A; wanterDemand=10; wanterGranted=1; others=1",
                audit.evidence("R10 WARNING SUPPLY_LEFT X"));
    }

    @Test
    void supplyLeftWhenEverybodyHasWhatHeWantsIsNoFinding() {
        assertEquals(List.of(), wantedByThree().sku("X", 23).shared().audit().all());
        assertEquals(List.of(), wantedByThree().sku("X", 22).shared().audit().all());
    }

    @Test
    void unlimitedSupplyIsLeftLyingToo() {
        Sku unlimited =
                new Sku("X", "B", BrandTier.TIER_1, SupplyStatus.NORMAL, OptionalLong.empty(), Optional.empty());
        Audit audit = wantedByThree().sku(unlimited).shared().grant("A", "X", 8).audit();
        assertEquals(List.of("R10 WARNING SUPPLY_LEFT X"), audit.all());
        assertEquals("released=22; granted=20", audit.evidence("R10 WARNING SUPPLY_LEFT X", "released", "granted"));
    }

    /** A wants X more than Y and has room for five cartons; B would take everything. */
    private static Town ranked(int supplyOfX) {
        return new Town()
                .shop("A", 5, 0)
                .shop("B")
                .sku("X", supplyOfX)
                .sku("Y", 100)
                .sku("Z", 100)
                .order("A", "X", 5)
                .order("A", "Y", 5)
                .order("B", "X", 50);
    }

    @Test
    void aRetailersRoomSpentOnWhatItWantsLessIsSupplyLeftLying() {
        TamperedGrants grants = ranked(100).shared();
        assertEquals(List.of(), grants.audit().all(), "nothing is left for Y, and that is A's own choice");
        assertEquals(
                List.of("R10 WARNING SUPPLY_LEFT X"),
                grants.grant("A", "X", 4).grant("A", "Y", 1).audit().all());
    }

    @Test
    void aRetailerWhoseRoomIsSpentOnLowerRanksStillComesBeforeTheNewHolder() {
        TamperedGrants grants = ranked(4).shared();
        assertEquals(2, grants.granted("A", "X"));
        assertEquals(3, grants.granted("A", "Y"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit =
                grants.grant("A", "X", 1).grant("A", "Y", 4).grant("B", "X", 3).audit();
        assertEquals(List.of("R34 CRITICAL JUSTIFIED_ENVY A / X"), audit.all());
    }

    @Test
    void roomSpentOnWhatWasNotOrderedHidesNeitherWasteNorEnvy() {
        assertEquals(
                List.of(
                        "R10 WARNING SUPPLY_LEFT X",
                        "R10 WARNING SUPPLY_LEFT Y",
                        "R17 CRITICAL GRANT_WITHOUT_ORDER A / Z"),
                ranked(100)
                        .shared()
                        .grant("A", "X", 4)
                        .grant("A", "Z", 1)
                        .audit()
                        .all(),
                "the room that Z took is there for X, and for Y behind it");
        TamperedGrants moved =
                ranked(4).shared().grant("A", "X", 1).grant("A", "Z", 1).grant("B", "X", 3);
        assertEquals(
                List.of("R17 CRITICAL GRANT_WITHOUT_ORDER A / Z", "R34 CRITICAL JUSTIFIED_ENVY A / X"),
                moved.audit().critical());
    }
}
