package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll explain}, from the shell. */
class ExplainIT {

    @TempDir
    private static Path place;

    private static Path cycle;
    private static Path result;

    private static int copies;

    @BeforeAll
    static void allocate() throws Exception {
        cycle = withAName(CycleCopy.county(place.resolve("county")));
        result = place.resolve("result");
        PlimsollJar.run("allocate", cycle, "--out", result).exits(ExitCode.DONE);
    }

    /** The register has a name for TE-03, with a tab in it; the other Skus go by their brands. */
    private static Path withAName(Path county) throws Exception {
        List<String> rows = Files.readAllLines(county.resolve("skus.csv"));
        rows.replaceAll(
                row -> row + (row.startsWith("sku,") ? ",name" : row.startsWith("TE-03") ? ",\"Red\tOne\"" : ","));
        Files.write(county.resolve("skus.csv"), rows);
        return county;
    }

    private static PlimsollJar.Run explain(Path folder, Path out, Object... more) throws Exception {
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = "explain";
        arguments[1] = folder;
        arguments[2] = out;
        System.arraycopy(more, 0, arguments, 3, more.length);
        return PlimsollJar.run(arguments);
    }

    private static void assertHolds(String whole, String... parts) {
        for (String part : parts) {
            assertTrue(whole.contains(part), () -> part + "\nis not in\n" + whole);
        }
    }

    @Test
    void aWholeOrderIsATableAndThenEveryCutInWords() throws Exception {
        PlimsollJar.Run run =
                explain(cycle, result, "--retailer", "L620623", "--lang", "en").exits(ExitCode.DONE);
        assertHolds(
                run.out(),
                "L620623 惠民超市 90: a small rural shop that orders every cycle\nCycle 2026-11-w3, number 3 of 4 in 2026-11. Every"
                        + " ceiling is that of release policy county-2026-11@",
                "rank    Sku            demand  granted  why not more\n  1     FE-01 Ferry         4        4\n"
                        + "  2     LT-01 Lantern       8        2  the ceiling of its class on this Sku\n",
                "left    ceiling  rule  why\n  45         86  R2    The ceiling for the period is",
                "\nThe agreed total is neither an order nor a target",
                "\n\nLT-01 Lantern, rank 2: you asked for 8 and received 2.\n",
                "\n\nTE-01 Terrace, rank 15: you asked for 1 and received none.\n",
                "\n\nWhat short Skus could not give you freed room for 3 in your order.\n",
                "\n\nWith room for one more carton in your order, you would have received 1 of TE-01 Terrace");
        assertTrue(run.err().contains("sharing again, with one more carton"), "progress stands beside the output");
        assertTrue(!run.out().contains("sharing again"));
        assertHolds(run.out(), "\n\nTE-03 Red\uFFFDOne, rank 10: you asked for 3 and received 1.\n");
    }

    @Test
    void oneLineHasEveryCeilingWithItsRuleInChineseToo() throws Exception {
        PlimsollJar.Run run = explain(cycle, result, "--retailer", "L620623", "--sku", "TE-03", "--lang", "zh")
                .exits(ExitCode.DONE);
        assertHolds(
                run.out(),
                "L620623 惠民超市 90：乡村小型零售户，每个周期订货一次\n",
                "  10    TE-03 Red\uFFFDOne       3       1  货源不足\n",
                "\n\nTE-03 Red\uFFFDOne，第 10 顺位：您的需求量是 3 条，订货量是 1 条。\n",
                "\n留下      上限  规则  为什么\n  1        152  -     这个规格本周期现有 152 条。\n  2          2  R5    ",
                "\n  -     权重 1  R34   ",
                "商定总量不是订单，也不是任务");
        assertEquals(-1, run.out().indexOf("LT-01"), "only what was asked about");
    }

    @Test
    void whoHasNothingToExplainIsToldSo() throws Exception {
        PlimsollJar.Run noOrder =
                explain(cycle, result, "--retailer", "L620749", "--lang", "en").exits(ExitCode.DONE);
        assertHolds(
                noOrder.out(),
                "orders every second cycle\n",
                "You sent no order in this cycle.",
                "It costs you nothing");
        PlimsollJar.Run suspended =
                explain(cycle, result, "--retailer", "L620287", "--lang", "zh").exits(ExitCode.DONE);
        assertHolds(suspended.out(), "零售户本周期不可供货\n", "您的店本周期不能供货。R35：零售户状态为停供");
        PlimsollJar.Run notOrdered = explain(cycle, result, "--retailer", "L620035", "--sku", "GR-04", "--lang", "en")
                .exits(ExitCode.DONE);
        assertHolds(notOrdered.out(), "You did not order GR-04 Granite in this cycle.");
    }

