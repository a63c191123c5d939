package io.plimsoll.rule.text;

import static io.plimsoll.rule.text.Texts.check;
import static io.plimsoll.rule.text.Texts.quota;
import static io.plimsoll.rule.text.Texts.refused;
import static io.plimsoll.rule.text.Texts.where;
import static io.plimsoll.rule.text.Texts.whereGrant;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleText;
import io.plimsoll.rule.fact.AgreedQuota;
import io.plimsoll.rule.fact.Facts;
import io.plimsoll.rule.fact.PeriodPace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule may say. What it may not say is in {@link HostileTextsTest}. */
class RuleTextCheckTest {

    @ParameterizedTest
    @FieldSource("io.plimsoll.rule.text.Texts#LEGAL")
    void legalTextsAreUnderstood(String drl) {
        CheckedRule checked = check(drl);
        assertEquals(checked, check(checked.canonical()));
        assertEquals(checked.canonical(), check(checked.canonical()).canonical());
    }

    @Test
    void aWellWrittenTextIsItsOwnRendering() {
        assertEquals(Texts.FLOAT, check(Texts.FLOAT).canonical());
    }

    @Test
    void tellsWhatIsProposedAndOnWhichFacts() {
        CheckedRule checked = check(Texts.LEGAL.get(1));
        assertEquals(Set.of("ALL_OF_IT", "PACED_FROM_THE_START"), checked.codes());
        assertEquals(Set.of(AgreedQuota.class, PeriodPace.class), checked.factTypes());
        assertEquals(
                Map.of("ALL_OF_IT", AgreedQuota.class, "PACED_FROM_THE_START", PeriodPace.class), checked.factTypeOf());
        assertEquals("r02-float", checked.folder());
        assertEquals("R2", checked.id());
    }

