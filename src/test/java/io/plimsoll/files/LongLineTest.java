package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that has no end is given up early, in whichever file it stands and whatever it is made of. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: there are no named pipes")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongLineTest {

    private static final long MOST_BYTES_READ = 4 << 20;

    @TempDir
    Path folder;

    /** What a line is made of. */
    enum Matter {
        LETTERS("", 'a', "EXPECTED_CLOSED_QUOTES"),
        NUL_BYTES("", '\0', "EXPECTED_CLOSED_QUOTES"),
        AN_OPEN_QUOTE("\"", 'a', "EXPECTED_CLOSED_QUOTES"),
        LINES_IN_AN_OPEN_QUOTE("\"", '\n', "EXPECTED_CLOSED_QUOTES"),
        QUOTES("", '"', "EXPECTED_CLOSED_QUOTES"),
        COMMAS("", ',', "EXPECTED_SHORTER_LINE"),
        CARRIAGE_RETURNS("", '\r', "EXPECTED_LINE_END"),
        NO_UTF8("", '\u00FF', "EXPECTED_UTF8");

        private final String begin;
        private final char repeated;
        private final String expected;

        Matter(String begin, char repeated, String expected) {
            this.begin = begin;
            this.repeated = repeated;
            this.expected = expected;
        }

        byte[] after(String before) {
            return (before + begin).getBytes(StandardCharsets.UTF_8);
        }
    }

    static List<String> files() {
        return List.copyOf(new SmallFolder().files().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedBehindTheGoodLinesOfAnyFile(String file) throws Exception {
        assertEquals(13, files().size());
        for (Matter matter : Matter.values()) {
            new SmallFolder().writeTo(folder);
            String before = new SmallFolder().text(file);
            assertGivenUp(file, matter, before, () -> CycleFolder.read(folder));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInThePlaceOfTheHeaderOfAnyFile(String file) throws Exception {
        for (Matter matter : Matter.values()) {
            new SmallFolder().writeTo(folder);
            assertGivenUp(file, matter, "", () -> CycleFolder.read(folder));
        }
    }

    @Test
    void isRefusedInAGrantsFile() throws Exception {
        Cycle cycle = new SmallFolder().read(folder).cycle();
        for (Matter matter : Matter.values()) {
            assertGivenUp(
                    "theirs.csv",
                    matter,
                    "retailer,sku,granted\nR1,S1,3\n",
                    () -> GrantsFile.read(folder.resolve("theirs.csv"), cycle));
        }
    }

    private interface Reading {
        void read() throws BadInput;
    }

    private void assertGivenUp(String file, Matter matter, String before, Reading reading) throws Exception {
        EndlessFile endless = EndlessFile.at(folder.resolve(file), matter.after(before), matter.repeated);
        BadInput bad = assertThrows(BadInput.class, reading::read);
        assertEquals(file, bad.file());
        assertEquals(before.lines().count() + 1, bad.line(), matter + " of " + file);
        assertEquals(matter.expected, bad.expected().code(), matter + " of " + file);
        assertTrue(endless.bytesTaken() < MOST_BYTES_READ, matter + ": " + endless.bytesTaken() + " bytes");
    }

    /** Ten thousand short fields are still counted, so that the error can say how many there are. */
    @Test
    void ofModestLengthIsSaidToHaveTooManyFields() {
        SmallFolder small = new SmallFolder().alter("orders.csv", "R1,2,S3,20", "R1,2,S3,20" + ",x".repeat(9_996));
        BadInput bad = BadInputTest.thrownBy(small, folder);
        assertEquals("EXPECTED_FIELDS", bad.expected().code());
        assertEquals(10_000L, ((Number) bad.expected().arguments().get("found")).longValue());
    }

    /** Every text of a row as long as it may be. */
    @Test
    void thatIsAsLongAsItMayBeIsRead() throws Exception {
        String longest = "烟".repeat(Kinds.LONGEST_TEXT);
        List<String> columns = new ArrayList<>(List.of("name", "territory", "phone", "account"));
        String header = "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,"
                + String.join(",", columns);
        String row = "R1,CM1,LARGE,URBAN,ACTIVE,300,50,1" + (",\"" + longest + "\"").repeat(columns.size());
        SmallFolder small = new SmallFolder()
                .put("retailers.csv", header + "\n" + row + "\n")
                .put("orders.csv", "retailer,rank,sku,demand\nR1,1,S1,8\n")
                .without("submissions.csv");
        assertEquals(1, small.read(folder).cycle().retailers().size());
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void blankLinesWithoutEndAreGivenUpToo() throws Exception {
        new SmallFolder().writeTo(folder);
        byte[] header = "retailer,rank,sku,demand\n".getBytes(StandardCharsets.UTF_8);
        EndlessFile endless = EndlessFile.at(folder.resolve("orders.csv"), header, '\n');
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(folder));
        assertEquals("EXPECTED_FEWER_LINES", bad.expected().code());
        assertEquals(CsvFile.MOST_LINES + 2, bad.line());
        assertTrue(endless.bytesTaken() < CsvFile.MOST_LINES + MOST_BYTES_READ);
    }
}
