package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    @TempDir
    Path folder;

    static BadInput thrownBy(SmallFolder small, Path folder) {
        return assertThrows(BadInput.class, () -> small.read(folder));
    }

    @ParameterizedTest
    @MethodSource("io.plimsoll.files.BadInputCases#all")
    void saysWhereAndWhatWasExpected(BadInputCases.Case bad) {
        BadInput thrown = thrownBy(bad.folder(), folder);
        assertEquals(
                bad.expected(),
                new BadInputCases.Where(
                        thrown.file(),
                        thrown.line(),
                        thrown.column(),
                        thrown.value(),
                        thrown.expected().code()));
    }

    @ParameterizedTest
    @MethodSource("io.plimsoll.files.BadInputCases#all")
    void isAWholeSentenceInBothLanguages(BadInputCases.Case bad) {
        BadInput thrown = thrownBy(bad.folder(), folder);
        for (Language language : Language.values()) {
            String said = thrown.say(Catalogue.of(language, Map.of()));
            assertFalse(said.matches("(?s).*\\{[A-Za-z_]+}.*"), said);
            assertFalse(said.contains("EXPECTED_"), said);
            assertTrue(said.contains(thrown.file()) && said.contains(thrown.value()), said);
        }
    }

    @Test
    void speaksPlainly() {
        SmallFolder small = new SmallFolder().alter("orders.csv", "R1,2,S3,20", "R1,2,S3,-1");
        assertEquals(
                "orders.csv, line 3, column demand: \"-1\" can't be used. Expected: a whole number from 0 to 1000000.",
                thrownBy(small, folder).say(Catalogue.of(Language.EN, Map.of())));
        assertEquals(
                "orders.csv 第 3 行，demand 列：“-1”不能采用。应为 0 至 1000000 之间的整数。",
                thrownBy(small, folder).say(Catalogue.of(Language.ZH, Map.of())));
        assertEquals(
                "orders.csv:3:demand: -1 -> EXPECTED_WHOLE_NUMBER {from=0, to=1000000}",
                thrownBy(small, folder).getMessage());
    }

    @Test
    void bothCataloguesHoldTheSameSentencesWithTheSameArguments() {
        Catalogue english = Catalogue.of(Language.EN, Map.of());
        Catalogue chinese = Catalogue.of(Language.ZH, Map.of());
        assertEquals(english.codes(), chinese.codes());
        for (String code : english.codes()) {
            assertEquals(english.argumentsOf(code), chinese.argumentsOf(code), code);
        }
    }

    @Test
    void cutsWhatItShowsAndHidesControlCharacters() {
        SmallFolder small = new SmallFolder().alter("orders.csv", "R2,1,", "R2,1\u0007" + "9".repeat(100) + ",");
        String value = thrownBy(small, folder).value();
        assertTrue(value.startsWith("1\\u00079999"), value);
        assertEquals(80, value.length());
        assertTrue(value.endsWith("…"), value);
    }

    @Test
    void reportsTheFirstErrorInTheOrderOfFiles() {
        SmallFolder small = new SmallFolder()
                .alter("submissions.csv", "SELF", "SOMEHOW")
                .alter("orders.csv", "R1,1,S1,8", "R1,1,S1,eight")
                .alter("skus.csv", "SCARCE", "RARE")
                .alter("retailers.csv", "LARGE", "HUGE");
        assertEquals("retailers.csv", thrownBy(small, folder).file());
        assertEquals(
                "skus.csv",
                thrownBy(small.alter("retailers.csv", "HUGE", "LARGE"), folder).file());
        assertEquals(
                "orders.csv",
                thrownBy(small.alter("skus.csv", "RARE", "SCARCE"), folder).file());
        assertEquals(
                "submissions.csv",
                thrownBy(small.alter("orders.csv", "eight", "8"), folder).file());
    }

    @Test
    void reportsTheFirstLineOfAFile() {
        SmallFolder small = new SmallFolder()
                .alter("orders.csv", "R3,1,S2,9", "R3,1,S2")
                .alter("orders.csv", "R2,1,S1,4", "R2,1,S9,4");
        assertEquals(5, thrownBy(small, folder).line());
        byte[] broken = small.text("orders.csv").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 5] = (byte) 0xFF;
        assertEquals(5, thrownBy(small.put("orders.csv", broken), folder).line());
    }

    @Test
    void namesTheFirstOfTwoEqualLines() {
        SmallFolder small = new SmallFolder()
                .put("orders.csv", "retailer,rank,sku,demand\nR2,5,S1,1\nR1,1,S2,1\nR2,6,S1,1\nR1,1,S3,1\n");
        BadInput bad = thrownBy(small, folder);
        assertEquals(4, bad.line());
        assertEquals(2L, ((Number) bad.expected().arguments().get("line")).longValue());
    }

    @Test
    void saysThatAFolderIsNoFile() throws Exception {
        new SmallFolder().without("skus.csv").writeTo(folder);
        Files.createDirectory(folder.resolve("skus.csv"));
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(folder));
        assertEquals("EXPECTED_READABLE_FILE", bad.expected().code());
        assertEquals("skus.csv", bad.file());
    }

    @Test
    void doesNotTakeABrokenLinkForAMissingFile() throws Exception {
        new SmallFolder().without("policy/pacing.csv").writeTo(folder);
        Files.createSymbolicLink(folder.resolve("policy/pacing.csv"), folder.resolve("nowhere"));
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(folder));
        assertEquals("policy/pacing.csv", bad.file());
    }

    @Test
    void saysThatAnEmptyFolderIsNoCycle() {
        BadInput bad = assertThrows(BadInput.class, () -> CycleFolder.read(folder.resolve("nowhere")));
        assertEquals("cycle.csv", bad.file());
        assertEquals("EXPECTED_FILE", bad.expected().code());
    }

    @Test
    void keepsMemoryWhenAQuoteIsNeverClosed() {
        SmallFolder small = new SmallFolder();
        String endless = small.text("orders.csv") + "\"R3,2,S1,1\n" + "R4,1,S1,1\n".repeat(200_000);
        BadInput bad = thrownBy(small.put("orders.csv", endless), folder);
        assertEquals("EXPECTED_CLOSED_QUOTES", bad.expected().code());
        assertEquals(8, bad.line());
    }

    @Test
    void knowsAMinimumByItsName() {
        for (String name : List.of(
                "min",
                "Minimum",
                "min_order",
                "orderMin",
                "floor",
                "at_least",
                "least",
                "下限",
                "起订量",
                "min-qty",
                "minqty",
                "demand_floor")) {
            assertEquals(
                    "EXPECTED_NO_MINIMUM",
                    Forbidden.column("orders.csv", name).orElseThrow().code(),
                    name);
        }
        for (String name : List.of("administrator", "terminal", "comment", "minutes")) {
            assertTrue(Forbidden.column("orders.csv", name).isEmpty(), name);
        }
    }

    @Test
    void letsThresholdsOfRatiosBe() {
        for (String name : List.of("fill_rate_min", "lowest_share", "headroom_multiple", "at_cap_share")) {
            assertTrue(Forbidden.parameter(name).isEmpty(), name);
        }
        for (String name : List.of("min_cartons", "minimum", "order_floor", "least_demand", "minimumOrder", "最低订货量")) {
            assertTrue(Forbidden.parameter(name).isPresent(), name);
        }
    }
}
