package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.text.CodePoints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CycleFolderTest {

    @TempDir
    Path folder;

    static Stream<Path> sharedFolders() throws IOException {
        return Stream.concat(sharedVectors(), foldersIn(Path.of("../shared/data/iowa")));
    }

    static Stream<Path> sharedVectors() throws IOException {
        return foldersIn(Path.of("../shared/vectors"));
    }

    /** The folders in a folder; where it is not there, one that is not there either, so that a test can say so. */
    private static Stream<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.of(folder);
        }
        try (Stream<Path> each = Files.list(folder)) {
            return each.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sharedFolders")
    void readsEveryVectorAndTheRealOrders(Path shared) throws Exception {
        assumeTrue(Files.isRegularFile(shared.resolve("cycle.csv")), "no shared cycles beside this project");
        CycleInput input = CycleFolder.read(shared);
        long lines;
        try (Stream<String> text = Files.lines(shared.resolve("orders.csv"))) {
            lines = text.count() - 1;
        }
        assertEquals(lines, input.cycle().orders().lines());
        assertEquals(13, input.digests().size());
    }

    @Test
    void readsWhatTheFilesSay() throws Exception {
        Cycle cycle = new SmallFolder().read(folder).cycle();
        assertEquals("2026-11-w2", cycle.head().cycle());
        assertEquals("seed 7", cycle.head().seed());
        assertEquals(2, cycle.head().number());
        assertEquals(4, cycle.head().of());
        assertEquals(
                List.of("R1", "R2", "R3", "R4"),
                cycle.retailers().stream().map(Retailer::key).toList());
        assertEquals(300, cycle.retailers().get(0).agreedTotal());
        assertEquals(2, cycle.retailers().get(1).interval());
        assertEquals(10, cycle.skus().get(0).supply().getAsLong());
        assertTrue(cycle.skus().get(3).supply().isEmpty());
        assertEquals(Optional.of(new BigDecimal("120.25")), cycle.skus().get(2).forecast());
    }

    @Test
    void readsThePolicy() throws Exception {
        CycleInput input = new SmallFolder().read(folder);
        ReleasePolicy policy = input.cycle().policy();
        assertEquals("autumn", input.policyName());
        assertEquals("autumn@" + input.policyDigest().substring(0, 12), policy.version());
        assertEquals(new BigDecimal("7.5"), policy.floatPercents().get(SizeClass.MEDIUM));
        assertEquals(4, policy.weights().get(SizeClass.LARGE));
        assertEquals(new BigDecimal("0.95"), policy.tightBalance().get(BrandTier.TIER_4));
        assertEquals(20, policy.pacing().orElseThrow().exempt());
        assertEquals(new BigDecimal("1.5"), policy.alerts().value("R9", "surge_ratio", BigDecimal.ZERO));
        assertEquals(
                Optional.of(new BigDecimal("24.5")),
                policy.tierCeilings().ceiling(SizeClass.LARGE, MarketType.RURAL, "TIER_1"));
        assertEquals(Optional.empty(), policy.tierCeilings().ceiling(SizeClass.LARGE, MarketType.URBAN, "TIER_1"));
        assertEquals(
                Optional.of(BigDecimal.ZERO), policy.skuCeilings().ceiling(SizeClass.SMALL, MarketType.RURAL, "S1"));
    }

    @Test
    void keepsOrdersByRetailerAndRankHoweverTheyAreShuffled() throws Exception {
        String shuffled =
                "sku,demand,retailer,rank\nS2,15,R1,7\nS2,9,R3,1\nS4,6,R2,3\nS1,8,R1,1\nS1,4,R2,1\nS3,20,R1,2\n";
        for (SmallFolder small : List.of(new SmallFolder(), new SmallFolder().put("orders.csv", shuffled))) {
            Orders orders = small.read(folder).cycle().orders();
            assertArrayEquals(new int[] {0, 3, 5, 6, 6}, orders.firstLine());
            assertArrayEquals(new int[] {1, 2, 7, 1, 3, 1}, orders.rank());
            assertArrayEquals(new int[] {0, 2, 1, 0, 3, 1}, orders.sku());
            assertArrayEquals(new int[] {8, 20, 15, 4, 6, 9}, orders.demand());
            assertArrayEquals(new int[] {30, Orders.NO_LIMIT, Orders.NO_LIMIT, Orders.NO_LIMIT}, orders.atMost());
            assertFalse(orders.ordered(3));
        }
    }

    @Test
    void sortsNamesByCodePoints() throws Exception {
        SmallFolder small = new SmallFolder()
                .alter("retailers.csv", "R2,CM1", "𠀀,CM1")
                .alter("retailers.csv", "R4,CM2", "Ａ,CM2")
                .put("submissions.csv", "retailer,channel,actor,submitted_at\n")
                .put("orders.csv", "retailer,rank,sku,demand\n𠀀,1,S1,1\nＡ,1,S1,2\n");
        Cycle cycle = small.read(folder).cycle();
        List<String> keys = cycle.retailers().stream().map(Retailer::key).toList();
        assertEquals(List.of("R1", "R3", "Ａ", "𠀀"), keys);
        assertEquals(keys.stream().sorted(CodePoints.ORDER).toList(), keys);
        assertArrayEquals(new int[] {2, 1}, cycle.orders().demand());
    }

    @Test
    void doesWithoutOptionalFiles() throws Exception {
        SmallFolder small = new SmallFolder()
                .without("submissions.csv")
                .without("policy/policy.csv")
                .without("policy/balance.csv")
                .without("policy/pacing.csv")
                .without("policy/tier_ceilings.csv")
                .without("policy/sku_ceilings.csv")
                .without("policy/alerts.csv");
        CycleInput input = small.read(folder);
        assertEquals("unnamed", input.policyName());
        assertTrue(input.cycle().policy().pacing().isEmpty());
        assertTrue(input.cycle().policy().version().startsWith("unnamed@"));
        assertEquals(13, input.digests().size());
    }

    @Test
    void takesLineEndsAndTabsInsideQuotedText() throws Exception {
        SmallFolder small = new SmallFolder().alter("retailers.csv", "\"Corner, east\"", "\"Corner,\r\n\teast\"");
        assertEquals(4, small.read(folder).cycle().retailers().size());
    }

    @Test
    void countsLinesOverTextOfSeveralLines() throws Exception {
        SmallFolder small = new SmallFolder()
                .alter("retailers.csv", "\"Corner, east\"", "\"Corner,\n\neast\"")
                .alter("retailers.csv", "R4,CM2,SMALL", "R4,CM2,TINY");
        BadInput bad = BadInputTest.thrownBy(small, folder);
        assertEquals(7, bad.line());
    }

    @Test
    void takesBlankLinesAtTheEndOfAFile() throws Exception {
        SmallFolder small = new SmallFolder();
        small.put("orders.csv", small.text("orders.csv") + "\n\r\n\n");
        assertEquals(6, small.read(folder).cycle().orders().lines());
    }

    @Test
    void takesAFileWithoutAFinalLineEnd() throws Exception {
        SmallFolder small = new SmallFolder();
        small.put("orders.csv", small.text("orders.csv").stripTrailing());
        assertEquals(6, small.read(folder).cycle().orders().lines());
    }

    @Test
    void ignoresFilesThatAreNoneOfItsOwn() throws Exception {
        SmallFolder small =
                new SmallFolder().put("expected-grants.csv", "anything").put("policy/notes.txt", "anything");
        assertEquals(13, small.read(folder).digests().size());
    }

    @Test
    void takesAShopWithASubmissionAndNoLine() throws Exception {
        SmallFolder small = new SmallFolder();
        small.put("submissions.csv", small.text("submissions.csv") + "R4,SELF,R4,2026-11-09T10:00:00Z,0\n");
        assertEquals(0, small.read(folder).cycle().orders().atMost()[3]);
    }

    @Test
    void readsMoreLinesThanOneBufferHolds() throws Exception {
        StringBuilder orders = new StringBuilder("retailer,rank,sku,demand\n");
        StringBuilder skus = new StringBuilder("sku,brand,tier,status,supply,forecast\n");
        int lines = 70_000;
        for (int i = 0; i < lines; i++) {
            skus.append("X").append(i).append(",B,TIER_3,OPEN,,\n");
            orders.append("R4,")
                    .append(lines - i)
                    .append(",X")
                    .append(i)
                    .append(",")
                    .append(i)
                    .append("\r\n");
        }
        SmallFolder small = new SmallFolder()
                .put("skus.csv", skus.toString())
                .put("orders.csv", orders.toString())
                .without("policy/sku_ceilings.csv");
        Orders read = small.read(folder).cycle().orders();
        assertEquals(lines, read.lines());
        assertEquals(lines - 1, read.demand()[0]);
        assertEquals(lines, read.rank()[lines - 1]);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<String> told = new ArrayList<>();
        CycleFolder.read(new SmallFolder().writeTo(folder), (file, lines) -> told.add(file + " " + lines));
        assertTrue(told.contains("orders.csv 6"), told::toString);
        assertTrue(told.contains("policy/floats.csv 3"), told::toString);
    }
}
