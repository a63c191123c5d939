package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a whole file: imports of facts, then rules. */
final class RuleFileReader {

    private static final String FACT_PACKAGE = "io.plimsoll.rule.fact";

    private final RuleText text;
    private final Refusals refusals;
    private final Cursor cursor;
    private final Map<String, Token> imports = new LinkedHashMap<>();
    private final Set<String> usedImports = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Class<? extends Fact>> factTypeOfCode = new HashMap<>();

    RuleFileReader(RuleText text, Refusals refusals) {
        this.text = text;
        this.refusals = refusals;
        this.cursor = new Cursor(Lexer.tokens(text.drl(), refusals), refusals);
    }

    CheckedRule read() {
        while (cursor.at("import")) {
            readImport();
        }
        List<DrlRule> rules = new ArrayList<>();
        do {
            rules.add(readRule(rules.size()));
        } while (!cursor.at(Token.Kind.END));
        imports.forEach((name, token) -> {
            if (!usedImports.contains(name)) {
                throw refusals.because(token, name + " is imported and never used");
            }
        });
        return new CheckedRule(text.folder(), text.id(), rules);
    }

    private void readImport() {
        cursor.expect("import");
        Token first = cursor.peek();
        if (first.is("static") || first.is("function") || first.is("accumulate") || first.is("acc")) {
            throw refusals.notAllowed(first, "import " + first.text(), "only fact types can be imported");
        }
        cursor.expect(Token.Kind.WORD, "the name of a fact type");
        String path = readPath(first);
        cursor.skip(";");
        String shown = Characters.shown(path, 2 * Limits.CODE_LENGTH);
        String name = path.substring(path.lastIndexOf(".") + 1);
        if (!path.equals(FACT_PACKAGE + "." + name) || FactFields.named(name).isEmpty()) {
            throw refusals.notAllowed(
                    first,
                    shown,
                    "only fact types can be imported, by name and from " + FACT_PACKAGE + ": " + FactFields.names());
        }
        if (imports.put(name, first) != null) {
            throw refusals.because(first, shown + " is imported twice");
        }
    }

    /** In one piece: Drools does not put a name together that has blanks or comments in it. */
    private String readPath(Token first) {
        StringBuilder path = new StringBuilder(first.text());
        Token last = first;
        while (cursor.at(".")) {
            Token point = cursor.take();
            Token next = cursor.at("*") ? cursor.take() : cursor.expect(Token.Kind.WORD, "a name");
            if (!last.touches(point) || !point.touches(next)) {
                throw refusals.because(point, ". has a gap beside it; the name of a fact type is written in one piece");
            }
            path.append(point.text()).append(next.text());
            last = next;
        }
        return path.toString();
    }

    private DrlRule readRule(int before) {
        Token keyword = cursor.expect("rule");
        if (before >= Limits.RULES_IN_A_FILE) {
            throw refusals.because(keyword, "rule begins one too many: a file has at most " + Limits.RULES_IN_A_FILE);
        }
        String name = readName();
        cursor.expect("when");
        Token variable = readFactVariable();
        FactFields fields = readFactType();
        PatternReader pattern = new PatternReader(cursor, fields, variable.text());
        List<Constraint> constraints = pattern.read();
        expectThen();
        ConsequenceReader consequence = new ConsequenceReader(cursor, text.id(), variable.text(), pattern.bound());
        Answer answer = consequence.read(fields.type());
        Class<? extends Fact> other = factTypeOfCode.put(answer.code(), fields.type());
        if (other != null && other != fields.type()) {
            throw refusals.because(
                    consequence.codeToken(),
                    answer.code() + " is proposed on " + other.getSimpleName() + " already; one sentence cannot explain"
                            + " two kinds of fact");
        }
        return new DrlRule(name, fields.type(), variable.text(), constraints, answer);
    }

    private String readName() {
        Token token = cursor.expect(Token.Kind.TEXT, "the name of the rule in double quotes");
        String name = token.text();
        if (name.length() > Limits.RULE_NAME_LENGTH) {
            throw refusals.because(token, token.shown() + " is longer than " + Limits.RULE_NAME_LENGTH + " characters");
        }
        name.codePoints()
                .filter(character -> !RuleNames.mayHold(character))
                .findFirst()
                .ifPresent(character -> {
                    throw refusals.because(
                            token,
                            "the name " + token.shown() + " holds " + Characters.named(character)
                                    + "; names have letters, digits, blanks and " + RuleNames.PUNCTUATION);
                });
        if (!name.startsWith(text.id() + " ") || name.endsWith(" ")) {
            throw refusals.because(
                    token,
                    "the name " + token.shown() + " does not begin with " + text.id() + ", a blank and a sentence");
        }
        if (!names.add(name)) {
            throw refusals.because(token, "the name " + token.shown() + " is used twice");
        }
        return name;
    }

    private Token readFactVariable() {
        if (cursor.at(Token.Kind.WORD) && FactFields.named(cursor.peek().text()).isPresent()) {
            throw refusals.because(
                    cursor.peek(),
                    cursor.peek().shown() + " has no name; write $fact : "
                            + cursor.peek().shown());
        }
        Token variable = cursor.expect(Token.Kind.VARIABLE, "a pattern such as $fact : AgreedQuota( ... )");
        cursor.expect(":");
        return variable;
    }

    private FactFields readFactType() {
        if (!cursor.at(Token.Kind.WORD) || cursor.peek(1).is(".")) {
            throw cursor.unexpected("an imported fact type");
        }
        Token type = cursor.peek();
        if (!imports.containsKey(type.text())) {
            if (Words.reasonAgainst(type.text()).isPresent()) {
                throw cursor.unexpected("an imported fact type");
            }
            throw refusals.because(type, type.shown() + " is no fact type that this file imports");
        }
        cursor.take();
        usedImports.add(type.text());
        return FactFields.named(type.text()).orElseThrow();
    }

    private void expectThen() {
        if (cursor.at(Token.Kind.VARIABLE)
                || cursor.at(",")
                || cursor.at("(")
                || cursor.at("&&")
                || cursor.at("||")
                || cursor.at(Token.Kind.WORD)
                        && FactFields.named(cursor.peek().text()).isPresent()) {
            throw refusals.notAllowed(cursor.peek(), "a rule has one pattern; it looks at one fact at a time");
        }
        cursor.expect("then");
    }
}
