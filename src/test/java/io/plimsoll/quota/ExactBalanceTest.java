package io.plimsoll.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On small territories the proposal is measured against an exact solver (OR-tools) that knows nothing of how it was made. */
class ExactBalanceTest {

    private static final int SHARE_PERCENT = 30;

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    /** The problem as integer programming: one change for all that are equal. */
    private static final class Exact {

        private final MPSolver solver = MPSolver.createSolver("SCIP");
        private final MPObjective objective = solver.objective();
        private final List<MPVariable> changed = new ArrayList<>();
        private final List<MPVariable> outside = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();

        Exact(List<BalanceShop> shops) {
            MPConstraint sum = solver.makeConstraint(0, 0);
            Map<List<Object>, List<BalanceShop>> equals = new LinkedHashMap<>();
            for (BalanceShop shop : shops) {
                List<Object> likeness = List.of(shop.peers(), shop.total(), shop.demand(), shop.leastTotal());
                equals.computeIfAbsent(likeness, first -> new ArrayList<>()).add(shop);
            }
            equals.values().forEach(group -> add(group, sum));
        }

        private void add(List<BalanceShop> group, MPConstraint sum) {
            BalanceShop shop = group.get(0);
            int size = group.size();
            long share = shop.total() * (long) SHARE_PERCENT / 100;
            double most = Math.max(0, Math.min(share, shop.demand() - shop.total()));
            double least = -Math.max(
                    0, Math.min(share, Math.min(shop.total() - shop.demand(), shop.total() - shop.leastTotal())));
            MPVariable change = solver.makeIntVar(least, most, "");
            MPVariable isChanged = solver.makeBoolVar("");
            MPVariable out = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
            sum.setCoefficient(change, size);
            MPConstraint above = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
            above.setCoefficient(change, 1);
            above.setCoefficient(isChanged, -most);
            MPConstraint below = solver.makeConstraint(0, Double.POSITIVE_INFINITY);
            below.setCoefficient(change, 1);
            below.setCoefficient(isChanged, -least);
            double low = Math.ceil(0.8 * shop.demand() - 1e-9);
            double high = Math.floor(1.25 * shop.demand() + 1e-9);
            MPConstraint tooMuch = solver.makeConstraint(shop.total() - high, Double.POSITIVE_INFINITY);
            tooMuch.setCoefficient(out, 1);
            tooMuch.setCoefficient(change, -1);
            MPConstraint tooLittle = solver.makeConstraint(low - shop.total(), Double.POSITIVE_INFINITY);
            tooLittle.setCoefficient(out, 1);
            tooLittle.setCoefficient(change, 1);
            changed.add(isChanged);
            outside.add(out);
            sizes.add(size);
        }

        long leastOutside() {
            weigh(outside);
            return minimum();
        }

        long fewestChanges(long outsideAtMost) {
            MPConstraint misfit = solver.makeConstraint(Double.NEGATIVE_INFINITY, outsideAtMost + 1e-6);
            for (int i = 0; i < outside.size(); i++) {
                misfit.setCoefficient(outside.get(i), sizes.get(i));
            }
            weigh(changed);
            return minimum();
        }

        private void weigh(List<MPVariable> variables) {
            objective.clear();
            for (int i = 0; i < variables.size(); i++) {
                objective.setCoefficient(variables.get(i), sizes.get(i));
            }
            objective.setMinimization();
        }

        private long minimum() {
            assertEquals(MPSolver.ResultStatus.OPTIMAL, solver.solve());
            return Math.round(objective.value());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void needsTheFewestChangesForTheLeastMisfit(int part) {
        Balance balance = new Balance(FitBand.USUAL, SHARE_PERCENT);
        int withChanges = 0;
        for (int seed = part * 1000; seed < part * 1000 + 60; seed++) {
            List<BalanceShop> shops = BalanceTest.random(3 + seed % 12, seed);
            Balance.Plan plan = balance.plan(shops);
            long exactOutside = new Exact(shops).leastOutside();
            assertEquals(exactOutside, plan.outsideAfter(), "misfit left, seed " + seed);
            long exactChanges = new Exact(shops).fewestChanges(plan.outsideAfter());
            assertTrue(
                    plan.changes().size() <= exactChanges + 1,
                    plan.changes().size() + " changes, exactly " + exactChanges + ", seed " + seed);
            withChanges += plan.changes().isEmpty() ? 0 : 1;
        }
        assertTrue(withChanges > 40, "territories in which something was to be done: " + withChanges);
    }
}
