package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.PlainAudit;
import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.finding.RandomBreaks.Damage;
import io.plimsoll.finding.RandomBreaks.Kind;
import io.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Good results of random cycles, broken at random: every break is found and named, and what is found is exactly what a
 * look at every line, retailer and pair finds. Every test says how often each kind of break was put to the test.
 */
class RandomBreaksTest {

    /** Many shops, so that many are peers. */
    private static final RandomCycles.Size CROWD = new RandomCycles.Size(80, 6, 20, true);

    private static final Kind[] KINDS = Kind.values();

    private final Map<Kind, Integer> tried = new EnumMap<>(Kind.class);

    @Test
    void oneBreakIsNamedAndNothingForbiddenIsFoundThatHasNothingToDoWithIt() {
        for (int seed = 0; seed < 7500; seed++) {
            TamperedGrants grants =
                    grants(seed, seed / KINDS.length % 3 == 0 ? RandomCycles.VILLAGE : RandomCycles.SMALL);
            RandomBreaks breaks = new RandomBreaks(grants, random(seed));
            Optional<Damage> damage = breaks.apply(KINDS[seed % KINDS.length]);
            if (damage.isPresent()) {
                Audit audit = grants.audit();
                requireNamed(damage.get(), audit, seed);
                requireOnlyAbout(damage.get(), audit, grants, seed);
                requireWhatPlainLookingFinds(breaks, grants, audit, seed);
                tried.merge(damage.get().kind(), 1, Integer::sum);
            }
        }
        triedAtLeast(70);
    }

    @Test
    void ofSeveralBreaksEveryOneIsNamed() {
        for (int seed = 0; seed < 2000; seed++) {
            TamperedGrants grants = grants(seed, RandomCycles.VILLAGE);
            Random random = random(seed);
            RandomBreaks breaks = new RandomBreaks(grants, random);
            List<Damage> damages = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                breaks.apply(KINDS[random.nextInt(KINDS.length)]).ifPresent(damages::add);
            }
            requireAllNamed(damages, breaks, grants, seed);
        }
        triedAtLeast(70);
    }

    @Test
    void ofManyBreaksOfOneKindAmongPeersEveryOneIsNamed() {
        Map<Kind, Integer> cellsShared = new EnumMap<>(Kind.class);
        for (int seed = 0; seed < 1500; seed++) {
            Kind kind = KINDS[seed % KINDS.length];
            TamperedGrants grants = grants(seed, CROWD);
            RandomBreaks breaks = new RandomBreaks(grants, random(seed));
            List<Damage> damages = new ArrayList<>();
            Map<String, Integer> inCell = new HashMap<>();
            for (Optional<Damage> next = breaks.apply(kind); next.isPresent(); next = breaks.apply(kind)) {
                damages.add(next.get());
                inCell.merge(cell(next.get(), grants), 1, Integer::sum);
            }
            requireAllNamed(damages, breaks, grants, seed);
            int shared =
                    (int) inCell.values().stream().filter(times -> times > 1).count();
            cellsShared.merge(kind, shared, Integer::sum);
        }
        for (Kind kind : List.of(
                Kind.ABOVE_DEMAND,
                Kind.ABOVE_SKU_CEILING,
                Kind.BLOCKED_SKU,
                Kind.ABOVE_TIER_CEILING,
                Kind.ABOVE_AGREED_TOTAL,
                Kind.ABOVE_PACE,
                Kind.ABOVE_AT_MOST,
                Kind.GRANT_TO_INACTIVE,
                Kind.DEMAND_ALTERED)) {
            assertTrue(cellsShared.get(kind) >= 10, "several breaks of the same peers: " + cellsShared);
        }
    }

    /** Where the judge looks at the worst first: peers and a Sku for what limits a line, else the peers or all. */
    private static String cell(Damage damage, TamperedGrants grants) {
        if (damage.retailer() == GrantsOnTrial.UNKNOWN) {
            return "unknown";
        }
        String peers = grants.cycle().retailers().get(damage.retailer()).peers().toString();
        return switch (damage.kind()) {
            case ABOVE_DEMAND, ABOVE_SKU_CEILING, BLOCKED_SKU -> peers + damage.sku();
            case ABOVE_TIER_CEILING -> peers + damage.evidence().get("tier");
            case GRANT_TO_INACTIVE, DEMAND_ALTERED -> "all";
            default -> peers;
        };
    }

    /** Neighbouring seeds of java.util.Random begin alike; the factor spreads them. */
    private static Random random(int seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static TamperedGrants grants(int seed, RandomCycles.Size size) {
        TamperedGrants grants = TamperedGrants.of(RandomCycles.cycle(seed, size));
        assertEquals(List.of(), new Audit(grants.honest().findings()).critical(), "before any break, seed " + seed);
        return grants;
    }

    private void requireAllNamed(List<Damage> damages, RandomBreaks breaks, TamperedGrants grants, int seed) {
        Audit audit = grants.audit();
        for (Damage damage : damages) {
            requireNamed(damage, audit, seed);
            tried.merge(damage.kind(), 1, Integer::sum);
        }
        requireWhatPlainLookingFinds(breaks, grants, audit, seed);
    }

    private static void requireNamed(Damage damage, Audit audit, int seed) {
        if (!audit.has(damage.words(), damage.evidence())) {
            throw new AssertionError("seed " + seed + ": not found: " + damage + " among " + audit.findings());
        }
    }

    /** A grant too many or too few also tells on others, but only on the same Sku or the same shop. */
    private static void requireOnlyAbout(Damage damage, Audit audit, TamperedGrants grants, int seed) {
        Set<String> broken = new HashSet<>();
        broken.add(grants.cycle().skus().get(damage.sku()).key());
        if (damage.retailer() != GrantsOnTrial.UNKNOWN) {
            broken.add(grants.cycle().retailers().get(damage.retailer()).key());
        }
        for (Finding finding : audit.findings()) {
            boolean about = Audit.words(finding).equals(damage.words())
                    || finding.evidence().values().stream().anyMatch(broken::contains);
            if (finding.severity() == Severity.CRITICAL && !about) {
                throw new AssertionError("seed " + seed + ": " + damage + " doesn't explain " + finding);
            }
        }
    }

    private static void requireWhatPlainLookingFinds(
            RandomBreaks breaks, TamperedGrants grants, Audit audit, int seed) {
        assertEquals(PlainAudit.of(breaks.ceilings(), grants.onTrial()), audit.plainly(), "seed " + seed);
    }

    private void triedAtLeast(int times) {
        for (Kind kind : KINDS) {
            assertTrue(tried.getOrDefault(kind, 0) >= times, kind + " too seldom: " + tried);
        }
    }
}
