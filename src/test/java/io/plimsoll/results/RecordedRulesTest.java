package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.drools.TestRules;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.RuleText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record's rules can be used to verify what they made, and are never a way to run somebody else's code. */
class RecordedRulesTest {

    private static final String WEIGHTS = "r34-published-weight";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static Path cycle;

    @BeforeAll
    static void writeCycle() throws Exception {
        cycle = SmallCycle.write(folder.resolve("cycle"));
    }

    @Test
    void aResultOfHonestOtherRulesIsVerifiedWithThoseAndStoppedAtWithOurs() throws Exception {
        List<RuleText> texts = withChanged("r02-float", drl -> drl.replace("100 +", "150 +"));
        RuleBook others = CompiledRules.of(texts);
        TestResult result = TestResult.write(cycle, folder.resolve("honest"), others);
        assertEquals(List.of(), result.differences(others));
        Verification withOurs = result.verify(TestRules.book());
        assertFalse(withOurs.sameRules());
        assertEquals(List.of(Message.of("RULE_DIFFERS", "folder", "r02-float")), withOurs.differences());
    }

    static Stream<Arguments> hostile() {
        Path marker = folder.resolve("marker");
        String fact = "import io.plimsoll.rule.fact.ClassWeight;\n";
        String when = "rule \"R34 x\" when $class : ClassWeight( $w : ( weight ) ) then ";
        String propose = "$class.propose(\"R34\", \"X\", $w); end\n";
        String write = "new java.io.FileWriter(\"" + marker + "\").close();";
        return Stream.of(
                Arguments.of("exit in the consequence", fact + when + "System.exit(3); " + propose),
                Arguments.of("a file written in the consequence", fact + when + write + propose),
                Arguments.of(
                        "a file written behind the proposal", fact + when + propose.replace("end", write + " end")),
                Arguments.of("eval", fact + when.replace("weight )", "weight ), eval(true)") + propose),
                Arguments.of("a static call", fact + when.replace("( weight )", "Integer.getInteger(\"x\")") + propose),
                Arguments.of("a method call", fact + when.replace("( weight )", "getClass()") + propose),
                Arguments.of("salience", fact + when.replace("when", "salience 9 when") + propose),
                Arguments.of("an import of all of Java", "import java.lang.*;\n" + fact + when + propose),
                Arguments.of("an import of one class", "import java.lang.Runtime;\n" + fact + when + propose),
                Arguments.of("a function", fact + "function void f() { " + write + " }\n" + when + propose),
                Arguments.of("a query", fact + "query \"q\" ClassWeight() end\n" + when + propose),
                Arguments.of("a global", fact + "global java.util.List list;\n" + when + propose),
                Arguments.of("another dialect", fact + when.replace("when", "dialect \"mvel\" when") + propose),
                Arguments.of("a text escape", fact + when + "\\u0053ystem.exit(3); " + propose),
                Arguments.of("a float", fact + when.replace("( weight )", "( weight * 0.1 )") + propose),
                Arguments.of(
                        "a literal of 10^30",
                        fact + when.replace("( weight )", "( weight * 1" + "0".repeat(30) + " )") + propose),
                Arguments.of("ten megabytes of text", fact + when + propose + "// " + "x".repeat(10 << 20)),
                Arguments.of(
                        "ten megabytes of parentheses",
                        fact + when.replace("( weight )", "(".repeat(10 << 20)) + propose),
                Arguments.of("ten thousand rules", fact + manyRules(10_000)));
    }

