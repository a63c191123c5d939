package io.plimsoll.rule.text;

import static io.plimsoll.rule.text.Texts.FLOAT;
import static io.plimsoll.rule.text.Texts.quota;
import static io.plimsoll.rule.text.Texts.refused;
import static io.plimsoll.rule.text.Texts.where;
import static io.plimsoll.rule.text.Texts.whereGrant;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is no rule is refused, and the message names the offender. */
class HostileTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 100",
                "Salience 100",
                "agenda-group \"a\"",
                "activation-group \"a\"",
                "ruleflow-group \"a\"",
                "no-loop",
                "no-loop true",
                "lock-on-active true",
                "auto-focus true",
                "enabled false",
                "dialect \"mvel\"",
                "duration 10",
                "timer (cron: 0 0 * * * ?)",
                "calendars \"weekday\"",
                "date-effective \"1-Jan-2020\"",
                "date-expires \"1-Jan-2020\"",
                "extends \"R1\"",
                "@Propagation(IMMEDIATE)",
                "attributes salience 1",
            })
    void rulesHaveNoAttributes(String attribute) {
        String named = attribute.startsWith("@") ? "@" : attribute.split(" ")[0];
        refused(FLOAT.replace("\nwhen", "\n    " + attribute + "\nwhen"), named + " is not allowed: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package io.plimsoll;|package",
                "unit Quotas;|unit",
                "import java.lang.System;|java.lang.System",
                "import java.util.*;|java.util.*",
                "import io.plimsoll.rule.fact.*;|io.plimsoll.rule.fact.*",
                "import io.plimsoll.rule.fact.Facts;|io.plimsoll.rule.fact.Facts",
                "import io.plimsoll.rule.fact.PeriodPaceX;|io.plimsoll.rule.fact.PeriodPaceX",
                "import io.plimsoll.rule.Proposals;|io.plimsoll.rule.Proposals",
                "import io.plimsoll.rule.CeilingFact|io.plimsoll.rule.CeilingFact",
                "import AgreedQuota;|AgreedQuota",
                "import io.plimsoll.rule.fact.AgreedQuota.Inner;|io.plimsoll.rule.fact.AgreedQuota.Inner",
                "import io.plimsoll.rule.fact.PeriodPace;|PeriodPace is imported and never used",
                "import io.plimsoll.rule.fact.AgreedQuota;|imported twice",
                "import static java.lang.Runtime.getRuntime;|import static",
                "import function java.lang.System.exit;|import function",
                "import accumulate java.lang.System f;|import accumulate",
                "import \"java.lang.System\";|\"java.lang.System\"",
                "import ;|;",
                "import io.;|;",
                "global java.util.List list;|global",
                "function void f() { System.exit(0); }|function",
                "query \"q\" AgreedQuota() end|query",
                "declare Quota agreedTotal : int end|declare",
                "declare window W AgreedQuota() end|declare",
                "declare entry-point \"e\" end|declare",
                "template header|template",
                "dialect \"mvel\"|dialect",
                "@Once|@",
                "System.exit(0);|System.exit",
                ";|;",
            })
    void nothingButFactTypesComesBeforeTheRules(String line, String named) {
        refused(line + "\n" + FLOAT, named);
        if (!line.startsWith("import")) {
            refused(FLOAT.replaceFirst("\n", "\n" + line + "\n"), named);
            refused(FLOAT + line, named);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eval(true)|eval",
                "eval ( System.exit(0) )|eval",
                "this == this|this",
                "this.agreedTotal > 1|this",
                "null == agreedTotal|null",
                "agreedTotal == null|null",
                "sizeClass.length() > 3|sizeClass.length",
                "sizeClass.length > 3|sizeClass.length",
                "getRetailer() == \"A\"|getRetailer",
                "System.exit(0) == 1|System.exit",
                "Runtime.getRuntime().exec(\"x\") != \"\"|Runtime.getRuntime",
                "java.lang.System.exit(0) == 1|java.lang.System.exit",
                "T(java.lang.System) == 1|T",
                "new String() == sizeClass|new",
                "NEW String() == sizeClass|NEW",
                "agreedTotal == new java.math.BigDecimal(1)|new",
                "sizeClass matches \"a.*\"|matches",
                "sizeClass not matches \"a\"|not",
                "sizeClass contains \"a\"|contains",
                "sizeClass memberOf $list|memberOf",
                "sizeClass soundslike \"a\"|soundslike",
                "sizeClass str[startsWith] \"a\"|str",
                "sizeClass in (\"a\", \"b\")|in",
                "sizeClass instanceof String|instanceof",
                "(String) sizeClass == \"a\"|found sizeClass",
                "sizeClass#String == \"a\"|#",
                "sizeClass!.length == 1|!.",
                "sizeClass[0] == \"a\"|[",
                "agreedTotal = 1|=",
                "agreedTotal == 1 ? true : false|?",
                "agreedTotal++ > 1|++",
                "--agreedTotal > 1|--",
                "agreedTotal += 1|+=",
                "agreedTotal & 1 == 1|&",
                "agreedTotal ^ 1 == 1|^",
                "agreedTotal << 1 == 1|<<",
                "~agreedTotal == 1|~",
                "agreedTotal % 2 == 1|%",
                "x -> true|->",
                "agreedTotal -> true|->",
                "AgreedQuota::new|::",
                "agreedTotal :: interval|::",
                "agreedTotal > 1 and interval > 1|and",
                "agreedTotal > 1 or interval > 1|or",
                "not agreedTotal > 1|not",
                "agreedTotal (> 1)|agreedTotal is not allowed",
                "agreedTotal > 1 && < 5|<",
                "1 < agreedTotal < 5|<",
                "agreedTotal == interval == floatPercent|==",
                "$q : agreedTotal > 1|>",
                "$q : agreedTotal && true|&&",
                "$q := agreedTotal|=",
                "$most == agreedTotal|$most",
                "agreedTotal > $quota|$quota",
                "#{agreedTotal} == 1|#",
                "@{agreedTotal} == 1|@",
                "{ System.exit(0); }|{",
                "sizeClass == 'a'|'",
                "sizeClass == \"a' && true\"|a' && true",
                "sizeClass == \"@{System.exit(0)}\"|@{System.exit(0)}",
                "sizeClass == \"é\"|é",
                "agreedTotal;|;",
                "agreedTotal > 1,|)",
                ", agreedTotal > 1|,",
                "agreedTotal > 1 interval > 1|interval",
                "agreedTotal > 1; interval > 1|;",
                "proposals != proposals|proposals is no field of AgreedQuota; its fields are sizeClass",
                "agreedtotal > 1|agreedtotal is no field",
                "class == class|class",
                "known|known is no field of AgreedQuota",
                "end|end",
                "(|)",
                ")|)",
                "agreedTotal > (1|)",
                "agreedTotal > 1)|)",
            })
    void conditionsAreNothingButFieldsLiteralsComparisonsAndArithmetic(String constraint, String named) {
        refused(where(constraint), named);
    }

    @Test
    void bitsAreNotJoined() {
        refused(where("agreedTotal | 1 == 1"), "| is not allowed: no operations on bits");
        refused(whereGrant("known | ordered"), "| is not allowed: no operations on bits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sizeClass > \"a\"|>",
                "sizeClass == 1|== compares a text with a number",
                "agreedTotal == \"1\"|== compares a number with a text",
                "agreedTotal == true|== compares a number with a flag",
                "sizeClass + \"a\" == \"b\"|+ reckons with numbers, and sizeClass is a text",
                "agreedTotal + sizeClass > 1|sizeClass is a text",
                "agreedTotal|agreedTotal is a number and no condition",
                "sizeClass|sizeClass is a text and no condition",
                "true|true is a flag and no condition",
                "1|1 is a number",
                "\"a\"|\"a\" is a text",
                "agreedTotal + 1|+ gives a number",
                "!agreedTotal|agreedTotal is a number",
                "!!(agreedTotal > 1)|!",
                "(agreedTotal > 1) == true|> gives a condition",
                "(agreedTotal > 1) + 1 == 2|> gives a condition",
                "!(agreedTotal > 1) == true|! gives a condition",
                "agreedTotal && interval > 1|agreedTotal is a number",
            })
    void typesFit(String constraint, String named) {
        refused(where(constraint), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"known > ordered", "known + 1 > 2", "known == 1", "known == \"true\"", "granted"})
    void flagsAreOnlyTrueOrFalse(String constraint) {
        refused(whereGrant(constraint), constraint.split(" ")[constraint.contains(" ") ? 1 : 0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "agreedTotal > 0.5|0.5 is not allowed: decimals are read as inexact floating point; write 95 / 100",
                "agreedTotal > .5|.5",
                "agreedTotal > 5.|5.",
                "agreedTotal > 1e5|1e5",
                "agreedTotal > 5B|5B",
                "agreedTotal > 5L|5L",
                "agreedTotal > 0x1F|0x1F",
                "agreedTotal > 1_000|1_000",
                "agreedTotal > 010|010 is not allowed: Drools would read a number with a leading zero as octal",
                "agreedTotal > 2147483648|2147483648",
                "agreedTotal > 99999999999999999999999999999999999|999",
                "agreedTotal > -1|-",
                "-agreedTotal > 1|-",
                "agreedTotal - -1 > 1|-",
                "agreedTotal > 1 + 2|+ stands",
                "agreedTotal > (1 + 2)|+ stands between two literals",
                "95 / 100 * agreedTotal > 1|/ stands between two literals",
                "agreedTotal * (95 / 100) > 1|/ stands between two literals",
                "1 == 1|literal",
                "\"a\" == \"a\"|literal",
                "1 < agreedTotal|literal",
                "100 * agreedTotal > 1|literal",
                "(1 + agreedTotal) * 2 > 1|literal",
                "agreedTotal > interval + 1|+ stands bare on the right",
                "agreedTotal > (interval + 1) * (interval + 1)|* stands bare on the right",
                "agreedTotal / 0 > 1|/ divides by 0",
                "agreedTotal / (0) > 1|/ divides by 0",
                "agreedTotal / 3 > 1|may have been rounded",
                "agreedTotal > (agreedTotal / interval)|may have been rounded",
                "agreedTotal / 3 * 3 > 1|may have been rounded",
                "agreedTotal * agreedTotal * agreedTotal * agreedTotal * agreedTotal * agreedTotal > 1|5 factors",
            })
    void arithmeticIsExact(String constraint, String named) {
        refused(where(constraint), named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$most : agreedTotal + 1|+ is not allowed: Drools would bind $most to what stands before it",
                "$most : agreedTotal * 2 / 3|put the whole calculation in parentheses, $most : ( ... )",
                "$most : (agreedTotal + 1) * 2|* is not allowed: Drools would bind",
                "$most : ( agreedTotal / interval + 1 )|+ goes on with a quotient",
                "$most : ( agreedTotal / 3 / 2 )|/ goes on with a quotient",
                "$most : ( agreedTotal > 1 )|>",
                "$most : 7|7",
                "$most : ( 7 )|$most names a literal",
                "$most : sizeClass|$most names a text",
                "$most : $quota|$quota",
                "$most : agreedTotal, $most : interval|$most is the name of something else",
                "$quota : agreedTotal|$quota is the name of something else",
                "$most : agreedTotal, $other : interval|$other is bound and never used",
                "$Most : agreedTotal|$most is not bound",
                "$ most : agreedTotal|$",
                "$1 : agreedTotal|$1",
                "most : agreedTotal|:",
                "$most : AgreedQuota( )|AgreedQuota",
                "$most : eval(1)|eval",
                "$most : this|this",
            })
    void variablesNameWhatTheySeemToName(String binding, String named) {
        refused(quota(binding, "$quota.propose(\"R2\", \"C\", $most);"), named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not AgreedQuota( )|not",
                "exists AgreedQuota( )|exists",
                "forall( AgreedQuota( ) )|forall",
                "eval( true )|eval",
                "AgreedQuota( )|AgreedQuota has no name",
                "quota : AgreedQuota( )|quota",
                "$quota AgreedQuota( )|AgreedQuota",
                "$quota : Object( )|Object",
                "$quota : java.lang.Object( )|java.lang.Object",
                "$quota : io.plimsoll.rule.fact.AgreedQuota( )|io.plimsoll.rule.fact.AgreedQuota",
                "$quota : PeriodPace( )|PeriodPace is no fact type that this file imports",
                "$quota : accumulate( AgreedQuota( ), $n : count() )|accumulate",
                "$quota : AgreedQuota( ) from collect( AgreedQuota( ) )|from",
                "$quota : AgreedQuota( ) from entry-point \"e\"|from",
                "$quota : AgreedQuota( ) over window:length(3)|over",
                "$quota : AgreedQuota( ) $other : AgreedQuota( )|$other",
                "$quota : AgreedQuota( ) AgreedQuota( )|AgreedQuota",
                "$quota : AgreedQuota( ), AgreedQuota( )|,",
                "$quota : AgreedQuota( ) and AgreedQuota( )|and",
                "$quota : AgreedQuota( ) or AgreedQuota( )|or",
                "$quota : AgreedQuota( ) do[x]|do",
                "$quota : AgreedQuota( ) if (true) do[x]|if",
                "$quota : AgreedQuota( ) @watch(agreedTotal)|@",
                "$quota : AgreedQuota( )[0]|[",
                "$quota : ( AgreedQuota( ) or AgreedQuota( ) )|(",
                "( $quota : AgreedQuota( ) )|(",
                "$quota : /quotas[ agreedTotal > 1 ]|/",
                "/quotas[ agreedTotal > 1 ]|/",
                "?query( )|?",
                "$quota := AgreedQuota( )|=",
                "$quota : AgreedQuota|then",
                "then|then",
                "``|then",
            })
    void aRuleLooksAtOneFact(String pattern, String named) {
        String drl = FLOAT.replaceFirst("\\$quota : AgreedQuota\\(.*\n", Matcher.quoteReplacement(pattern) + "\n");
        refused(drl, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|end",
                ";|;",
                "System.exit(0);|System.exit",
                "Runtime.getRuntime().exec(\"x\");|Runtime.getRuntime",
                "java.lang.System.exit(0);|java.lang.System.exit",
                "new Thread();|new",
                "modify($quota) { };|modify",
                "update($quota);|update",
                "insert($quota);|insert",
                "insertLogical($quota);|insertLogical",
                "retract($quota);|retract",
                "delete($quota);|delete",
                "drools.halt();|drools",
                "kcontext.getKieRuntime();|kcontext",
                "if (true) $quota.propose(\"R2\", \"C\", 1);|if",
                "for (;;) ;|for",
                "while (true) ;|while",
                "int x = 1;|int",
                "x = 1;|x",
                "{ $quota.propose(\"R2\", \"C\", 1); }|{",
                "return;|return",
                "throw null;|throw",
                "$quota = null;|=",
                "$other.propose(\"R2\", \"C\", 1);|$other",
                "$quota.proposals();|proposals",
                "$quota.proposals().answers().clear();|proposals",
                "$quota.getClass().forName(\"x\");|getClass",
                "$quota.PROPOSE(\"R2\", \"C\", 1);|PROPOSE",
                "$quota.propose;|;",
                "$quota.propose();|)",
                "$quota.propose(\"R2\", \"C\");|)",
                "$quota.propose(\"R2\", \"C\", 1, 2);|,",
                "$quota.propose(\"R2\", \"C\", 1)|end",
                "$quota.propose(\"R2\", \"C\", 1);;|;",
                "$quota.propose(\"R2\", \"C\", 1).equals(1);|.",
                "$quota.propose(\"R2\", \"C\", 1); $quota.propose(\"R2\", \"C\", 1);|$quota",
                "$quota.propose(\"R2\", \"C\", 1); System.exit(0);|System",
                "$quota.propose(\"R2\", \"C\", 1), update($quota);|,",
                "$quota.propose(\"R\" + \"2\", \"C\", 1);|\"R\"",
                "$quota.propose(\"R2\" + \"\", \"C\", 1);|+",
                "$quota.propose(\"R2\", \"C\" + \"D\", 1);|+",
                "$quota.propose(\"R2\", \"C\", 1 + 1);|+",
                "$quota.propose(\"R2\", \"C\", -1);|-",
                "$quota.propose(\"R2\", \"C\", 0.5);|0.5",
                "$quota.propose(\"R2\", \"C\", (1));|(",
                "$quota.propose(\"R2\", \"C\", $quota);|$quota",
                "$quota.propose(\"R2\", \"C\", $other);|$other",
                "$quota.propose(\"R2\", \"C\", agreedTotal);|agreedTotal",
                "$quota.propose(\"R2\", \"C\", $quota.agreedTotal());|$quota",
                "$quota.propose(\"R2\", \"C\", new java.math.BigDecimal(1));|new",
                "$quota.propose(\"R2\", \"C\", null);|null",
                "$quota.propose(\"R2\", \"C\", true ? 1 : 2);|true",
                "$quota.propose(\"R2\", \"C\", (java.math.BigDecimal) 1);|(",
                "$quota.propose(\"R3\", \"C\", 1);|\"R3\"",
                "$quota.propose(\"r2\", \"C\", 1);|\"r2\"",
                "$quota.propose(R2, \"C\", 1);|R2",
                "$quota.propose(\"R2\", \"\", 1);|\"\"",
                "$quota.propose(\"R2\", \"c\", 1);|\"c\"",
                "$quota.propose(\"R2\", \"_C\", 1);|\"_C\"",
                "$quota.propose(\"R2\", \"C D\", 1);|\"C D\"",
                "$quota.propose(\"R2\", \"Ｃ\", 1);|\"Ｃ\"",
                "$quota.propose(\"R2\", \"WARNING\", \"C\");|\"C\"",
                "($quota).propose(\"R2\", \"C\", 1);|(",
                "this.propose(\"R2\", \"C\", 1);|this",
                "propose(\"R2\", \"C\", 1);|propose",
                "$quota::propose;|::",
                "#{$quota.propose(\"R2\", \"C\", 1)};|#",
            })
    void theConsequenceIsOneCallOfPropose(String consequence, String named) {
        refused(quota("", consequence), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FATAL", "warning", "", "WARNING ", "CRITICAL2"})
    void aFindingHasOneOfThreeSeverities(String severity) {
        refused(whereGrant("known").replace("INFO", severity), '"' + severity + "\" is no severity");
    }

    static Stream<Arguments> smuggled() {
        String rest = FLOAT.substring(FLOAT.indexOf("rule \""));
        return Stream.of(
                Arguments.of(
                        "a comment inside a word", FLOAT.replace("agreedTotal *", "agreed/**/Total *"), "found Total"),
                Arguments.of("a comment inside an operator", where("agreedTotal =/**/= 1"), "="),
                Arguments.of("a comment inside a variable", FLOAT.replace("$quota.", "$/**/quota."), "$"),
                Arguments.of("a comment inside an import", FLOAT.replace("rule.fact", "rule./**/fact"), ". has a gap"),
                Arguments.of("a blank inside an import", FLOAT.replace("rule.fact", "rule .fact"), ". has a gap"),
                Arguments.of("an open comment", FLOAT.replace("then", "/* then"), "/*"),
                Arguments.of("an open comment at the end", FLOAT + "/* ", "/*"),
                Arguments.of("a half comment", FLOAT + "/", "/"),
                Arguments.of("a closed comment twice", FLOAT.replace("then", "/* */ */ then"), "*"),
                Arguments.of(
                        "nested comments", FLOAT.replace("then", "/* /* */ System.exit(0); */ then"), "System.exit"),
                Arguments.of("a comment to the end of the line", FLOAT.replace("then", "// then"), "$quota"),
                Arguments.of("a hash comment", FLOAT.replace("then", "# x\nthen"), "#"),
                Arguments.of("a text with a line end", where("sizeClass == \"a\nb\""), "\""),
                Arguments.of("a text with a CR LF", where("sizeClass == \"a\r\nb\""), "\""),
                Arguments.of("an open text", FLOAT + "\"", "\""),
                Arguments.of("a text closing early", where("sizeClass == \"a\" || true || \"\""), "true"),
                Arguments.of("a name closing early", FLOAT.replace(" by size", "\" salience 1 // by size"), "salience"),
                Arguments.of("a name without quotes", FLOAT.replaceFirst("rule \".*\"", "rule R2"), "R2"),
                Arguments.of("a name in single quotes", FLOAT.replaceFirst("rule \".*\"", "rule 'R2 x'"), "'"),
                Arguments.of("a name with markup", FLOAT.replace("by size", "<b>"), "<"),
                Arguments.of("a name with braces", FLOAT.replace("by size", "{0}"), "{"),
                Arguments.of("a name with a tab", FLOAT.replace("by size", "by\tsize"), "U+0009"),
                Arguments.of("no name at all", FLOAT.replaceFirst("rule \".*\"", "rule"), "when"),
                Arguments.of("an empty name", FLOAT.replaceFirst("rule \".*\"", "rule \"R2 \""), "\"R2 \""),
                Arguments.of("a unicode escape", FLOAT.replace("then", "\\u0074hen"), "backslash"),
                Arguments.of("a unicode escape in a comment", FLOAT + "// \\u000a System.exit(0);", "backslash"),
                Arguments.of("a unicode escape in a name", FLOAT.replace("by size", "\\u0022"), "backslash"),
                Arguments.of("an escaped quote", where("sizeClass == \"a\\\" || true\""), "backslash"),
                Arguments.of("a homoglyph field", where("аgreedTotal > 1"), "U+0430"),
                Arguments.of("a homoglyph keyword", FLOAT.replace("then", "thеn"), "U+0435"),
                Arguments.of("a fullwidth call", FLOAT.replace("propose", "ｐropose"), "FULLWIDTH LATIN SMALL LETTER P"),
                Arguments.of("a fullwidth bracket", FLOAT.replace("AgreedQuota( ", "AgreedQuota（ "), "FULLWIDTH LEFT"),
                Arguments.of("a fullwidth digit", where("agreedTotal > ５"), "FULLWIDTH DIGIT FIVE"),
                Arguments.of("an Arabic digit", where("agreedTotal > ٥"), "ARABIC-INDIC DIGIT FIVE"),
                Arguments.of("a zero-width space", FLOAT.replace("then", "th\u200ben"), "ZERO WIDTH SPACE"),
                Arguments.of("a zero-width space in a comment", FLOAT + "// \u200b", "ZERO WIDTH SPACE"),
                Arguments.of("a zero-width joiner in a name", FLOAT.replace("by", "b\u200dy"), "ZERO WIDTH JOINER"),
                Arguments.of("a change of direction", FLOAT + "// \u202e", "RIGHT-TO-LEFT OVERRIDE"),
                Arguments.of("an isolate", FLOAT.replace("by size", "\u2066by"), "LEFT-TO-RIGHT ISOLATE"),
                Arguments.of("a byte order mark", "\ufeff" + FLOAT, "U+FEFF"),
                Arguments.of("a soft hyphen", FLOAT.replace("by size", "by\u00adsize"), "SOFT HYPHEN"),
                Arguments.of("a no-break space", FLOAT.replace("then", "then\u00a0"), "NO-BREAK SPACE"),
                Arguments.of("an ideographic space", FLOAT.replace("then", "\u3000then"), "IDEOGRAPHIC SPACE"),
                Arguments.of("a nought", FLOAT + "\u0000", "U+0000"),
                Arguments.of("a nought in a name", FLOAT.replace("by size", "\u0000"), "U+0000"),
                Arguments.of("a vertical tab", FLOAT.replace("then", "\u000bthen"), "U+000B"),
                Arguments.of("a form feed", FLOAT.replace("then", "\fthen"), "U+000C"),
                Arguments.of("a next line", FLOAT + "// \u0085 salience", "U+0085"),
                Arguments.of("a line separator", FLOAT + "// \u2028 salience", "LINE SEPARATOR"),
                Arguments.of("a lone CR in a comment", FLOAT + "// x\rrule", "carriage return"),
                Arguments.of("a lone CR between words", FLOAT.replace("\nthen", "\rthen"), "carriage return"),
                Arguments.of("two CRs", FLOAT.replace("\nthen", "\r\r\nthen"), "carriage return"),
                Arguments.of("half a character", FLOAT + "// \ud840", "half a character"),
                Arguments.of("the other half", FLOAT.replace("by size", "\udc00"), "half a character"),
                Arguments.of("a private character", FLOAT + "// \ue000", "U+E000"),
                Arguments.of("no character at all", FLOAT + "// \uffff", "U+FFFF"),
                Arguments.of("a tag character", FLOAT + "// \udb40\udc41", "U+E0041"),
                Arguments.of("a second rule of the same name", FLOAT + rest, "is used twice"),
                Arguments.of(
                        "a hostile second rule",
                        FLOAT + rest.replace("R2 The", "R2 A").replace("then", "then x"),
                        "x"),
                Arguments.of("a second rule with salience", FLOAT + "rule \"R2 y\" salience 1 when", "salience"),
                Arguments.of("another end", FLOAT + "end", "end"),
                Arguments.of("no end", FLOAT.replace("\nend", ""), "the end of the text"),
                Arguments.of("no then", FLOAT.replace("then", ""), "$quota"),
                Arguments.of("no when", FLOAT.replace("when", ""), "$quota"),
                Arguments.of("an end inside the call", FLOAT.replace("propose(", "propose( end "), "end"),
                Arguments.of("half a file", FLOAT.substring(0, FLOAT.length() / 2), "Agreed"),
                Arguments.of("nothing", "", "the end of the text"),
                Arguments.of("only blanks", " \r\n\t ", "the end of the text"),
                Arguments.of("only comments", "// a\n/* b */", "the end of the text"),
                Arguments.of("only imports", "import io.plimsoll.rule.fact.AgreedQuota;", "the end of the text"),
                Arguments.of("XML", "<?xml version=\"1.0\"?>", "<"),
                Arguments.of("Java", "class A { static { System.exit(0); } }", "class"),
                Arguments.of("a decision table", "RuleSet\tio.plimsoll", "RuleSet"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggled")
    void nothingIsSmuggledIn(String trick, String drl, String named) {
        refused(drl, named);
    }

    @Test
    void sizeAndDepthCannotHurt() {
        List<String> nested = List.of("(".repeat(Limits.NESTING + 1), "!(".repeat(Limits.NESTING + 1));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            nested.forEach(open -> refused(where(open + "agreedTotal"), "( opens more than " + Limits.NESTING));
            refused(where("!".repeat(150) + "known"), "!");
            refused(where("(".repeat(100_000)), "characters");
            refused(where("(".repeat(30_000)), "at most 200");
            refused(where("agreedTotal" + "+1".repeat(30_000) + " > 1"), "at most 200");
            refused(FLOAT + " ".repeat(10_000_000), "characters");
            refused("/* ".repeat(20_000), "/*");
            refused("x".repeat(60_000), "xxx...");
            refused("import " + "x.".repeat(30_000) + "y;", "x.x");
            refused("import x" + ".x".repeat(30_000), "...");
            refused(where("agreedTotal > " + "9".repeat(50_000)), "999...");
            refused(where("sizeClass == \"" + "a".repeat(50_000) + "\""), "longer than 100");
            refused(FLOAT.replace("$quota", "$" + "q".repeat(5_000)), "longer than 60");
            refused(FLOAT.replace("PERIOD_CEILING", "C".repeat(61)), "CCC");
        });
    }
}
