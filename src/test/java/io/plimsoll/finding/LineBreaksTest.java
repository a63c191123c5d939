package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.SupplyStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks of what limits a single line: the order, the demand, the Sku ceiling. One carton too many is named. */
class LineBreaksTest {

    /** A and B are peers; everybody gets what was ordered. */
    private static Town plenty() {
        return new Town()
                .shop("A")
                .shop("B")
                .shop("Idle")
                .sku("X", 100)
                .sku("Y", 100)
                .order("A", "X", 5)
                .order("B", "X", 3);
    }

    /** A wants ten of X, whose class ceiling is four. */
    private static Town limited(SupplyStatus status, String ceiling) {
        return new Town()
                .shop("A")
                .floating(SizeClass.SMALL, "15")
                .sku("X", status, 100)
                .order("A", "X", 10)
                .skuCeiling(SizeClass.SMALL, "X", ceiling);
    }

    @Test
    void demandMetToTheCartonIsNoFinding() {
        assertEquals(List.of(), plenty().shared().audit().all());
    }

    @Test
    void oneCartonMoreThanReportedIsNamed() {
        Audit audit = plenty().shared().grant("A", "X", 6).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_DEMAND A / X"), audit.all());
        assertEquals(
                "limitKind=DEMAND; retailer=A; sizeClass=SMALL; marketType=URBAN; sku=X; limit=5; granted=6",
                audit.evidence("D19 CRITICAL ABOVE_DEMAND A / X"));
    }

    @Test
    void everyPeerAboveItsDemandIsNamedNotOnlyTheWorst() {
        Audit audit = plenty().shared().grant("A", "X", 6).grant("B", "X", 9).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_DEMAND A / X", "D19 CRITICAL ABOVE_DEMAND B / X"), audit.all());
    }

    @Test
    void aGrantOnALineThatAskedForNothingIsAboveDemand() {
        Town town = plenty().order("A", "Y", 0);
        assertEquals(List.of(), town.shared().audit().all());
        Audit audit = town.shared().grant("A", "Y", 1).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_DEMAND A / Y"), audit.all());
    }

    @Test
    void oneCartonAboveAScarceCeilingIsNamed() {
        TamperedGrants grants = limited(SupplyStatus.SCARCE, "4").shared();
        assertEquals(4, grants.granted("A", "X"));
        assertEquals(List.of(), grants.audit().critical());
        Audit audit = grants.grant("A", "X", 5).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SKU_CEILING A / X"), audit.critical());
        assertEquals(
                "limitKind=SKU_CEILING; limit=4; granted=5",
                audit.evidence("D19 CRITICAL ABOVE_SKU_CEILING A / X", "limit", "granted", "limitKind"));
    }

    @Test
    void theCeilingOfANormalSkuIsBrokenOnlyBeyondItsFloat() {
        TamperedGrants grants = limited(SupplyStatus.NORMAL, "7").shared();
        assertEquals(8, grants.granted("A", "X"), "floor(7 x 1.15)");
        assertEquals(List.of(), grants.audit().critical());
        Audit audit = grants.grant("A", "X", 9).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SKU_CEILING A / X"), audit.critical());
        assertEquals("limit=8", audit.evidence("D19 CRITICAL ABOVE_SKU_CEILING A / X", "limit"));
    }

    @Test
    void anOpenSkuHasNoCeilingToBreak() {
        TamperedGrants grants = limited(SupplyStatus.OPEN, "4").shared();
        assertEquals(10, grants.granted("A", "X"));
        assertEquals(List.of(), grants.audit().all());
    }

    @Test
    void aSingleCartonOfABlockedSkuIsNamed() {
        TamperedGrants grants = limited(SupplyStatus.SCARCE, "0").shared();
        assertEquals(0, grants.granted("A", "X"));
        assertEquals(List.of(), grants.audit().critical());
        Audit audit = grants.grant("A", "X", 1).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_SKU_CEILING A / X"), audit.critical());
        assertEquals("limit=0", audit.evidence("D19 CRITICAL ABOVE_SKU_CEILING A / X", "limit"));
    }

    @Test
    void demandStatedHigherOrLowerThanReportedIsNamed() {
        for (int stated : new int[] {0, 4, 6}) {
            Audit audit = plenty().shared().state("A", "X", stated).audit();
            assertEquals(List.of("R14 CRITICAL DEMAND_ALTERED A / X"), audit.all());
            assertEquals(
                    "retailer=A; sku=X; reported=5; recorded=" + stated,
                    audit.evidence("R14 CRITICAL DEMAND_ALTERED A / X"));
        }
    }

    @Test
    void demandThatIsStatedForOneWhoReportedNoneIsNamed() {
        Audit audit = plenty().shared()
                .addStray(new GrantsOnTrial.Stray("A", "Y", 0, 1, 0, 55))
                .audit();
        assertEquals(List.of("R14 CRITICAL DEMAND_ALTERED A / Y"), audit.all());
        assertEquals("retailer=A; sku=Y; reported=0; recorded=55", audit.evidence("R14 CRITICAL DEMAND_ALTERED A / Y"));
    }

    @Test
    void everyAlteredDemandIsNamedNotOnlyTheWorst() {
        Audit audit = plenty().shared().state("A", "X", 6).state("B", "X", 300).audit();
        assertEquals(List.of("R14 CRITICAL DEMAND_ALTERED A / X", "R14 CRITICAL DEMAND_ALTERED B / X"), audit.all());
    }

    @Test
    void demandStatedAsReportedIsNoFinding() {
        assertEquals(
                List.of(),
                plenty().shared().state("A", "X", 5).state("B", "X", 3).audit().all());
    }

    @Test
    void aGrantToAShopWithoutAnOrderIsNamed() {
        Audit audit = plenty().shared().grant("Idle", "X", 1).audit();
        assertEquals(List.of("R17 CRITICAL GRANT_WITHOUT_ORDER Idle / X"), audit.all());
        assertEquals(
                "retailer=Idle; sku=X; known=true; ordered=false; granted=1",
                audit.evidence("R17 CRITICAL GRANT_WITHOUT_ORDER Idle / X"));
    }

    @Test
    void aGrantOfASkuThatTheShopDidNotOrderIsNamed() {
        Audit audit = plenty().shared().grant("A", "Y", 2).audit();
        assertEquals(List.of("R17 CRITICAL GRANT_WITHOUT_ORDER A / Y"), audit.all());
        assertEquals(
                "ordered=true; granted=2",
                audit.evidence("R17 CRITICAL GRANT_WITHOUT_ORDER A / Y", "ordered", "granted"));
    }

    @Test
    void everyGrantToWhomOrOfWhatTheRegisterDoesNotHoldIsNamed() {
        Audit audit = plenty().shared()
                .grant("Nobody", "X", 1)
                .grant("A", "Nothing", 2)
                .grant("Nobody", "Nothing", 3)
                .audit();
        assertEquals(
                List.of(
                        "R17 CRITICAL GRANT_TO_UNKNOWN A / Nothing",
                        "R17 CRITICAL GRANT_TO_UNKNOWN Nobody / Nothing",
                        "R17 CRITICAL GRANT_TO_UNKNOWN Nobody / X"),
                audit.all());
        assertEquals(
                "known=false; granted=2",
                audit.evidence("R17 CRITICAL GRANT_TO_UNKNOWN A / Nothing", "known", "granted"));
    }
}
