package io.plimsoll.results;

import io.plimsoll.comparison.Comparison;
import io.plimsoll.comparison.Outcome;
import io.plimsoll.comparison.SameOrders;
import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.ReadProgress;
import io.plimsoll.files.RecordedGrants;
import io.plimsoll.files.RecordedLimits;
import io.plimsoll.files.RecordedRegister;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.rule.RuleText;
import io.plimsoll.text.CodePoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two results of the same orders, read and compared.
 *
 * @param head the cycle that both are of
 * @param otherInputs files of the input that differ between the two, sorted
 * @param otherRules folders of the rules that differ between the two, sorted
 * @param register whom and what both are about
 */
public record ResultComparison(
        CycleHead head,
        Side a,
        Side b,
        List<String> otherInputs,
        List<String> otherRules,
        RecordedRegister register,
        Comparison comparison) {

    /** Where these differ there are no lines to compare, or ties were broken by another draw. */
    private static final List<String> MUST_BE_ALIKE = List.of("orders.csv", "cycle.csv");

    /**
     * One of the two.
     *
     * @param policy version of the policy it was made under
     * @param engine version of the engine that made it
     * @param seal the digest that its run.json ends with
     */
    public record Side(String policy, String engine, String seal, RecordedLimits limits) {}

    /**
     * Reads and compares two results.
     *
     * @param outA folder of the first
     * @param outB folder of the second
     * @throws NotComparable when one of them was altered, or isn't of the same orders as the other
     * @throws IOException when one of them cannot be read
     */
    public static ResultComparison of(Path outA, Path outB, ReadProgress progress) throws NotComparable, IOException {
        RecordedResult a = RecordedResult.open(outA);
        RecordedResult b = RecordedResult.open(outB);
        List<String> otherInputs = otherInputs(a.record(), b.record());
        for (String file : MUST_BE_ALIKE) {
            if (otherInputs.contains(file)) {
                throw new NotComparable(Message.of("COMPARE_OTHER_ORDERS", "file", file));
            }
        }
        RecordedRegister register = a.register(progress);
        requireSameGroups(a, b, register, progress);
        RecordedLimits limitsA = a.limits(register, progress);
        RecordedLimits limitsB = b.limits(register, progress);
        RecordedGrants grantsA = a.grants(register, progress);
        RecordedGrants grantsB = b.grants(register, progress);
        if (!sameLines(grantsA.orders(), grantsB.orders())) {
            throw b.unusable(Message.of("COMPARE_OTHER_LINES", "file", ResultTable.GRANTS.fileName()));
        }
        Comparison comparison = Comparison.of(
                new SameOrders(grantsA.orders(), register.peers(), register.tiers()),
                new Outcome(grantsA.granted(), grantsA.bindings(), limitsA.skuCeilings()),
                new Outcome(grantsB.granted(), grantsB.bindings(), limitsB.skuCeilings()));
        return new ResultComparison(
                a.head(),
                side(a, limitsA),
                side(b, limitsB),
                otherInputs,
                otherRules(a.rules(), b.rules()),
                register,
                comparison);
    }

    private static Side side(RecordedResult result, RecordedLimits limits) {
        return new Side(result.policy(), result.engine(), result.record().seal(), limits);
    }

    private static List<String> otherInputs(RunRecord a, RunRecord b) {
        Set<String> files = new TreeSet<>(a.inputFiles());
        files.addAll(b.inputFiles());
        return files.stream()
                .filter(file -> !a.inputDigest(file).equals(b.inputDigest(file)))
                .toList();
    }

    private static List<String> otherRules(List<RuleText> a, List<RuleText> b) {
        Set<RuleText> ofA = new HashSet<>(a);
        Set<RuleText> ofB = new HashSet<>(b);
        return Stream.concat(
                        a.stream().filter(rule -> !ofB.contains(rule)),
                        b.stream().filter(rule -> !ofA.contains(rule)))
                .map(RuleText::folder)
                .distinct()
                .sorted(CodePoints.ORDER)
                .toList();
    }

    /** The status of a Sku may differ, since no group hangs on it. */
    private static void requireSameGroups(
            RecordedResult a, RecordedResult b, RecordedRegister register, ReadProgress progress) throws NotComparable {
        if (!sameTable(ResultTable.PEERS, a, b)) {
            throw new NotComparable(Message.of("COMPARE_OTHER_PEERS", "file", ResultTable.PEERS.fileName()));
        }
        if (!sameTable(ResultTable.TIERS, a, b)) {
            RecordedRegister other = b.register(progress);
            if (!other.skus().equals(register.skus()) || !Arrays.equals(other.tiers(), register.tiers())) {
                throw new NotComparable(Message.of("COMPARE_OTHER_TIERS", "file", ResultTable.TIERS.fileName()));
            }
        }
    }

    private static boolean sameTable(ResultTable table, RecordedResult a, RecordedResult b) {
        return a.record().outputDigest(table.fileName()).equals(b.record().outputDigest(table.fileName()));
    }

    private static boolean sameLines(Orders a, Orders b) {
        return Arrays.equals(a.firstLine(), b.firstLine())
                && Arrays.equals(a.rank(), b.rank())
                && Arrays.equals(a.sku(), b.sku())
                && Arrays.equals(a.demand(), b.demand());
    }

    /** How many Skus another quantity was released of. */
    public long skusReleasedOtherwise() {
        return IntStream.range(0, register.skus().size())
                .filter(sku -> !a.limits()
                        .released()
                        .get(sku)
                        .equals(b.limits().released().get(sku)))
                .count();
    }
}
