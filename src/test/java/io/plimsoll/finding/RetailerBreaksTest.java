package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleText;
import io.plimsoll.rule.fact.RetailerStanding;
import io.plimsoll.run.CycleRun;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breaks of what limits a retailer's whole order: totals, pace, its own limit, tiers, its standing. */
class RetailerBreaksTest {

    /** A shop that wants a hundred of X, of which there is more than enough. */
    private static Town wanting(Town town, String shop) {
        return town.sku("X", 1000).order(shop, "X", 100);
    }

    /** P = floor(40 x 1.15) = 46, of which 6 are gone. */
    private static Town fortyLeft() {
        return wanting(new Town().shop("A", 40, 6).floating(SizeClass.SMALL, "15"), "A");
    }

    @Test
    void oneCartonAboveThePeriodCeilingIsNamed() {
        TamperedGrants grants = fortyLeft().shared();
        assertEquals(40, grants.granted("A", "X"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("A", "X", 41).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_AGREED_TOTAL A"), audit.all(), "nobody is paced here");
        assertEquals(
                "limitKind=AGREED_TOTAL; retailer=A; sizeClass=SMALL; marketType=URBAN; tier=; limit=40; granted=41",
                audit.evidence("D19 CRITICAL ABOVE_AGREED_TOTAL A"));
    }

    @Test
    void aCartonThatWasNotOrderedCountsTowardsThePeriodCeilingToo() {
        Audit audit = fortyLeft().sku("Y", 10).shared().grant("A", "Y", 1).audit();
        assertEquals(
                List.of("D19 CRITICAL ABOVE_AGREED_TOTAL A", "R17 CRITICAL GRANT_WITHOUT_ORDER A / Y"), audit.all());
    }

    @Test
    void oneCartonAboveThePaceIsNamedAndIsNotYetAboveThePeriodCeiling() {
        Town town = wanting(new Town().shop("A", 100, 0).paced("0.3", "0.5", 20), "A");
        TamperedGrants grants = town.shared();
        assertEquals(32, grants.granted("A", "X"), "floor(100 x 1.3 / 4)");
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("A", "X", 33).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_PACE A"), audit.all());
        assertEquals(
                "limitKind=PACING; limit=32; granted=33",
                audit.evidence("D19 CRITICAL ABOVE_PACE A", "limitKind", "limit", "granted"));
    }

    @Test
    void aPaceThatIsNoTighterThanThePeriodIsNotNamedBesideIt() {
        Town town = wanting(new Town().shop("A", 20, 0).paced("0.3", "0.5", 20), "A");
        assertEquals(List.of(), town.shared().audit().all());
        assertEquals(
                List.of("D19 CRITICAL ABOVE_AGREED_TOTAL A"),
                town.shared().grant("A", "X", 21).audit().all());
    }

    @Test
    void oneCartonMoreThanTheRetailerWantedAtMostIsNamed() {
        TamperedGrants grants =
                wanting(new Town().shop("A"), "A").atMost("A", 7).shared();
        assertEquals(7, grants.granted("A", "X"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("A", "X", 8).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_AT_MOST A"), audit.all());
        assertEquals(
                "limitKind=AT_MOST; limit=7; granted=8",
                audit.evidence("D19 CRITICAL ABOVE_AT_MOST A", "limitKind", "limit", "granted"));
    }

    @Test
    void atMostNothingIsALimitToo() {
        TamperedGrants grants =
                wanting(new Town().shop("A"), "A").atMost("A", 0).shared();
        assertEquals(List.of(), grants.audit().all());
        assertEquals(
                List.of("D19 CRITICAL ABOVE_AT_MOST A"),
                grants.grant("A", "X", 1).audit().all());
    }

    @Test
    void oneCartonAboveATierCeilingIsNamedOverAllItsLines() {
        TamperedGrants grants = new Town()
                .shop("A")
                .tierCeiling(SizeClass.SMALL, BrandTier.TIER_1, "10")
                .sku("X", 100)
                .sku("Y", 100)
                .sku("Open", SupplyStatus.OPEN, 100)
                .order("A", "Open", 50)
                .order("A", "X", 6)
                .order("A", "Y", 6)
                .shared();
        assertEquals(4, grants.granted("A", "Y"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("A", "Y", 5).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_TIER_CEILING A"), audit.all());
        assertEquals(
                "limitKind=TIER_CEILING; tier=TIER_1; limit=10; granted=11",
                audit.evidence("D19 CRITICAL ABOVE_TIER_CEILING A", "limitKind", "tier", "limit", "granted"));
    }

    @Test
    void everyPeerAboveItsTotalIsNamedNotOnlyTheWorst() {
        Town town = fortyLeft().shop("B", 10, 0).order("B", "X", 100);
        Audit audit = town.shared().grant("A", "X", 99).grant("B", "X", 12).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_AGREED_TOTAL A", "D19 CRITICAL ABOVE_AGREED_TOTAL B"), audit.all());
    }

    @Test
    void aGrantToASuspendedShopIsNamed() {
        TamperedGrants grants = wanting(new Town().suspendedShop("S"), "S").shared();
        assertEquals(0, grants.granted("S", "X"));
        assertEquals(List.of(), grants.audit().all());
        Audit audit = grants.grant("S", "X", 1).audit();
        assertEquals(List.of("R35 CRITICAL GRANT_TO_INACTIVE S"), audit.all());
        assertEquals("retailer=S; status=SUSPENDED; granted=1", audit.evidence("R35 CRITICAL GRANT_TO_INACTIVE S"));
    }

    @Test
    void everySuspendedShopIsNamedAlsoOneWithoutAnOrder() {
        Town town = wanting(new Town().suspendedShop("S").suspendedShop("T"), "S");
        Audit audit = town.shared().grant("S", "X", 5).grant("T", "X", 1).audit();
        assertEquals(
                List.of(
                        "R17 CRITICAL GRANT_WITHOUT_ORDER T / X",
                        "R35 CRITICAL GRANT_TO_INACTIVE S",
                        "R35 CRITICAL GRANT_TO_INACTIVE T"),
                audit.all());
    }

    @Test
    void aGrantPastAStandingOfNothingIsNamedForAnActiveShopToo() {
        Cycle cycle = wanting(new Town().shop("A"), "A").cycle();
        CycleRun run = new CycleRun(new NobodyStands(TestRules.book()), 1);
        assertEquals(List.of(), new Audit(run.allocate(cycle, part -> {}).findings()).all());
        Audit audit = new Audit(run.audit(cycle, GrantsOnTrial.own(new int[] {1}), part -> {}));
        assertEquals(List.of("D19 CRITICAL ABOVE_STANDING A"), audit.all());
        assertEquals("limit=0; granted=1", audit.evidence("D19 CRITICAL ABOVE_STANDING A", "limit", "granted"));
    }

    /** The law book with one rule more: nobody may be granted anything in this cycle. */
    private record NobodyStands(RuleBook lawBook) implements RuleBook {
        @Override
        public void ask(List<? extends Fact> facts) {
            lawBook.ask(facts);
            facts.stream()
                    .filter(RetailerStanding.class::isInstance)
                    .map(RetailerStanding.class::cast)
                    .forEach(shop -> shop.propose("R99", "NOBODY", 0));
        }

        @Override
        public List<RuleText> texts() {
            return lawBook.texts();
        }
    }

    @Test
    void whoWasGrantedMoreThanItsCeilingBeforeIsPointedOutAndGetsNothing() {
        Town town = wanting(new Town().shop("A", 40, 47).floating(SizeClass.SMALL, "15"), "A");
        TamperedGrants grants = town.shared();
        assertEquals(0, grants.granted("A", "X"));
        assertEquals(
                List.of("R2 WARNING ABOVE_CEILING_BEFORE A"), grants.audit().all());
        assertEquals(
                "retailer=A; periodCeiling=46; grantedInPeriod=47",
                grants.audit().evidence("R2 WARNING ABOVE_CEILING_BEFORE A"));
        Audit audit = grants.grant("A", "X", 1).audit();
        assertEquals(List.of("D19 CRITICAL ABOVE_AGREED_TOTAL A"), audit.critical());
        assertEquals("limit=0", audit.evidence("D19 CRITICAL ABOVE_AGREED_TOTAL A", "limit"));
    }

    @Test
    void whoWasGrantedExactlyItsCeilingBeforeIsNotPointedOut() {
        Town town = wanting(new Town().shop("A", 40, 46).floating(SizeClass.SMALL, "15"), "A");
        assertEquals(List.of(), town.shared().audit().all());
    }

    @Test
    void everyoneGrantedTooMuchBeforeIsPointedOutNotOnlyTheWorst() {
        Town town = new Town().shop("A", 40, 41).shop("B", 40, 90).shop("C", 40, 40);
        assertEquals(
                List.of("R2 WARNING ABOVE_CEILING_BEFORE A", "R2 WARNING ABOVE_CEILING_BEFORE B"),
                town.shared().audit().all());
    }
}
