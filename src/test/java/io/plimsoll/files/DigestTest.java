package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {

    @TempDir
    Path folder;

    private SortedMap<String, String> digests;

    @BeforeEach
    void readTheUnalteredFolder() throws BadInput {
        digests = new SmallFolder().digests(folder);
    }

    @Test
    void isTheSha256OfTheCanonicalContent() throws Exception {
        String canonical = "tier,rho\nTIER_4,0.95\n";
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes("UTF-8"));
        assertEquals(HexFormat.of().formatHex(sha), digests.get("policy/balance.csv"));
    }

    @Test
    void holdsOptionalColumnsWhetherTheFileHasThemOrNot() throws Exception {
        String canonical = """
                sku,brand,tier,status,supply,forecast,name,price,key_brand,first_sold
                S1,Pine,TIER_1,SCARCE,10,,,45.5,,
                S2,Pine,TIER_2,NORMAL,200,,,,,
                S3,Oak,TIER_4,NORMAL,100,120.25,,,,
                S4,Oak,TIER_5,OPEN,,,,,,
                """;
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes("UTF-8"));
        assertEquals(HexFormat.of().formatHex(sha), digests.get("skus.csv"));
        assertEquals(digests, new SmallFolder().put("skus.csv", canonical).digests(folder));
    }

    @Test
    void isTheSameForShuffledRows() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            SmallFolder small = new SmallFolder();
            for (String file : List.copyOf(small.files().keySet())) {
                List<String> lines = new ArrayList<>(small.text(file).lines().toList());
                Collections.shuffle(lines.subList(1, lines.size()), random);
                small.put(file, String.join("\n", lines) + "\n");
            }
            assertEquals(digests, small.digests(folder));
        }
    }

    @Test
    void isTheSameForShuffledColumns() throws Exception {
        Random random = new Random(12);
        for (int round = 0; round < 20; round++) {
            SmallFolder small = new SmallFolder().alter("retailers.csv", "\"Corner, east\"", "Corner east");
            SortedMap<String, String> expected = small.digests(folder);
            for (String file : List.copyOf(small.files().keySet())) {
                small.put(file, withShuffledColumns(small.text(file), random));
            }
            assertEquals(expected, small.digests(folder));
        }
    }

    private static String withShuffledColumns(String text, Random random) {
        List<Integer> order = new ArrayList<>();
        int columns = text.lines().findFirst().orElseThrow().split(",", -1).length;
        for (int i = 0; i < columns; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        StringBuilder shuffled = new StringBuilder();
        text.lines().forEach(line -> {
            List<String> fields = Arrays.asList(line.split(",", -1));
            shuffled.append(String.join(",", order.stream().map(fields::get).toList()))
                    .append('\n');
        });
        return shuffled.toString();
    }

    @Test
    void isTheSameWithCrlfAndBom() throws Exception {
        SmallFolder small = new SmallFolder();
        for (String file : List.copyOf(small.files().keySet())) {
            small.put(file, "\uFEFF" + small.text(file).replace("\n", "\r\n"));
        }
        assertEquals(digests, small.digests(folder));
    }

    @Test
    void isTheSameForOtherWaysToWriteANumber() throws Exception {
        SmallFolder small = new SmallFolder()
                .alter("policy/balance.csv", "0.95", "00.950000")
                .alter("policy/floats.csv", "LARGE,10", "LARGE,10.0")
                .alter("orders.csv", "R1,7,S2,15", "R1,007,S2,0015")
                .alter("retailers.csv", ",TRUE,", ",\"true\",")
                .alter("skus.csv", "45.50", "45.5");
        assertEquals(digests, small.digests(folder));
    }

    @Test
    void takesAMissingFileForAHeaderAlone() throws Exception {
        SmallFolder missing = new SmallFolder();
        SmallFolder empty = new SmallFolder();
        for (String file : List.of("submissions.csv", "policy/balance.csv", "policy/pacing.csv", "policy/policy.csv")) {
            empty.put(file, missing.text(file).lines().findFirst().orElseThrow());
            missing.without(file);
        }
        assertEquals(empty.digests(folder), missing.digests(folder));
    }

    @Test
    void changesWithEveryDigitThatIsAltered() throws Exception {
        int altered = 0;
        for (String file : new SmallFolder().files().keySet()) {
            byte[] content = new SmallFolder().files().get(file);
            for (int at = 0; at < content.length; at++) {
                if (content[at] >= '0' && content[at] <= '9') {
                    byte[] other = content.clone();
                    other[at] = (byte) (content[at] == '9' ? '0' : content[at] + 1);
                    assertChanged(file, other);
                    altered++;
                }
            }
        }
        assertTrue(altered > 150, "altered only " + altered);
    }

    private void assertChanged(String file, byte[] content) {
        try {
            SortedMap<String, String> changed =
                    new SmallFolder().put(file, content).digests(folder);
            assertNotEquals(digests.get(file), changed.get(file), () -> file + ": " + new String(content));
        } catch (BadInput refused) {
            assertTrue(refused.line() > 0);
        }
    }

    @Test
    void ofThePolicyLeavesOutItsName() throws Exception {
        CycleInput named = new SmallFolder().read(folder);
        CycleInput renamed =
                new SmallFolder().alter("policy/policy.csv", "autumn", "winter").read(folder);
        CycleInput changed = new SmallFolder()
                .alter("policy/weights.csv", "LARGE,4", "LARGE,5")
                .read(folder);
        assertEquals(named.policyDigest(), renamed.policyDigest());
        assertTrue(renamed.cycle().policy().version().startsWith("winter@"));
        assertNotEquals(named.policyDigest(), changed.policyDigest());
    }

    @Test
    void csvOutQuotesOnlyWhatNeedsIt() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvOut out = new CsvOut(bytes);
        out.field("plain")
                .field("a,b")
                .field("say \"x\"")
                .field(" 烟 𠀀\t")
                .field("two\nlines")
                .field("")
                .endRow();
        out.field(0)
                .field(1234567890123L)
                .field(-5)
                .field(Long.MIN_VALUE)
                .field(Long.MAX_VALUE)
                .endRow();
        out.field("").endRow();
        out.flush();
        String expected = "plain,\"a,b\",\"say \"\"x\"\"\", 烟 𠀀\t,\"two\nlines\",\n"
                + "0,1234567890123,-5,-9223372036854775808,9223372036854775807\n\"\"\n";
        assertEquals(expected, bytes.toString("UTF-8"));
    }

    @Test
    void csvOutWritesPastItsBuffer() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvOut out = new CsvOut(bytes);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            out.field(i).field("x".repeat(i % 7)).endRow();
            expected.append(i).append(',').append("x".repeat(i % 7)).append('\n');
        }
        out.row("y".repeat(200_000));
        out.flush();
        assertEquals(expected.append("y".repeat(200_000)).append('\n').toString(), bytes.toString("UTF-8"));
        new CsvOut(OutputStream.nullOutputStream()).flush();
    }

    @Test
    void namesEveryFile() {
        Map<String, String> byName = digests;
        assertEquals(13, byName.size());
        assertTrue(byName.values().stream().allMatch(digest -> digest.matches("[0-9a-f]{64}")));
    }
}
