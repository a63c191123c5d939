package io.plimsoll.lawbook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plimsoll.message.Language;
import io.plimsoll.rule.RuleText;
import io.plimsoll.rule.text.CheckedRule;
import io.plimsoll.rule.text.RuleTextCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a law book is whole: every text adds ceilings and findings and does nothing else, every code has its sentences,
 * and every folder has cases in which its rule fires and cases in which it doesn't. The build runs it before anything
 * is made of the rules, with tests or without.
 */
public final class LawBookCheck {

    /** A folder of {@code rules/} that is no rule. */
    private static final String POLICY = "policy";

    private LawBookCheck() {}

    /**
     * Checks the folder that is named, and fails the build with one message.
     *
     * @throws IllegalArgumentException saying what is wrong with which folder
     */
    public static void main(String[] arguments) throws IOException {
        check(Path.of(arguments[0]));
    }

    /**
     * Checks a law book.
     *
     * @throws IllegalArgumentException saying what is wrong with which folder
     * @throws io.plimsoll.rule.text.RuleTextRefused when a text does more than add
     */
    static void check(Path rules) throws IOException {
        try (Stream<Path> below = Files.list(rules)) {
            for (Path folder : below.filter(Files::isDirectory).sorted().toList()) {
                String name = folder.getFileName().toString();
                if (!name.equals(POLICY) && !Files.exists(folder.resolve("Rule.drl"))) {
                    throw new IllegalArgumentException(name + "/Rule.drl is missing");
                }
            }
        }
        LawBook lawBook = LawBook.read(rules);
        List<RuleText> texts = lawBook.texts();
        Map<String, CheckedRule> checked = new HashMap<>();
        RuleTextCheck.checkAll(texts).forEach(rule -> checked.put(rule.folder(), rule));
        Map<String, String> folderOfCode = new HashMap<>();
        for (RuleFolder folder : lawBook.folders()) {
            String name = folder.text().folder();
            Set<String> codes = checked.get(name).codes();
            requireSentences(folder, codes);
            requireCases(rules.resolve(name), name);
            for (String code : codes) {
                String other = folderOfCode.put(code, name);
                if (other != null) {
                    throw new IllegalArgumentException(name + " proposes " + code + ", and so does " + other);
                }
            }
        }
    }

    private static void requireSentences(RuleFolder folder, Set<String> codes) {
        for (Language language : Language.values()) {
            Set<String> said = folder.messages().get(language).keySet();
            if (!said.equals(codes)) {
                throw new IllegalArgumentException(folder.text().folder() + "/rule.properties: there are sentences ."
                        + language.code() + " for " + said + ", and the rule proposes " + codes);
            }
        }
    }

    private static void requireCases(Path folder, String name) throws IOException {
        Path file = folder.resolve("cases.csv");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(name + "/cases.csv is missing");
        }
        List<String> expected = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> expected.add(row.getField("expected")));
        } catch (CsvParseException | NoSuchElementException broken) {
            throw new IllegalArgumentException(name + "/cases.csv: " + broken.getMessage(), broken);
        }
        if (!expected.contains("-")) {
            throw new IllegalArgumentException(name + "/cases.csv has no case in which the rule doesn't fire (-)");
        }
        if (expected.stream().allMatch("-"::equals)) {
            throw new IllegalArgumentException(name + "/cases.csv has no case in which the rule fires");
        }
    }
}