    private static String manyRules(int count) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < count; i++) {
            drl.append("rule \"R34 ")
                    .append(i)
                    .append("\" when $c : ClassWeight() then $c.propose(\"R34\", \"X\", 1); end\n");
        }
        return drl.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileTextIsRefusedByTheNameOfItsRuleAndNothingOfItRuns(String what, String drl) {
        RuleFailure refused = assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThrows(RuleFailure.class, () -> CompiledRules.of(recorded(what, WEIGHTS, drl)), what));
        assertTrue(refused.getMessage().startsWith(WEIGHTS + "/Rule.drl:"), refused.getMessage());
        assertTrue(refused.getMessage().length() < 500, "a message that fits a screen");
        assertFalse(Files.exists(folder.resolve("marker")));
    }

    @Test
    void aHostileFolderIsRefusedToo() {
        String drl = TestRules.book().texts().get(0).drl();
        for (String name :
                List.of("../../../etc", "r34-x/../../y", "", "r34-\u001B[2J", "r34-" + "x".repeat(1_000_000))) {
            RuleFailure refused =
                    assertThrows(RuleFailure.class, () -> CompiledRules.of(List.of(new RuleText(name, "R34", drl))));
            assertTrue(refused.getMessage().length() < 500, "a message that fits a screen");
        }
    }

    @Test
    void fourHundredFoldersOfFiftyRulesAreTooMany() {
        List<RuleText> texts = IntStream.range(0, 400)
                .mapToObj(i -> new RuleText(
                        "r34-n" + i,
                        "R34",
                        "import io.plimsoll.rule.fact.ClassWeight;\n"
                                + manyRules(50).replace("\"R34 ", "\"R34 " + i + " ")))
                .toList();
        assertTimeoutPreemptively(PATIENCE, () -> assertThrows(RuleFailure.class, () -> CompiledRules.of(texts)));
    }

    static Stream<Arguments> absurd() {
        return Stream.of(
                Arguments.of("a weight of nothing", "weight - weight"),
                Arguments.of("a weight below nothing", "0 - weight"),
                Arguments.of("a weight of 10^27", "weight * 1000000000 * 1000000000 * 1000000000"),
                Arguments.of("a division by zero", "weight / (weight - weight)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absurd")
    void anAbsurdWeightIsRefusedWithTheReason(String what, String share) throws Exception {
        String drl = weights().drl().replace("weight * interval", share);
        RuleBook rules = CompiledRules.of(List.of(new RuleText(WEIGHTS, "R34", drl)));
        RuleFailure failed =
                assertThrows(RuleFailure.class, () -> TestResult.write(cycle, folder.resolve("absurd"), rules), what);
        assertTrue(failed.getMessage().length() < 500, failed.getMessage());
        assertFalse(Files.exists(folder.resolve("absurd")));
    }

    /** Whatever the other rules propose is a ceiling, so the largest and the least number only mean "all" and "none". */
    @Test
    void absurdCeilingsAreCeilingsAllTheSame() throws Exception {
        String huge = "agreedTotal * 1000000000 * 1000000000 * 1000000000";
        List<RuleText> texts = new ArrayList<>(
                withChanged("r02-float", drl -> drl.replace("agreedTotal * (100 + floatPercent) / 100", huge)));
        texts.replaceAll(rule -> rule.folder().equals("r08-pacing")
                ? new RuleText(rule.folder(), rule.id(), rule.drl().replace("exempt", "( 0 - exempt )"))
                : rule);
        RuleBook rules = CompiledRules.of(texts);
        TestResult result = TestResult.write(cycle, folder.resolve("huge"), rules);
        assertEquals(List.of(), result.differences(rules));
    }

    @Test
    void aRecordThatLacksTheWeightsIsRefusedWithTheReason() {
        List<RuleText> texts = TestRules.book().texts().stream()
                .filter(rule -> rule.folder().equals("r35-only-active-shops"))
                .toList();
        RuleBook rules = CompiledRules.of(texts);
        RuleFailure failed =
                assertThrows(RuleFailure.class, () -> TestResult.write(cycle, folder.resolve("none"), rules));
        assertTrue(failed.getMessage().contains("weight"), failed.getMessage());
    }

    @Test
    void rulesThatOnlyOneSideHasAreNamedAndManyAreCounted() {
        RuleText ours = weights();
        RuleText theirs = new RuleText("r99-\u001B[2Jother", "R99", "");
        List<Message> differences = Verification.compareRules(List.of(theirs), List.of(ours));
        assertEquals(
                List.of(
                        Message.of("RULE_ONLY_RECORDED", "folder", "r99-\uFFFD[2Jother"),
                        Message.of("RULE_ONLY_OURS", "folder", WEIGHTS)),
                differences);
        List<RuleText> many = IntStream.range(0, 1000)
                .mapToObj(i -> new RuleText("r" + i, "R1", ""))
                .toList();
        assertEquals(21, Verification.compareRules(many, List.of()).size());
    }

    /** What a record with such a text would hand over to be compiled. */
    private static List<RuleText> recorded(String what, String name, String drl) throws RunRecord.NotARecord {
        if (what.startsWith("ten megabytes")) {
            return withChanged(name, own -> drl);
        }
        String json = withChanged(name, own -> drl).stream()
                .map(rule -> "{\"folder\":\"" + rule.folder() + "\",\"id\":\"" + rule.id() + "\",\"drl\":\""
                        + rule.drl().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}")
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();
        String record = "{\"engine\":\"0\",\"rules\":[" + json + "]}";
        return RunRecord.read(record.getBytes(StandardCharsets.UTF_8)).rules();
    }

    private static RuleText weights() {
        return TestRules.book().texts().stream()
                .filter(rule -> rule.folder().equals(WEIGHTS))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of this checkout, one of them changed. */
    private static List<RuleText> withChanged(String folder, UnaryOperator<String> change) {
        return TestRules.book().texts().stream()
                .map(rule -> rule.folder().equals(folder)
                        ? new RuleText(rule.folder(), rule.id(), change.apply(rule.drl()))
                        : rule)
                .toList();
    }
}
