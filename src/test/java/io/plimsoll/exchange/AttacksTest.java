package io.plimsoll.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to exhaust memory or disk is refused by a limit that has a name, with 64 MB of memory for everything. */
class AttacksTest {

    private static final String EXPECTED = """
            a gigabyte: UPLOAD_TOO_LARGE
            MB read of the gigabyte: 64
            one line of 60 MB: orders.csv:1:: EXPECTED_CLOSED_QUOTES
            zip bomb: ZIP_BOMB
            a large cycle: ZIP_TOO_LARGE
            two large files: ZIP_TOO_LARGE
            a million blank rows: SHEET_BLANK_ROWS
            a million rows of blank cells: SHEET_BLANK_ROWS
            many rows: SHEET_ROWS
            the last row: SHEET_BLANK_ROWS
            a row beyond it: SHEET_BROKEN
            a column that isn't: SHEET_BROKEN
            an endless text: SHEET_BROKEN
            endless runs: SHEET_BROKEN
            an endless attribute: SHEET_BROKEN
            an endless comment: SHEET_BROKEN
            endless cells: ZIP_TOO_LARGE
            deep nesting: SHEET_BROKEN
            endless names: SHEET_BROKEN
            billion laughs in a sheet: SHEET_ENTITIES
            billion laughs in the texts: SHEET_ENTITIES
            a file from here: SHEET_ENTITIES
            many texts: SHEET_TEXTS
            blank texts: SHEET_TEXTS
            one text in many cells: ZIP_TOO_LARGE
            """;

    @TempDir
    Path folder;

    @Test
    void everyAttackIsRefusedByItsLimitInLittleMemory() throws Exception {
        Path said = folder.resolve("said");
        Process attacks = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Attacks.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = attacks.waitFor();
        assertEquals(EXPECTED, Files.readString(said));
        assertEquals(0, exit);
    }
}