    @Test
    void layoutAndCommentsMeanNothing() {
        String scattered = Texts.FLOAT.replace("\n", "\r\n\t// 说明 end rule\r\n").replace(" ", "  /* salience 1 */ ");
        String name = "R2 The agreed total floats upward by size class";
        String restored = scattered.replace(name.replace(" ", "  /* salience 1 */ "), name);
        assertEquals(check(Texts.FLOAT), check(restored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agreedTotal > 0",
                "agreedTotal == 2147483647",
                "(agreedTotal) >= 0",
                "agreedTotal < floatPercent",
                "agreedTotal * 2 <= (floatPercent * 3)",
                "(agreedTotal - 1) * 2 != 4",
                "agreedTotal / 100 * floatPercent > 1",
                "agreedTotal > ((20 * floatPercent + 1) / 8)",
                "sizeClass == \"LARGE\"",
                "sizeClass == (\"LARGE\")",
                "sizeClass != \"\"",
                "sizeClass == \"end\"",
                "sizeClass == \"a -b_C9\"",
                "sizeClass != marketType",
                "sizeClass == \"LARGE\" && agreedTotal > 1 || floatPercent == 10",
                "sizeClass == \"LARGE\" && (agreedTotal > 1 || floatPercent == 10)",
                "!(agreedTotal > 1)",
                "!(!(agreedTotal > 1))",
                "!(agreedTotal > 1 && agreedTotal < 5), interval == 2, interval == 2",
            })
    void conditionsCompareFields(String constraints) {
        CheckedRule checked = check(where(constraints));
        assertEquals(checked, check(checked.canonical()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known",
                "!known",
                "!(known)",
                "known == true",
                "known != false",
                "known == ordered",
                "!(!known)",
                "(known || !ordered) && granted > 1",
            })
    void aFlagMayStandAlone(String constraints) {
        CheckedRule checked = check(whereGrant(constraints));
        assertEquals(checked, check(checked.canonical()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreedTotal",
                "(agreedTotal)",
                "( agreedTotal + 1 )",
                "( agreedTotal * 95 / 100 )",
                "( 100 - floatPercent )",
                "( 0 - agreedTotal )",
                "( 100 / floatPercent )",
                "( agreedTotal / 3 )",
                "( agreedTotal * floatPercent / (interval + 1) )",
                "( (agreedTotal - 1 - (floatPercent - 1)) / 7 )",
            })
    void aVariableNamesAFieldOrACalculation(String value) {
        String drl = quota("$most : " + value, "$quota.propose(\"R2\", \"C\", $most);");
        assertEquals(check(drl), check(check(drl).canonical()));
    }

    @ParameterizedTest
    @CsvSource({
        "a - b - c, a - b - c",
        "(a - b) - c, a - b - c",
        "a - (b - c), a - (b - c)",
        "a / (b * 2), a / (b * 2)",
        "a * b / 2, a * b / 2",
        "a * (b / 2), a * (b / 2)",
        "(a * b) + c, a * b + c",
        "a * (b + c), a * (b + c)",
        "(a + b) * (c), (a + b) * c",
        "a + (b * c), a + b * c",
        "((a)) + ((b)), a + b",
    })
    void parenthesesStandWhereTheyMatter(String written, String rendered) {
        String drl = quota("$most : (" + named(written) + ")", "$quota.propose(\"R2\", \"C\", $most);");
        String canonical = check(drl).canonical();
        assertTrue(canonical.contains("( $most : ( " + named(rendered) + " ) )"), canonical);
    }

    private static String named(String expression) {
        return expression
                .replaceAll("\\ba\\b", "agreedTotal")
                .replaceAll("\\bb\\b", "floatPercent")
                .replaceAll("\\bc\\b", "interval");
    }

    @ParameterizedTest
    @CsvSource({
        "agreedTotal > 1 && (interval > 1 && floatPercent > 1), agreedTotal > 1 && interval > 1 && floatPercent > 1",
        "(agreedTotal > 1 && interval > 1) || floatPercent > 1, agreedTotal > 1 && interval > 1 || floatPercent > 1",
        "agreedTotal > 1 && (interval > 1 || floatPercent > 1), agreedTotal > 1 && (interval > 1 || floatPercent > 1)",
        "!((agreedTotal > 1)), !(agreedTotal > 1)",
    })
    void conditionsAreRenderedWithTheSameMeaning(String written, String rendered) {
        String canonical = check(where(written)).canonical();
        assertTrue(canonical.contains("( " + rendered + " )"), canonical);
    }

    @Test
    void everyFieldOfEveryFactCanBeComparedAndIsNoForbiddenWord() {
        for (Class<? extends Fact> type : Facts.ALL) {
            FactFields fields = FactFields.named(type.getSimpleName()).orElseThrow();
            fields.kinds().keySet().forEach(field -> {
                assertTrue(Words.reasonAgainst(field).isEmpty(), field);
                String answer =
                        io.plimsoll.rule.CeilingFact.class.isAssignableFrom(type) ? "\"C\", 1" : "\"INFO\", \"C\"";
                String drl = "import " + type.getName() + ";\nrule \"R2 x\" when $f : " + type.getSimpleName() + "("
                        + field + " == " + field + ") then $f.propose(\"R2\", " + answer + "); end";
                assertDoesNotThrow(() -> check(drl));
            });
        }
    }

    @Test
    void sizesUpToTheLimitsAreAllowed() {
        String nested = "(".repeat(Limits.NESTING) + "agreedTotal > 1" + ")".repeat(Limits.NESTING);
        assertDoesNotThrow(() -> check(where(nested)));
        String fifty = "agreedTotal > 1" + " && agreedTotal > 1".repeat(Limits.PATTERN_TOKENS / 4 - 1);
        assertDoesNotThrow(() -> check(where(fifty)));
        refused(where(fifty + " && agreedTotal > 1"), "at most 200");
        assertDoesNotThrow(() -> check(rules(Limits.RULES_IN_A_FILE)));
        refused(rules(Limits.RULES_IN_A_FILE + 1), "at most 50");
        String longName = "R2 " + "n".repeat(Limits.RULE_NAME_LENGTH - 3);
        assertDoesNotThrow(() -> check(where("").replace("R2 x", longName)));
        refused(where("").replace("R2 x", longName + "n"), "longer than 200");
        String padded = where("") + " ".repeat(Limits.CHARACTERS - where("").length());
        assertDoesNotThrow(() -> check(padded));
        refused(padded + " ", "65537 characters");
    }

    private static String rules(int count) {
        StringBuilder drl = new StringBuilder("import io.plimsoll.rule.fact.AgreedQuota;\n");
        for (int i = 0; i < count; i++) {
            drl.append(where("").replaceAll("import.*\n", "").replace("R2 x", "R2 x" + i));
        }
        return drl.toString();
    }

    @Test
    void aTextThatGrowsPastTheLimitWhenRenderedIsRefused() {
        StringBuilder drl = new StringBuilder("import io.plimsoll.rule.fact.AgreedQuota;");
        String conditions = "sizeClass==\"LARGE\"" + "||sizeClass==\"LARGE\"".repeat(49);
        for (int i = 0; i < Limits.RULES_IN_A_FILE; i++) {
            drl.append("rule\"R2 ").append("n".repeat(180)).append(i).append("\"when$q:AgreedQuota(");
            drl.append(conditions).append(")then$q.propose(\"R2\",\"C\",1);end ");
        }
        assertTrue(drl.length() < Limits.CHARACTERS, () -> "" + drl.length());
        refused(drl.toString(), "when written with blanks");
    }

    @Test
    void saysWhereTheOffenderStands() {
        RuleTextRefused refused = refused(
                "import io.plimsoll.rule.fact.AgreedQuota;\n\n/* 中\n𠀀 */ rule \"R2 x\" salience 10 when\n",
                "salience");
        assertEquals(4, refused.line());
        assertEquals(18, refused.column());
        assertEquals("salience", refused.found());
        assertTrue(
                refused.getMessage()
                        .startsWith("r02-float/Rule.drl:4:18: salience is not allowed: rules have no order"),
                refused.getMessage());
    }

    @Test
    void theCallNamesTheRuleItStandsIn() {
        refused(Texts.FLOAT.replace("propose(\"R2\"", "propose(\"R3\""), "\"R3\" is not the id of this rule, \"R2\"");
        refused(Texts.FLOAT.replace("rule \"R2 ", "rule \"R22 "), "R22");
        refused(Texts.FLOAT.replace("rule \"R2 ", "rule \""), "does not begin with R2");
    }

    @Test
    void oneCodeBelongsToOneKindOfFact() {
        refused(Texts.LEGAL.get(1).replace("ALL_OF_IT", "PACED_FROM_THE_START"), "PACED_FROM_THE_START is proposed on");
    }

    @ParameterizedTest
    @CsvSource({
        "r02-float, R2, ''",
        "r02-, R2, r02-",
        "r2-float, R2, begin with r02-",
        "r02_float, R2, r02_float",
        "r02float, R2, begin with r02-",
        "R02-float, R2, R02-float",
        "r02-float, R02, R02",
        "r02-float, r2, the id r2",
        "r02-float, X2, X2",
        "r02-float, D2, begin with d02-",
        "r02--float, R2, r02--float",
        "../r02-float, R2, ../r02-float",
        "r02-float/x, R2, r02-float/x",
        "r100-float, R100, ''",
        "r10-float, R100, begin with r100-",
        "d19-float, D19, ''",
        "'', R2, the folder",
        "r02-float, '', the id",
    })
    void aFolderIsNamedAfterItsRule(String folder, String id, String named) {
        String drl = Texts.FLOAT.replace("R2", id.isEmpty() ? "R2" : id);
        if (named.isEmpty()) {
            assertEquals(
                    folder, RuleTextCheck.check(new RuleText(folder, id, drl)).folder());
            return;
        }
        RuleTextRefused refused =
                assertThrows(RuleTextRefused.class, () -> RuleTextCheck.check(new RuleText(folder, id, drl)));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }

    @Test
    void aVeryLongFolderOrIdIsCutInTheMessage() {
        for (RuleText text : List.of(
                new RuleText("r02-" + "x".repeat(1_000_000), "R2", ""),
                new RuleText("r02-x", "R" + "1".repeat(1_000_000), ""),
                new RuleText("r02-\u202e\n", "R2", ""))) {
            RuleTextRefused refused = assertThrows(RuleTextRefused.class, () -> RuleTextCheck.check(text));
            assertTrue(refused.getMessage().length() < 500, refused.getMessage());
            assertTrue(refused.getMessage().chars().noneMatch(Character::isISOControl), refused.getMessage());
        }
    }

    @Test
    void aRuleBookIsReadInTheOrderOfItsFolders() {
        List<RuleText> texts = new ArrayList<>(List.of(text("r02-a", "a"), text("r02-b", "b"), text("r02-c", "c")));
        Collections.reverse(texts);
        assertEquals(
                List.of("r02-a", "r02-b", "r02-c"),
                RuleTextCheck.checkAll(texts).stream().map(CheckedRule::folder).toList());
        assertEquals(List.of(), RuleTextCheck.checkAll(List.of()));
    }

    @Test
    void aRuleBookHasNoFolderAndNoNameTwice() {
        assertRefused(List.of(text("r02-a", "a"), text("r02-a", "b")), "two folders r02-a");
        assertRefused(List.of(text("r02-b", "a"), text("r02-a", "a")), "\"R2 a\" is used in r02-a already");
        assertRefused(Collections.nCopies(Limits.FILES + 1, text("r02-a", "a")), "501 files");
    }

    private static RuleText text(String folder, String name) {
        return new RuleText(folder, "R2", where("").replace("R2 x", "R2 " + name));
    }

    private static void assertRefused(List<RuleText> texts, String named) {
        RuleTextRefused refused = assertThrows(RuleTextRefused.class, () -> RuleTextCheck.checkAll(texts));
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }
}
