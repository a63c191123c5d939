package io.plimsoll.lawbook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a rule folder whole, one thing at a time. */
class LawBookCheckTest {

    @TempDir
    Path rules;

    private Path folder;

    @BeforeEach
    void copyARuleThatIsWhole() throws IOException {
        folder = Files.createDirectory(rules.resolve("r35-only-active-shops"));
        for (String file : new String[] {"Rule.drl", "rule.properties", "cases.csv"}) {
            Files.copy(Path.of("rules", "r35-only-active-shops", file), folder.resolve(file));
        }
    }

    @Test
    void aWholeRuleIsAccepted() {
        assertDoesNotThrow(() -> LawBookCheck.check(rules));
    }

    @Test
    void aTextThatDoesMoreThanAddIsRefusedByName() throws IOException {
        replace("Rule.drl", "when", "salience 10 when");
        refused("salience is not allowed");
    }

    @Test
    void aFolderWithoutATextIsRefused() throws IOException {
        Files.createDirectory(rules.resolve("r36-empty"));
        refused("r36-empty/Rule.drl is missing");
    }

    @Test
    void casesOfBothKindsAreNeeded() throws IOException {
        replace("cases.csv", "an active shop has no such ceiling,RetailerStanding,status=ACTIVE,-\n", "");
        refused("no case in which the rule doesn't fire");
        Files.writeString(
                folder.resolve("cases.csv"), "case,fact,given,expected\nactive,RetailerStanding,status=ACTIVE,-\n");
        refused("no case in which the rule fires");
        Files.writeString(folder.resolve("cases.csv"), "case,fact,given\nactive,RetailerStanding,status=ACTIVE\n");
        refused("r35-only-active-shops/cases.csv");
        Files.delete(folder.resolve("cases.csv"));
        refused("r35-only-active-shops/cases.csv is missing");
    }

    @Test
    void everyCodeNeedsItsSentenceInEveryLanguage() throws IOException {
        replace("rule.properties", "NOT_ACTIVE.zh=", "OTHER.zh=");
        refused("every code needs its sentence in every language");
    }

    @Test
    void aBlankSentenceIsNone() throws IOException {
        String properties = Files.readString(folder.resolve("rule.properties"));
        Files.writeString(folder.resolve("rule.properties"), properties.replaceAll("sentence.zh=.*", "sentence.zh="));
        refused("sentence.zh is missing");
    }

    @Test
    void aSentenceForACodeThatIsNotProposedIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("rule.properties"),
                Files.readString(folder.resolve("rule.properties")) + "\nMORE.en=more\nMORE.zh=更多\n");
        refused("the rule proposes [NOT_ACTIVE]");
    }

    @Test
    void twoFoldersDoNotProposeTheSameCode() throws IOException {
        Path other = Files.createDirectory(rules.resolve("r36-again"));
        for (String file : new String[] {"Rule.drl", "rule.properties", "cases.csv"}) {
            Files.writeString(
                    other.resolve(file), Files.readString(folder.resolve(file)).replace("R35", "R36"));
        }
        refused("r36-again proposes NOT_ACTIVE, and so does r35-only-active-shops");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        String properties = Files.readString(folder.resolve("rule.properties"));
        Files.writeString(folder.resolve("rule.properties"), properties, Charset.forName("GBK"));
        refused("r35-only-active-shops: Rule.drl or rule.properties is not in UTF-8");
    }

    private void replace(String file, String what, String with) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(what), file);
        Files.writeString(folder.resolve(file), text.replace(what, with));
    }

    private void refused(String because) {
        String message = assertThrows(RuntimeException.class, () -> LawBookCheck.check(rules))
                .getMessage();
        assertTrue(message.contains(because), message);
    }
}
