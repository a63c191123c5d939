package io.plimsoll.rule.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words and signs of DRL and Java that people might try, each with the reason why a rule cannot have it. Not what keeps
 * them out (whatever the grammar does not allow is refused, known here or not), but what makes the refusal clear.
 */
final class Words {

    private static final Map<String, String> REASONS = new HashMap<>();

    static {
        because(
                "rules have no order: all are asked, and the smallest ceiling holds",
                "salience",
                "agenda-group",
                "activation-group",
                "ruleflow-group",
                "auto-focus");
        because("a rule only adds, so nothing can make it fire again", "no-loop", "lock-on-active");
        because(
                "a rule of the book always holds; what changes with time stands in the policy",
                "enabled",
                "duration",
                "timer",
                "calendars",
                "date-effective",
                "date-expires");
        because("the consequence is one call of propose, in no dialect", "dialect", "mvel", "attributes");
        because(
                "a rule only proposes; it cannot change, add or remove facts",
                "modify",
                "update",
                "insert",
                "insertLogical",
                "insertlogical",
                "logicalInsert",
                "retract",
                "delete",
                "set");
        because(
                "a rule has one pattern and one call; it declares nothing of its own",
                "global",
                "function",
                "query",
                "declare",
                "package",
                "unit",
                "template",
                "trait",
                "enum",
                "class");
        because("rule texts stand alone; the house puts them in no package and lets none extend another", "extends");
        because("imports come first, and only of fact types", "import");
        because("conditions compare fields of the fact; no code is evaluated", "eval");
        because(
                "a rule looks at one fact at a time, so that answers do not depend on which facts are asked together",
                "accumulate",
                "acc",
                "collect",
                "groupby",
                "from",
                "forall",
                "exists",
                "not",
                "over",
                "window",
                "entry-point",
                "entrypoint",
                "and",
                "or");
        because(
                "write && for and, || for or, ! for not, and compare with == != < <= > >=",
                "matches",
                "contains",
                "excludes",
                "memberOf",
                "memberof",
                "soundslike",
                "str",
                "in",
                "instanceof",
                "before",
                "after",
                "coincides",
                "during",
                "includes",
                "meets",
                "starts",
                "finishes",
                "overlaps");
        because(
                "a rule has one consequence, without conditions",
                "do",
                "else",
                "if",
                "switch",
                "for",
                "while",
                "break",
                "return",
                "throw",
                "try",
                "case",
                "default",
                "continue",
                "assert",
                "synchronized");
        because("a rule makes no objects", "new");
        because(
                "a rule reaches nothing but its fact",
                "kcontext",
                "drools",
                "this",
                "super",
                "static",
                "void",
                "var",
                "final",
                "public");
        because("no field of a fact is ever missing", "null");

        because("no queries, and no choices with ?:", "?");
        because(
                "a rule assigns nothing; compare with ==",
                "=",
                "+=",
                "-=",
                "*=",
                "/=",
                "%=",
                "&=",
                "|=",
                "^=",
                "++",
                "--");
        because("no operations on bits; write && and ||", "&", "|", "^", "~", "<<", ">>");
        because("no functions as values", "->", "::");
        because("no lists, maps, arrays or named consequences", "[", "]");
        because("no blocks", "{", "}");
        because("no annotations", "@");
        because("comments begin with // and there are no casts", "#");
        because("texts stand in double quotes", "'", "`");
        because("only + - * / are offered", "%");
        because("no calls and no fields of fields", ".", "!.");
    }

    private Words() {}

    private static void because(String reason, String... words) {
        for (String word : words) {
            REASONS.put(word, reason);
        }
    }

    /** Why a word or a sign cannot be in a rule; empty when it is not a known offender. Case does not excuse a word. */
    static Optional<String> reasonAgainst(String wordOrSign) {
        String reason = REASONS.get(wordOrSign);
        return Optional.ofNullable(reason != null ? reason : REASONS.get(wordOrSign.toLowerCase(Locale.ROOT)));
    }
}
