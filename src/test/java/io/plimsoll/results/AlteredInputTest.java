package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.TestRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No digit of the input can be altered without being found. */
class AlteredInputTest {

    private static final long SEED = 20261123;

    /** Commas before it in a line of the orders. */
    private static final int DEMAND = 3;

    @TempDir
    private static Path folder;

    private static TestResult result;

    @BeforeAll
    static void writeResult() throws Exception {
        result = TestResult.write(SmallCycle.write(folder.resolve("cycle")), folder.resolve("out"), TestRules.book());
    }

    @Test
    void whatNobodyTouchedIsVerified() throws Exception {
        Verification verification = result.verify(TestRules.book());
        assertEquals(List.of(), verification.differences());
        assertEquals(11, verification.lines());
    }

    /** There are no exceptions: in these files no digit can be altered and leave the meaning the same. */
    @Test
    void everyAlteredDigitOfEveryInputFileIsFoundAndItsFileNamed() throws Exception {
        Random random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        int digits = 0;
        for (Map.Entry<String, String> file : SmallCycle.files().entrySet()) {
            String text = file.getValue();
            for (int at = 0; at < text.length(); at++) {
                if (isDigit(text.charAt(at))) {
                    digits++;
                    if (!isNamed(file.getKey(), differencesWith(file.getKey(), text, at, random))) {
                        missed.add(file.getKey() + " at " + at);
                    }
                }
            }
        }
        assertEquals(List.of(), missed, "seed " + SEED);
        assertTrue(digits > 300, "digits altered: " + digits);
    }

    @Test
    void anAlteredDemandIsNamedByItsLineOfTheGrants() throws Exception {
        Random random = new Random(SEED);
        String text = SmallCycle.files().get("orders.csv");
        int line = 1;
        int commas = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            commas = c == '\n' ? 0 : c == ',' ? commas + 1 : commas;
            line += c == '\n' ? 1 : 0;
            if (line > 1 && commas == DEMAND && isDigit(c)) {
                Map<String, Object> where = Map.of("file", "grants.csv", "line", (long) line, "column", "demand");
                List<Message> differences = differencesWith("orders.csv", text, at, random);
                assertTrue(
                        differences.stream()
                                .anyMatch(each -> each.arguments().entrySet().containsAll(where.entrySet())),
                        "line " + line + ": " + differences);
            }
        }
    }

    @Test
    void aMissingFileIsBadInputRatherThanADifference() throws Exception {
        Path orders = result.cycle().resolve("orders.csv");
        Files.delete(orders);
        try {
            BadInput bad = assertThrows(BadInput.class, () -> result.verify(TestRules.book()));
            assertEquals("orders.csv", bad.file());
        } finally {
            Files.writeString(orders, SmallCycle.files().get("orders.csv"));
        }
    }

    @Test
    void aFileOfThePolicyThatWasTakenAwayIsNamed() throws Exception {
        Path pacing = result.cycle().resolve("policy/pacing.csv");
        Files.delete(pacing);
        try {
            assertTrue(isNamed("policy/pacing.csv", result.differences(TestRules.book())));
        } finally {
            Files.writeString(pacing, SmallCycle.files().get("policy/pacing.csv"));
        }
    }

    @Test
    void otherLineEndsAndAByteOrderMarkAreTheSameInput() throws Exception {
        try {
            for (Map.Entry<String, String> file : SmallCycle.files().entrySet()) {
                String text = "\uFEFF" + file.getValue().replace("\n", "\r\n");
                Files.writeString(result.cycle().resolve(file.getKey()), text);
            }
            assertEquals(List.of(), result.differences(TestRules.book()));
        } finally {
            SmallCycle.write(result.cycle());
        }
    }

    private static List<Message> differencesWith(String file, String text, int at, Random random) throws Exception {
        char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        Path path = result.cycle().resolve(file);
        Files.writeString(path, text.substring(0, at) + other + text.substring(at + 1));
        try {
            return result.differences(TestRules.book());
        } finally {
            Files.writeString(path, text);
        }
    }

    private static boolean isNamed(String file, List<Message> differences) {
        return differences.stream()
                .anyMatch(difference -> file.equals(difference.arguments().get("file")));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
