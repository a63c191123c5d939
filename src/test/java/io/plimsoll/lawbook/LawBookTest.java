package io.plimsoll.lawbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.drools.TestRules;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.fact.Facts;
import io.plimsoll.rule.text.CheckedRule;
import io.plimsoll.rule.text.RuleTextCheck;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of the law book is whole: a text that may be compiled, a sentence, cases of both kinds, all messages. */
class LawBookTest {

    private static final Path RULES = Path.of("rules");

    private static final RuleBook BOOK =
            CompiledRules.of(TestRules.wholeLawBook().texts());

    static Stream<Arguments> folders() {
        return TestRules.wholeLawBook().folders().stream()
                .map(folder -> Arguments.of(named(folder.text().folder(), folder)));
    }

    static Stream<Arguments> cases() {
        return TestRules.wholeLawBook().folders().stream()
                .flatMap(folder -> casesOf(folder).stream()
                        .map(each -> Arguments.of(folder.text().folder(), each, folder)));
    }

    private static List<RuleCase> casesOf(RuleFolder folder) {
        return RuleCase.read(RULES.resolve(folder.text().folder()).resolve("cases.csv"));
    }

    @Test
    void everyFolderBesideThePolicyIsARule() throws IOException {
        try (Stream<Path> below = Files.list(RULES)) {
            Set<String> folders = below.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            folders.remove("policy");
            Set<String> rules = TestRules.wholeLawBook().texts().stream()
                    .map(text -> text.folder())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(folders, rules);
            assertTrue(rules.size() >= 18, "rules found: " + rules.size());
        }
    }

    @Test
    void isWhole() throws IOException {
        LawBookCheck.check(RULES);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hasACaseForEachCode(RuleFolder folder) {
        List<RuleCase> cases = casesOf(folder);
        String expected = cases.stream().map(RuleCase::expected).collect(Collectors.joining("; "));
        for (String code : RuleTextCheck.check(folder.text()).codes()) {
            assertTrue(
                    Arrays.asList(expected.split("[; ]+")).contains(code),
                    folder.text().folder() + "/cases.csv has no case in which it proposes " + code);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void answersAsTheCaseSays(String name, RuleCase each, RuleFolder folder) {
        Set<String> codes = RuleTextCheck.check(folder.text()).codes();
        assertEquals(each.expected(), each.answer(BOOK, codes), () -> name + ", case \"" + each.name() + "\"");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void explainsEveryCodeInEveryLanguageWithFieldsThatTheFactHas(RuleFolder folder) {
        CheckedRule checked = RuleTextCheck.check(folder.text());
        for (Language language : Language.values()) {
            assertFalse(folder.sentence().get(language).isBlank());
            assertEquals(checked.codes(), folder.messages().get(language).keySet());
            Catalogue catalogue = TestRules.wholeLawBook().catalogue(language);
            checked.factTypeOf().forEach((code, fact) -> {
                Set<String> unknown = new TreeSet<>(catalogue.argumentsOf(code));
                unknown.removeAll(fieldsOf(fact));
                assertTrue(unknown.isEmpty(), code + " in " + language + " names " + unknown);
            });
        }
    }

    private static Set<String> fieldsOf(Class<? extends Fact> fact) {
        return Arrays.stream(fact.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void noCodeIsUsedByTheHouseItself() {
        Set<String> house = Catalogue.of(Language.EN, Map.of()).codes();
        for (RuleFolder folder : TestRules.wholeLawBook().folders()) {
            for (String code : RuleTextCheck.check(folder.text()).codes()) {
                assertFalse(house.contains(code), code);
            }
        }
    }

    @Test
    void theReadmeListsEveryRuleWithItsSentence() throws IOException {
        String readme = Files.readString(RULES.resolve("README.md"));
        for (RuleFolder folder : TestRules.wholeLawBook().folders()) {
            String kind = RuleTextCheck.check(folder.text()).factTypes().stream()
                            .allMatch(CeilingFact.class::isAssignableFrom)
                    ? "ceiling"
                    : "finding";
            String row = "| `" + folder.text().folder() + "` | " + folder.text().id() + " | " + kind + " | "
                    + folder.sentence().get(Language.EN) + " |";
            assertTrue(readme.contains(row), "rules/README.md lacks: " + row);
        }
    }

    @Test
    void noFactNamesARetailerBesideACeiling() {
        List<Class<? extends Fact>> ceilingFacts =
                Facts.ALL.stream().filter(CeilingFact.class::isAssignableFrom).toList();
        assertEquals(7, ceilingFacts.size());
        ceilingFacts.forEach(fact -> assertFalse(fieldsOf(fact).contains("retailer"), fact.getSimpleName()));
    }
}
