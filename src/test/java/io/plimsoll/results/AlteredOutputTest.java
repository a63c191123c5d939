package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.TestRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.message.Message;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the output can be altered without being found. */
class AlteredOutputTest {

    private static final long SEED = 20261124;

    /** Of what is no digit, every so-manieth character is altered. */
    private static final int STRIDE = 11;

    @TempDir
    private static Path folder;

    private static TestResult result;
    private static CycleInput input;
    private static CycleResult recomputed;

    @BeforeAll
    static void writeResult() throws Exception {
        result = TestResult.write(SmallCycle.write(folder.resolve("cycle")), folder.resolve("out"), TestRules.book());
        input = CycleFolder.read(result.cycle());
        recomputed = new CycleRun(TestRules.book(), 1).allocate(input.cycle(), part -> {});
    }

    static Stream<String> filesOfAResult() {
        return Stream.concat(
                Stream.of(ResultTable.values()).map(ResultTable::fileName), Stream.of(RunRecord.FILE_NAME));
    }

    /** Digits that stand where they stand in a table with quotes are named by line and column. */
    @ParameterizedTest
    @EnumSource(ResultTable.class)
    void everyAlteredDigitOfATableIsNamedByLineAndColumn(ResultTable table) throws Exception {
        Random random = new Random(SEED);
        String text = Files.readString(result.out().resolve(table.fileName()));
        List<String> missed = new ArrayList<>();
        int digits = 0;
        long line = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            line += c == '\n' ? 1 : 0;
            if (c >= '0' && c <= '9') {
                digits++;
                char other = (char) ('0' + (c - '0' + 1 + random.nextInt(9)) % 10);
                List<Message> differences = differencesWith(table.fileName(), text, at, other);
                if (!namesOnly(differences, table, line)) {
                    missed.add("line " + line + " at " + at + ": " + differences);
                }
            }
        }
        assertEquals(List.of(), missed, "seed " + SEED);
        assertTrue(digits >= 8, "digits altered: " + digits);
    }

    private static boolean namesOnly(List<Message> differences, ResultTable table, long line) {
        return differences.size() == 1
                && differences.get(0).code().equals("VALUE_DIFFERS")
                && differences.get(0).arguments().get("file").equals(table.fileName())
                && differences.get(0).arguments().get("line").equals(line)
                && table.columns().contains(differences.get(0).arguments().get("column"));
    }

    @ParameterizedTest
    @MethodSource("filesOfAResult")
    void anyOtherAlteredCharacterIsFoundAndItsFileNamed(String file) throws Exception {
        String text = Files.readString(result.out().resolve(file));
        List<String> missed = new ArrayList<>();
        for (int at = 0; at < text.length(); at += STRIDE) {
            char other = text.charAt(at) == 'x' ? 'y' : 'x';
            if (!isNamed(file, differencesWith(file, text, at, other))) {
                missed.add("at " + at + " of " + file);
            }
        }
        assertEquals(List.of(), missed);
    }

    @Test
    void everyAlteredDigitOfTheRunRecordIsFound() throws Exception {
        Random random = new Random(SEED);
        String text = Files.readString(result.out().resolve("run.json"));
        List<String> missed = new ArrayList<>();
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                char other = (char) ('0' + (c - '0' + 1 + random.nextInt(9)) % 10);
                if (!isNamed("run.json", differencesWith("run.json", text, at, other))) {
                    missed.add("at " + at);
                }
            }
        }
        assertEquals(List.of(), missed, "seed " + SEED);
        assertTrue(digits > 1000, "digits altered: " + digits);
    }

    @ParameterizedTest
    @MethodSource("filesOfAResult")
    void aFileThatIsLongerOrShorterOrGoneIsNamed(String file) throws Exception {
        String text = Files.readString(result.out().resolve(file));
        List<String> others = List.of(
                "",
                text + "\n",
                text + " ",
                text + text,
                text.substring(0, text.length() - 1),
                text.substring(0, text.indexOf('\n') + 1),
                text.substring(text.indexOf('\n') + 1),
                text.replace("\n", "\r\n"),
                "\uFEFF" + text);
        for (String other : others) {
            assertTrue(isNamed(file, differencesIn(file, text, other)), file + " as " + other.length() + " characters");
        }
        Files.delete(result.out().resolve(file));
        try {
            List<Message> differences = result.differences(input, recomputed, TestRules.book());
            assertEquals(List.of(Message.of("FILE_MISSING", "file", file)), differences);
        } finally {
            Files.writeString(result.out().resolve(file), text);
        }
    }

    @Test
    void swappedLinesAreNamedOneByOne() throws Exception {
        String text = Files.readString(result.out().resolve("grants.csv"));
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.add(2, lines.remove(3));
        List<Message> differences = differencesIn("grants.csv", text, String.join("\n", lines) + "\n");
        assertEquals(
                List.of(3L, 4L),
                differences.stream().map(each -> each.arguments().get("line")).toList());
    }

    @Test
    void manyDifferencesAreCountedRatherThanListed() throws Exception {
        String text = Files.readString(result.out().resolve("grants.csv"));
        List<Message> differences = differencesIn("grants.csv", text, text.replaceAll("(?m),\\w+$", ",ODD"));
        assertEquals(6, differences.size());
        assertEquals("MORE_LINES_DIFFER", differences.get(5).code());
    }

    /** A gigabyte of nothing, from the third line on and behind the last. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLineWithoutEndIsNamedAndWhatFollowsIsNotRead(boolean amidst) throws Exception {
        String text = Files.readString(result.out().resolve("grants.csv"));
        Path file = result.out().resolve("grants.csv");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long from = amidst ? text.indexOf('\n', text.indexOf('\n') + 1) + 1 : text.length();
            channel.truncate(from).write(ByteBuffer.wrap(new byte[1]), from + (1L << 30));
            List<Message> differences = result.differences(input, recomputed, TestRules.book());
            assertEquals(
                    List.of(amidst ? "LINE_DIFFERS" : "LINES_TOO_MANY", "REST_NOT_COMPARED"),
                    differences.stream().map(Message::code).toList());
            assertEquals(
                    amidst ? 3L : text.lines().count() + 1,
                    differences.get(1).arguments().get("line"));
        } finally {
            Files.writeString(file, text);
        }
    }

    @Test
    void aRunRecordOfAGigabyteIsNoRecord() throws Exception {
        String text = Files.readString(result.out().resolve("run.json"));
        Path file = result.out().resolve("run.json");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 1L << 30);
            List<Message> differences = result.differences(input, recomputed, TestRules.book());
            assertEquals(
                    List.of("RECORD_TOO_LARGE"),
                    differences.stream().map(Message::code).toList());
        } finally {
            Files.writeString(file, text);
        }
    }

    /** What a forger could paint over the terminal with. */
    @Test
    void controlCharactersOfAnAlteredFileAreNotShown() throws Exception {
        String text = Files.readString(result.out().resolve("grants.csv"));
        String forged = text.replaceFirst("A1", "\u001B[2J\u009B\u202EA1");
        for (Message difference : differencesIn("grants.csv", text, forged)) {
            String value = difference.arguments().get("value").toString();
            assertTrue(value.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202E), value);
        }
    }

    private static List<Message> differencesWith(String file, String text, int at, char other) throws Exception {
        return differencesIn(file, text, text.substring(0, at) + other + text.substring(at + 1));
    }

    private static List<Message> differencesIn(String file, String text, String other) throws Exception {
        Path path = result.out().resolve(file);
        Files.write(path, other.getBytes(StandardCharsets.UTF_8));
        try {
            return result.differences(input, recomputed, TestRules.book());
        } finally {
            Files.writeString(path, text);
        }
    }

    private static boolean isNamed(String file, List<Message> differences) {
        return differences.stream()
                .anyMatch(difference -> file.equals(difference.arguments().get("file")));
    }
}
