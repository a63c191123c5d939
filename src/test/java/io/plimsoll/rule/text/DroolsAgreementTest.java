package io.plimsoll.rule.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.Proposal;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.AgreedQuota;
import io.plimsoll.rule.fact.Facts;
import io.plimsoll.rule.fact.RetailerStanding;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;

/** The rule engine compiles whatever the check lets through, and reckons it as one would on paper. */
class DroolsAgreementTest {

    private static KieBase floatRule;

    @BeforeAll
    static void compileOnce() {
        floatRule = Drools.compile(Texts.check(Texts.FLOAT));
    }

    @ParameterizedTest
    @CsvSource({"301, 7.5, 323.575", "300, 10, 330", "120, 8, 129.6", "5, 15, 5.75", "0.1, 0.2, 0.1002", "1E+2, 1, 101"
    })
    void theFloatIsExact(BigDecimal agreedTotal, BigDecimal floatPercent, BigDecimal expected) {
        AgreedQuota quota = quota(agreedTotal, floatPercent);
        Drools.ask(floatRule, quota);
        Proposal.Ceiling ceiling =
                (Proposal.Ceiling) quota.proposals().answers().get(0);
        assertEquals(0, expected.compareTo(ceiling.limit()), ceiling.toString());
        assertEquals("R2 PERIOD_CEILING", ceiling.rule() + " " + ceiling.code());
    }

    @Test
    void legalTextsCompile() {
        for (String drl : Texts.LEGAL) {
            CheckedRule checked = Texts.check(drl);
            Drools.compile(checked);
            Drools.compile(drl);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomRulesMeanOnPaperWhatTheyMeanToDrools(long seed) {
        RandomRules random = new RandomRules(new SplittableRandom(seed));
        CheckedRule rules = random.file(50);
        compareOnEveryKindOfFact(rules, Drools.compile(rules), random);
    }

    /** The build compiles texts as they were written, so that these must mean the same too. */
    @Test
    void blanksAndCommentsMeanNothingToDroolsEither() {
        SplittableRandom seed = new SplittableRandom(11);
        RandomRules random = new RandomRules(seed);
        CheckedRule rules = random.file(50);
        compareOnEveryKindOfFact(rules, Drools.compile(Texts.scattered(rules.canonical(), seed)), random);
    }

    private static void compareOnEveryKindOfFact(CheckedRule rules, KieBase compiled, RandomRules random) {
        int compared = 0;
        for (Class<? extends Fact> type : Facts.ALL) {
            for (int i = 0; i < 20; i++) {
                compared += agrees(rules, compiled, random.fact(type)) ? 1 : 0;
            }
        }
        assertTrue(compared > 200, "compared " + compared);
    }

    /** False when a rule divides by zero on this fact, so that there is nothing to compare. */
    private static boolean agrees(CheckedRule rules, KieBase compiled, Fact fact) {
        List<Proposal> expected = new ArrayList<>();
        try {
            rules.rules().stream()
                    .filter(rule -> rule.factType() == fact.getClass())
                    .forEach(rule -> OnPaper.answer(rules.id(), rule, fact).ifPresent(expected::add));
        } catch (ArithmeticException byZero) {
            return false;
        }
        Drools.ask(compiled, fact);
        assertEquals(OnPaper.plain(expected), OnPaper.plain(fact.proposals().answers()), () -> fact.toString());
        return true;
    }

    /** Drools hashes and sorts many conditions on one field: 1 and 1.0 must stay equal there. */
    @Test
    void manyRulesOnOneFieldAgreeToo() {
        List<DrlRule> rules = new ArrayList<>();
        Term.Field field = new Term.Field("agreedTotal", Kind.NUMBER);
        for (int i = 0; i < 48; i++) {
            Condition.Relation relation = Condition.Relation.values()[i % 6];
            Condition condition = new Condition.Comparison(field, relation, new Term.WholeNumber(i / 6));
            Answer answer = new Answer.BoundCeiling("C" + i, "$most");
            rules.add(new DrlRule(
                    "R2 rule " + i,
                    AgreedQuota.class,
                    "$quota",
                    List.of(condition, new Constraint.Binding("$most", field)),
                    answer));
        }
        CheckedRule checked = new CheckedRule("r02-many", "R2", rules);
        KieBase compiled = Drools.compile(checked);
        for (String total : List.of("0", "0.00", "1", "1.0", "3.0", "3.5", "0.7E+1", "-1")) {
            assertTrue(agrees(checked, compiled, quota(new BigDecimal(total), BigDecimal.ONE)));
        }
    }

    /** Drools' reader takes exponentially long over nested parentheses; what the check lets through must compile soon. */
    @Test
    void theDeepestTextsThatAreAcceptedCompileSoon() {
        int depth = Limits.NESTING - 1;
        String nested = "(agreedTotal - ".repeat(depth) + "floatPercent" + ")".repeat(depth);
        String condition = "agreedTotal > " + nested;
        String binding = "$most : ( agreedTotal - " + nested + " )";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Drools.compile(Texts.check(Texts.quota(condition, "$quota.propose(\"R2\", \"C\", 1);")));
            Drools.compile(Texts.check(Texts.quota(binding, "$quota.propose(\"R2\", \"C\", $most);")));
        });
    }

    @Test
    void divisionByZeroIsThrownNotSwallowed() {
        KieBase compiled = Drools.compile(Texts.check(
                Texts.quota("$most : ( agreedTotal / floatPercent )", "$quota.propose(\"R2\", \"C\", $most);")));
        AgreedQuota quota = quota(BigDecimal.TEN, BigDecimal.ZERO);
        assertThrows(RuntimeException.class, () -> Drools.ask(compiled, quota));
    }

    @Test
    void namesInAnyScriptCompileAndStayApart() {
        List<DrlRule> rules = new ArrayList<>();
        for (String name :
                List.of("a.b", "a,b", "a b", "a-b", "a:b", "a'b", "a(b)", "a  b", "总量上浮", "ab", "Ab", "𠀀", "قاعدة")) {
            Answer answer = new Answer.BoundCeiling("C" + rules.size(), "$most");
            rules.add(new DrlRule(
                    "R2 " + name,
                    AgreedQuota.class,
                    "$quota",
                    List.of(new Constraint.Binding("$most", new Term.Field("agreedTotal", Kind.NUMBER))),
                    answer));
        }
        CheckedRule checked = new CheckedRule("r02-names", "R2", rules);
        assertEquals(rules, Texts.check(checked.canonical()).rules());
        AgreedQuota quota = quota(BigDecimal.TEN, BigDecimal.ONE);
        Drools.ask(Drools.compile(checked), quota);
        assertEquals(rules.size(), quota.proposals().answers().size());
    }

    @Test
    void aFixedCeilingIsProposed() {
        RetailerStanding shop = new RetailerStanding("LARGE", "URBAN", "SUSPENDED", new Proposals());
        Drools.ask(Drools.compile(Texts.check(Texts.LEGAL.get(3))), shop);
        assertEquals(
                List.of(new Proposal.Ceiling("R2", "NOT_ACTIVE", BigDecimal.ZERO)),
                shop.proposals().answers());
    }

    private static AgreedQuota quota(BigDecimal agreedTotal, BigDecimal floatPercent) {
        return new AgreedQuota("LARGE", "URBAN", BigDecimal.ONE, agreedTotal, floatPercent, new Proposals());
    }
}
