package io.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.RandomCycles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What our own rules and allocator make is lawful: an audit finds nothing in it but what was there before. */
class UnbrokenResultsTest {

    /** Of the register and of the policy, not of the grants. */
    private static final Set<String> THERE_BEFORE = Set.of("ABOVE_CEILING_BEFORE", "AGREEMENT_BY_SKU");

    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void anUnbrokenResultHasNothingForbiddenInItAndNothingLeftLying() {
        unbroken(1500, RandomCycles.SMALL);
        unbroken(1500, RandomCycles.TINY);
        unbroken(500, RandomCycles.VILLAGE);
        for (String code : THERE_BEFORE) {
            assertTrue(seen.getOrDefault(code, 0) >= 100, "what isn't the grants' fault is said: " + seen);
        }
    }

    private void unbroken(int cycles, RandomCycles.Size size) {
        for (int seed = 0; seed < cycles; seed++) {
            List<Finding> findings =
                    TamperedGrants.of(RandomCycles.cycle(seed, size)).honest().findings();
            for (Finding finding : findings) {
                assertTrue(THERE_BEFORE.contains(finding.code()), "seed " + seed + ": " + finding);
                seen.merge(finding.code(), 1, Integer::sum);
            }
        }
    }

    @Test
    void anAuditOfOurOwnGrantsSaysWhatTheRunSaid() {
        for (int seed = 0; seed < 200; seed++) {
            TamperedGrants untouched = TamperedGrants.of(RandomCycles.cycle(seed, RandomCycles.SMALL));
            assertEquals(untouched.honest().findings(), untouched.audit().findings(), "seed " + seed);
        }
    }
}
