package io.plimsoll.ceiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.RuleText;
import io.plimsoll.rule.fact.ClassWeight;
import io.plimsoll.rule.fact.RetailerStanding;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several ceilings on the same thing the smallest holds, whatever the rules are called that set them. */
class SmallestHoldsTest {

    /** The law book, and one more rule. */
    private record OneMoreRule(Consumer<Fact> rule) implements RuleBook {

        @Override
        public void ask(List<? extends Fact> facts) {
            TestRules.book().ask(facts);
            facts.forEach(rule);
        }

        @Override
        public List<RuleText> texts() {
            return TestRules.book().texts();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"R1", "R99"})
    void aWeightOfNothingIsRefusedWhateverTheRuleIsCalled(String id) {
        RuleBook rules = new OneMoreRule(fact -> {
            if (fact instanceof ClassWeight weight) {
                weight.propose(id, "NO_SHARE", 0);
            }
        });
        Cycle cycle = RandomCycles.cycle(1, RandomCycles.SMALL);
        RuleFailure failure = assertThrows(RuleFailure.class, () -> CeilingSetter.set(cycle, rules));
        assertTrue(failure.getMessage().contains("the weight of"), failure.getMessage());
    }

    @Test
    void aCeilingOnAllThatAShopIsGrantedInACycleIsTheReasonOfItsCuts() {
        RuleBook rules = new OneMoreRule(fact -> {
            if (fact instanceof RetailerStanding standing) {
                standing.propose("R99", "AT_MOST_TWO", 2);
            }
        });
        int standing = 0;
        for (int seed = 0; seed < 200; seed++) {
            Cycle cycle = RandomCycles.cycle(seed, RandomCycles.SMALL);
            CycleResult result = new CycleRun(rules, 1).allocate(cycle, part -> {});
            for (int r = 0; r < cycle.retailers().size(); r++) {
                int from = cycle.orders().firstLine()[r];
                int to = cycle.orders().firstLine()[r + 1];
                int granted =
                        Arrays.stream(result.sharing().granted(), from, to).sum();
                assertTrue(granted <= 2);
                for (int line = from; line < to; line++) {
                    if (result.bindings()[line] == Binding.STANDING) {
                        assertEquals(2, granted);
                        standing++;
                    }
                }
            }
            assertEquals(
                    0,
                    result.findings().stream()
                            .filter(finding -> finding.code().equals("ABOVE_STANDING"))
                            .count());
        }
        assertTrue(standing > 100, "lines cut by it: " + standing);
    }
}
