package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrantsFileTest {

    static final String OURS = """
            retailer,rank,sku,demand,granted,binding
            R1,1,S1,8,6,SUPPLY
            R1,2,S3,20,20,NONE
            R1,7,S2,15,4,AT_MOST
            R2,1,S1,4,4,NONE
            R2,3,S4,6,6,NONE
            R3,1,S2,9,0,INELIGIBLE
            """;

    @TempDir
    Path folder;

    private Cycle cycle;

    @BeforeEach
    void readTheCycle() throws BadInput {
        cycle = new SmallFolder().read(folder).cycle();
    }

    private GrantsFile read(String content) throws Exception {
        return GrantsFile.read(Files.writeString(folder.resolve("theirs.csv"), content), cycle);
    }

    @Test
    void putsEveryGrantBesideItsLine() throws Exception {
        GrantsOnTrial grants = read(OURS).grants();
        assertArrayEquals(new int[] {6, 20, 4, 4, 6, 0}, grants.granted());
        assertArrayEquals(new int[] {8, 20, 15, 4, 6, 9}, grants.recordedDemand());
        assertEquals(List.of(), grants.strays());
    }

    @Test
    void doesWithThreeColumnsInAnyOrder() throws Exception {
        GrantsOnTrial grants =
                read("granted,sku,retailer\n007,S4,R2\n6,S1,R1\n").grants();
        assertArrayEquals(new int[] {6, 0, 0, 0, 7, 0}, grants.granted());
        assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, grants.recordedDemand());
    }

    @Test
    void keepsWhatNobodyOrderedAsEvidence() throws Exception {
        GrantsOnTrial grants = read("retailer,sku,granted,demand\nR4,S2,1000000000,\nGhost,S1,3,3\nR1,X,2,\nA,B,1,\n"
                        + "R4,S1,0,9\nGhost,B,0,\nR2,S1,1,\n")
                .grants();
        assertEquals(
                List.of(
                        new Stray("A", "B", -1, -1, 1),
                        new Stray("Ghost", "S1", -1, 0, 3, 3),
                        new Stray("R1", "X", 0, -1, 2),
                        new Stray("R4", "S1", 3, 0, 0, 9),
                        new Stray("R4", "S2", 3, 1, 1_000_000_000)),
                grants.strays());
        assertArrayEquals(new int[] {0, 0, 0, 1, 0, 0}, grants.granted());
        assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, grants.recordedDemand());
    }

    @Test
    void ofOurOwnFileHasTheDigestOfItsBytes() throws Exception {
        assertEquals(sha256(OURS.getBytes(StandardCharsets.UTF_8)), read(OURS).digest());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void hasTheSameDigestHoweverItIsShuffled() throws Exception {
        Random random = new Random(5);
        String theirs = "retailer,sku,granted\nR1,S1,1\nR1,S3,2\nB,S9,3\nB,S1,4\n𠀀,S1,5\nＡ,S10,6\nＡ,S2,7\nR1,S2,8\n";
        for (String content : List.of(OURS, theirs)) {
            String digest = read(content).digest();
            for (int round = 0; round < 20; round++) {
                List<String> lines = new ArrayList<>(content.lines().toList());
                Collections.shuffle(lines.subList(1, lines.size()), random);
                assertEquals(digest, read(String.join("\r\n", lines)).digest());
            }
        }
        assertNotEquals(
                read(OURS).digest(), read(OURS.replace("4,NONE", "5,NONE")).digest());
    }

    @ParameterizedTest
    @MethodSource("io.plimsoll.files.CycleFolderTest#sharedVectors")
    void readsTheExpectedGrantsOfEveryVector(Path shared) throws Exception {
        Path expected = shared.resolve("expected-grants.csv");
        assumeTrue(Files.isRegularFile(expected), "no expected grants here");
        Cycle vector = CycleFolder.read(shared).cycle();
        GrantsFile read = GrantsFile.read(expected, vector);
        assertArrayEquals(vector.orders().demand(), read.grants().recordedDemand());
        assertEquals(List.of(), read.grants().strays());
        assertEquals(sha256(Files.readAllBytes(expected)), read.digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retailer,sku,granted;R1,S1,1;R2,S1,1;R1,S1,2 | 4 | sku | S1 | EXPECTED_ONCE",
                "retailer,sku,granted;Q,X,1;Q,X,0 | 3 | sku | X | EXPECTED_ONCE",
                "retailer,sku,granted;R1,S1,-1 | 2 | granted | -1 | EXPECTED_WHOLE_NUMBER",
                "retailer,sku,granted;R1,S1,1000000001 | 2 | granted | 1000000001 | EXPECTED_WHOLE_NUMBER",
                "retailer,sku,granted,demand;R1,S1,1,x | 2 | demand | x | EXPECTED_WHOLE_NUMBER",
                "retailer,sku,granted,rank;R1,S1,1,0 | 2 | rank | 0 | EXPECTED_WHOLE_NUMBER",
                "retailer,sku,granted;,S1,1 | 2 | retailer | '' | EXPECTED_NOT_BLANK",
                "retailer,sku;R1,S1 | 1 | granted | '' | EXPECTED_COLUMN",
                "retailer,sku,granted,why;R1,S1,1,x | 1 | why | '' | EXPECTED_COLUMNS",
            })
    void refusesWhatIsNoGrant(String content, long line, String column, String value, String code) {
        BadInput bad = assertThrows(BadInput.class, () -> read(content.trim().replace(';', '\n')));
        assertEquals("theirs.csv", bad.file());
        assertEquals(line, bad.line());
        assertEquals(column, bad.column());
        assertEquals(value, bad.value());
        assertEquals(code, bad.expected().code());
    }
}
