package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of a gigabyte ends a run at once and in little memory, wherever it stands and whatever it is made of. */
class HugeLinesIT {

    private static final List<String> LITTLE_MEMORY = List.of("-Xmx32m");

    private static final String TOO_LONG_A_FIELD = "Expected: fields of at most 10000 characters, every opening quote"
            + " closed, and nothing between a closing quote and the next comma. Maybe a quote is missing.";
    private static final String TOO_LONG_A_LINE =
            "Expected: at most 1048576 characters in a line. Maybe a line end is missing.";

    @TempDir
    private Path temp;

    private Path cycle;
    private Path out;

    @BeforeEach
    void copyTheCounty() throws Exception {
        cycle = CycleCopy.county(temp.resolve("county"));
        out = temp.resolve("out");
    }

    /**
     * A gigabyte of one byte behind the good lines of a file, through a pipe; a quote before it where it is to be open.
     *
     * @param octal the byte, as tr knows it
     */
    private ProcessBuilder withAGigabyte(Path file, String before, String octal, ProcessBuilder program) {
        return Surroundings.script(
                program,
                "mv \"$1\" \"$1.good\" && mkfifo \"$1\" || exit 99; "
                        + "{ cat \"$1.good\"; printf '%s' \"$2\"; head -c 1073741824 /dev/zero | tr '\\000' \"$3\"; }"
                        + " > \"$1\" 2> \"$1.rest\" & "
                        + "shift 3; exec \"$@\"",
                file,
                before,
                octal);
    }

    @ParameterizedTest
    @CsvSource({
        "orders.csv, 1739, '', '\\101'",
        "orders.csv, 1739, '', '\\000'",
        "orders.csv, 1739, '\"', '\\101'",
        "orders.csv, 1739, '', ','",
        "policy/alerts.csv, 3, '\"', '\\012'"
    })
    void inACycle(String file, long line, String before, String octal) throws Exception {
        ProcessBuilder program = PlimsollJar.command(LITTLE_MEMORY, "allocate", cycle, "--out", out);
        long start = System.nanoTime();
        PlimsollJar.run(withAGigabyte(cycle.resolve(file), before, octal, program))
                .refusesWith(file + ", line " + line + ": this line can't be used. "
                        + (octal.equals(",") ? TOO_LONG_A_LINE : TOO_LONG_A_FIELD));
        assertTrue(System.nanoTime() - start < 30e9, "it took long");
        assertFalse(Files.exists(out));
    }

    @Test
    void inGrantsToBeJudgedAndInChinese() throws Exception {
        Path grants = Files.writeString(temp.resolve("theirs.csv"), "retailer,sku,granted\nL620000,HB-01,1\n");
        ProcessBuilder program =
                PlimsollJar.command(LITTLE_MEMORY, "audit", cycle, grants, "--out", out, "--lang", "zh");
        PlimsollJar.run(withAGigabyte(grants, "", ",", program))
                .refusesWith("theirs.csv 第 3 行：此行不能采用。每行最多应为 1048576 个字符。可能少了换行。");
        assertFalse(Files.exists(out));
    }

    @Test
    void inAResultThatIsVerifiedOrReplaced() throws Exception {
        PlimsollJar.run("allocate", cycle, "--out", out).exits(ExitCode.DONE);
        addAGigabyteOfNothing(out.resolve("grants.csv"));
        PlimsollJar.Run altered = PlimsollJar.run(PlimsollJar.command(LITTLE_MEMORY, "verify", cycle, out))
                .exits(ExitCode.CRITICAL);
        assertTrue(altered.out().contains("grants.csv: line 1739 has no end where it should"), altered.out());
        addAGigabyteOfNothing(out.resolve("run.json"));
        PlimsollJar.Run broken = PlimsollJar.run(PlimsollJar.command(LITTLE_MEMORY, "verify", cycle, out))
                .exits(ExitCode.CRITICAL);
        assertEquals("run.json is no run record: it is larger than 16777216 bytes.\n", broken.err());
        PlimsollJar.run(PlimsollJar.command(LITTLE_MEMORY, "allocate", cycle, "--out", out, "--force"))
                .refusesWith(
                        out
                                + " holds no run.json, audit.json or compare.json, so it is no earlier result; it is not replaced.");
    }

    /** A file with a hole in it, which takes no room on the disk. */
    private static void addAGigabyteOfNothing(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), channel.size() + (1L << 30));
        }
    }
}