    @Test
    void namesThatTheCycleDoesNotKnowAreBadInput() throws Exception {
        PlimsollJar.Run retailer =
                explain(cycle, result, "--retailer", "l620623", "--lang", "en").exits(ExitCode.BAD_INPUT);
        assertEquals("", retailer.out());
        assertHolds(retailer.err(), "\"l620623\" is no retailer of this cycle. Expected: a retailer of retailers.csv");
        assertTrue(!retailer.err().contains("sharing"), "nothing was recomputed for nobody");
        PlimsollJar.Run sku = explain(cycle, result, "--retailer", "L620623", "--sku", "TE-\u001B3", "--lang", "zh")
                .exits(ExitCode.BAD_INPUT);
        assertHolds(sku.err(), "本周期没有规格“TE-\uFFFD3”。");
    }

    @Test
    void grantsThatWereAlteredAreNotExplained() throws Exception {
        Path copy = copyOf(result);
        CycleCopy.altered(copy, "grants.csv", "L620623,10,TE-03,3,1,SUPPLY", "L620623,10,TE-03,3,2,SUPPLY");
        PlimsollJar.Run run =
                explain(cycle, copy, "--retailer", "L620623", "--lang", "en").exits(ExitCode.CRITICAL);
        assertEquals("", run.out());
        String error = run.err().lines().reduce((first, last) -> last).orElse("");
        assertTrue(
                error.startsWith(
                        copy + " is not what " + cycle + " comes to, so nothing is explained. grants.csv, line"),
                error);
        assertTrue(error.contains("column granted: 2 stands there, 1 was recomputed."), error);
    }

    @Test
    void aResultOfAnotherCycleOrNoneAtAllIsNotExplained() throws Exception {
        Path other = CycleCopy.altered(copyOf(cycle), "orders.csv", "L620000,7,HB-03,2\n", "L620000,7,HB-03,3\n");
        PlimsollJar.Run run =
                explain(other, result, "--retailer", "L620623", "--lang", "en").exits(ExitCode.CRITICAL);
        assertHolds(
                run.err(), "nothing is explained. orders.csv of the input has other content than the run record says.");
        Path withoutRecord = copyOf(result);
        Files.delete(withoutRecord.resolve("run.json"));
        PlimsollJar.Run gone = explain(cycle, withoutRecord, "--retailer", "L620623", "--lang", "en")
                .exits(ExitCode.CRITICAL);
        assertHolds(
                gone.err(),
                withoutRecord + " is not what " + cycle + " comes to, so nothing is explained. run.json is");
        assertEquals(1, gone.err().lines().count());
    }

    @Test
    void aResultOfOtherRulesIsExplainedByThoseAndTheReaderIsTold() throws Exception {
        Path others = resultOfOtherRules();
        PlimsollJar.Run ours =
                explain(cycle, others, "--retailer", "L620623", "--lang", "en").exits(ExitCode.CRITICAL);
        assertEquals("", ours.out());
        assertHolds(ours.err(), "Rule r02-float of the run record has another text", "Maybe --recorded-rules");
        PlimsollJar.Run theirs = explain(cycle, others, "--retailer", "L620623", "--recorded-rules", "--lang", "en")
                .exits(ExitCode.DONE);
        assertTrue(
                theirs.out()
                        .startsWith("Rule r02-float of the run record has another text than this build's.\nThese are"
                                + " the recorded rules, and not this build's"),
                theirs.out());
        assertHolds(theirs.out(), "123  R2    The ceiling for the period is");
    }

    /** As if R2 had let totals float by half as much again. */
    private static Path resultOfOtherRules() throws Exception {
        List<RuleText> texts = LawBook.read(Path.of("rules")).texts().stream()
                .map(rule -> rule.folder().equals("r02-float")
                        ? new RuleText(rule.folder(), rule.id(), rule.drl().replace("(100 +", "(150 +"))
                        : rule)
                .toList();
        RuleBook rules = CompiledRules.of(texts);
        CycleInput input = CycleFolder.read(cycle);
        Path out = Files.createDirectories(place.resolve("other-rules"));
        ResultWriter.writeRun(out, input, new CycleRun(rules, 1).allocate(input.cycle(), part -> {}), rules.texts());
        return out;
    }

    @Test
    void oneMoreCartonIsWhatAllocatingTheCycleWithOneMoreGives() throws Exception {
        PlimsollJar.Run run = explain(cycle, result, "--retailer", "L620119", "--sku", "TE-03", "--lang", "en")
                .exits(ExitCode.DONE);
        assertHolds(
                run.out(),
                "One more carton of TE-03 Red\uFFFDOne would have been yours: 4 instead of 3.\nNobody else's");
        Path more = CycleCopy.altered(
                copyOf(cycle), "skus.csv", "TE-03,Terrace,TIER_3,SCARCE,152", "TE-03,Terrace,TIER_3,SCARCE,153");
        Path out = place.resolve("one-more");
        PlimsollJar.run("allocate", more, "--out", out).exits(ExitCode.DONE);
        List<String> changed = Files.readAllLines(out.resolve("grants.csv"));
        changed.removeAll(Files.readAllLines(result.resolve("grants.csv")));
        assertEquals(List.of("L620119,6,TE-03,13,4,SUPPLY"), changed);
    }

    private static Path copyOf(Path folder) throws Exception {
        return CycleCopy.of(folder, place.resolve("copy-" + copies++));
    }
}
