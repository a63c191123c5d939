package io.plimsoll.rule.text;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.rule.RuleText;
import java.util.List;
import java.util.random.RandomGenerator;

/** Rule texts for tests, and the questions asked about them. */
final class Texts {

    static final String FLOAT = """
            import io.plimsoll.rule.fact.AgreedQuota;

            rule "R2 The agreed total floats upward by size class"
            when
                $quota : AgreedQuota( $most : ( agreedTotal * (100 + floatPercent) / 100 ) )
            then
                $quota.propose("R2", "PERIOD_CEILING", $most);
            end
            """;

    /** Legal, and together they use everything the grammar has. All of rule R2, so that they can stand anywhere. */
    static final List<String> LEGAL = List.of(FLOAT, """
            // What a reader may write around a rule.
            import io.plimsoll.rule.fact.PeriodPace
            import io.plimsoll.rule.fact.AgreedQuota;

            /* Two rules,
               two facts. */
            rule "R2 No more than a share of the period's ceiling, cycle by cycle (pacing)"
            when
                $pace : PeriodPace( periodCeiling > exempt, // the smallest are not paced
                    $most : ( periodCeiling * (1 + burst) * cyclesReached / cyclesInPeriod ) )
            then
                $pace.propose("R2", "PACED_FROM_THE_START", $most);
            end

            rule "R2 规则:总量上浮"
            when
                $quota : AgreedQuota( !(sizeClass == "LARGE" || sizeClass != "SMALL") && agreedTotal >= 5, interval == 1,
                    $all : agreedTotal )
            then
                $quota.propose("R2", "ALL_OF_IT", $all);
            end
            """, """
            import io.plimsoll.rule.fact.GrantWithoutOrder;
            import io.plimsoll.rule.fact.Rivalry;
            rule "R2 Nobody is granted what nobody ordered"
            when $grant : GrantWithoutOrder(known, !ordered, ordered == false && granted > 0 || known != ordered)
            then $grant.propose("R2", "CRITICAL", "NOT_ORDERED"); end
            rule "R2 Smaller keys come first"
            when
                $rivalry : Rivalry( (wanterGranted * 2 + 1) * holderWeight < ((holderGranted * 2 - 1) * wanterWeight) )
            then
                $rivalry.propose("R2", "CRITICAL", "PASSED_OVER");
            end
            """, """
            import io.plimsoll.rule.fact.RetailerStanding;
            rule "R2 A shop that is not active gets nothing"
            when
                $shop : RetailerStanding( status != "ACTIVE" )
            then
                $shop.propose("R2", "NOT_ACTIVE", 0);
            end
            """, """
            import io.plimsoll.rule.fact.SkuTotal;
            rule "R2 Every Sku total"
            when
                $total : SkuTotal( )
            then
                $total.propose("R2", "INFO", "LOOKED_AT");
            end
            """);

    private Texts() {}

    static CheckedRule check(String drl) {
        return RuleTextCheck.check(new RuleText("r02-float", "R2", drl));
    }

    /** A file with one rule on an agreed quota, with these constraints and this consequence. */
    static String quota(String constraints, String consequence) {
        return "import io.plimsoll.rule.fact.AgreedQuota;\nrule \"R2 x\"\nwhen\n    $quota : AgreedQuota( "
                + constraints + " )\nthen\n    " + consequence + "\nend\n";
    }

    /** A file with one rule that has these constraints. */
    static String where(String constraints) {
        return quota(constraints, "$quota.propose(\"R2\", \"C\", 1);");
    }

    /** The constraints of one rule on a fact with flags. */
    static String whereGrant(String constraints) {
        return "import io.plimsoll.rule.fact.GrantWithoutOrder;\nrule \"R2 x\"\nwhen\n    $grant : GrantWithoutOrder( "
                + constraints + " )\nthen\n    $grant.propose(\"R2\", \"INFO\", \"C\");\nend\n";
    }

    /** Asserts that a text is refused with a message that names the offender. */
    static RuleTextRefused refused(String drl, String named) {
        RuleTextRefused refused = assertThrows(RuleTextRefused.class, () -> check(drl), drl.length() < 2000 ? drl : "");
        assertTrue(refused.getMessage().contains(named), refused.getMessage());
        assertTrue(
                refused.getMessage().startsWith("r02-float/Rule.drl:" + refused.line() + ":" + refused.column() + ": "),
                refused.getMessage());
        assertTrue(refused.getMessage().length() < 700, refused.getMessage());
        return refused;
    }

    /** The same text with other blanks, line ends and comments between its words and signs. */
    static String scattered(String drl, RandomGenerator random) {
        List<String> gaps = List.of(" ", "\n", "\t", "\r\n", "/**/", "/* end */", "// \"rule\n", "/*\n*//* */", "  ");
        StringBuilder scattered = new StringBuilder();
        // Only the imports stay as they are; a name is written in one piece.
        int rules = drl.indexOf("\nrule");
        scattered.append(drl, 0, rules);
        for (Token token : Lexer.tokens(drl.substring(rules), new Refusals("r02-random"))) {
            scattered.append(token.is(Token.Kind.TEXT) ? '"' + token.text() + '"' : token.text());
            // Behind a division sign a comment would make another comment.
            scattered.append(token.is("/") ? " " : "");
            scattered.append(gaps.get(random.nextInt(gaps.size())));
        }
        return scattered.toString();
    }
}
