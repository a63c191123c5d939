package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.policy.PolicyComparison;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy is its content, apart from any cycle. */
class PolicyVersionTest {

    @TempDir
    private Path place;

    @Test
    void theSameRowsAreTheSameVersionHoweverTheFilesWereWritten() throws Exception {
        PolicyVersion policy = FullPolicy.of(FullPolicy.folder());
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Map<String, byte[]> files = new TreeMap<>();
            FullPolicy.files(FullPolicy.folder()).forEach((file, bytes) -> {
                List<String> lines = new ArrayList<>(text(bytes).lines().toList());
                Collections.shuffle(lines.subList(1, lines.size()), random);
                files.put(file, bytes("\uFEFF" + String.join("\r\n", lines)));
            });
            assertEquals(policy, PolicyVersion.of(files));
        }
    }

    @Test
    void whatIsStoredMakesTheSamePolicyAgainByteForByte() throws Exception {
        for (SmallFolder folder : List.of(
                FullPolicy.folder(), new SmallFolder(), FullPolicy.folder().without("policy/policy.csv"))) {
            PolicyVersion policy = FullPolicy.of(folder);
            PolicyVersion again = PolicyVersion.of(policy.files());
            assertEquals(policy, again);
            assertEquals(policy.version(), again.version());
            assertEquals(texts(policy), texts(again));
            assertTrue(policy.comparedWith(again).isEqual());
        }
    }

    @Test
    void aPolicyWithoutTheAddedTablesHasTheDigestThatItAlwaysHad() throws Exception {
        String digest = new SmallFolder().read(place).policyDigest();
        assertEquals(
                "county-2026-11@45468bb3a6b7",
                PolicyVersion.read(Path.of("docs", "county")).version(),
                "as the documents have it since before there were such tables");
        SmallFolder empty = new SmallFolder();
        for (String table : List.of(FullPolicy.CUTOFFS, FullPolicy.TOTALS, FullPolicy.CALENDAR, FullPolicy.LAUNCHES)) {
            String file = FullPolicy.folder().files().keySet().stream()
                    .filter(each -> FullPolicy.folder().text(each).equals(table))
                    .findFirst()
                    .orElseThrow();
            empty.put(file, table.lines().findFirst().orElseThrow() + "\n");
        }
        assertEquals(digest, FullPolicy.of(empty).digest());
        assertEquals(digest, empty.read(place).policyDigest());
        assertEquals(new SmallFolder().read(place.resolve("other")).digests(), empty.digests(place));
    }

    @Test
    void eachAddedTableChangesTheDigestAndOnlyThat() throws Exception {
        CycleInput without = new SmallFolder().read(place.resolve("without"));
        CycleInput with = FullPolicy.folder().read(place.resolve("with"));
        assertEquals(13, without.digests().size());
        assertEquals(17, with.digests().size());
        assertTrue(with.digests().entrySet().containsAll(without.digests().entrySet()));
        TreeSet<String> digests = new TreeSet<>(List.of(without.policyDigest(), with.policyDigest()));
        for (String file : Formats.ADDED_POLICY_TABLES) {
            digests.add(FullPolicy.of(FullPolicy.folder().without(file)).digest());
        }
        assertEquals(6, digests.size());
        assertEquals(with.policy(), FullPolicy.of(FullPolicy.folder()));
        assertEquals(
                with.policy().releasePolicy().skuCeilings().rows().size(),
                without.policy().releasePolicy().skuCeilings().rows().size());
    }

    @Test
    void aNameIsNoContent() throws Exception {
        PolicyVersion policy = FullPolicy.of(FullPolicy.folder());
        PolicyVersion renamed = policy.named("winter");
        assertEquals(policy.digest(), renamed.digest());
        assertNotEquals(policy, renamed);
        assertEquals("winter@" + policy.digest().substring(0, 12), renamed.version());
        assertEquals(renamed.version(), renamed.releasePolicy().version());
        assertTrue(policy.comparedWith(renamed).isEqual());
        assertThrows(IllegalArgumentException.class, () -> policy.named(" "));
    }

    @Test
    void saysWhatItsTablesSay() throws Exception {
        PolicyVersion policy = FullPolicy.of(FullPolicy.folder());
        assertEquals(
                Optional.of(SizeClass.MEDIUM), policy.cutoffs().classOf(MarketType.URBAN, new BigDecimal("299.99")));
        assertEquals(Optional.of(SizeClass.LARGE), policy.cutoffs().classOf(MarketType.RURAL, new BigDecimal("200")));
        assertEquals(Optional.of(SizeClass.SMALL), policy.cutoffs().classOf(MarketType.RURAL, new BigDecimal("90.49")));
        assertEquals(OptionalInt.of(30), policy.totals().total(SizeClass.SMALL, MarketType.RURAL));
        assertEquals(OptionalInt.of(40), policy.totals().total(SizeClass.SMALL, MarketType.URBAN));
        assertEquals(Optional.of("国庆节"), policy.calendar().holiday(LocalDate.of(2026, 10, 5)));
        assertTrue(policy.calendar().isBusinessDay(LocalDate.of(2026, 10, 10)));
        assertEquals(Optional.of(LocalDate.of(2026, 11, 2)), policy.launches().launchedOn("S3"));
        assertEquals(EnumSet.allOf(SizeClass.class), policy.servedClasses());
        assertEquals(new TreeSet<>(List.of("S1", "S2", "S3")), policy.namedSkus());
    }

    @Test
    void aPolicyThatIsSilentClassifiesNobodyAndHasADefaultForNobody() throws Exception {
        PolicyVersion policy = FullPolicy.of(new SmallFolder().alter("policy/weights.csv", "SMALL,1\n", ""));
        assertEquals(Optional.empty(), policy.cutoffs().classOf(MarketType.URBAN, BigDecimal.TEN));
        assertEquals(OptionalInt.empty(), policy.totals().total(SizeClass.SMALL, MarketType.URBAN));
        assertFalse(policy.calendar().isBusinessDay(LocalDate.of(2026, 10, 10)));
        assertEquals(Map.of(), policy.launches().days());
        assertEquals(EnumSet.of(SizeClass.LARGE, SizeClass.MEDIUM), policy.servedClasses());
    }

    @Test
    void apartFromARegisterItMayNameAnySkuAndBesideOneOnlyThoseRegistered() throws Exception {
        Map<String, byte[]> files = FullPolicy.files(FullPolicy.folder());
        assertEquals(PolicyVersion.of(files), PolicyVersion.of(files, List.of("S1", "S2", "S3", "S4")));
        BadInput ceiling = assertThrows(BadInput.class, () -> PolicyVersion.of(files, List.of("S1", "S3")));
        assertEquals("policy/sku_ceilings.csv", ceiling.file());
        assertEquals("EXPECTED_REGISTERED_SKU", ceiling.expected().code());
        BadInput launch = assertThrows(BadInput.class, () -> PolicyVersion.of(files, List.of("S1", "S2")));
        assertEquals("policy/launches.csv", launch.file());
        assertEquals(2, launch.line());
        assertEquals("S3", launch.value());
    }

    @Test
    void filesUnderWrongNamesOrMissingAreRefused() {
        Map<String, byte[]> misnamed = FullPolicy.files(FullPolicy.folder());
        misnamed.put("policy/cutoffs.csv", bytes(FullPolicy.CUTOFFS));
        assertEquals(
                "EXPECTED_POLICY_FILE",
                assertThrows(BadInput.class, () -> PolicyVersion.of(misnamed))
                        .expected()
                        .code());
        BadInput nothing = assertThrows(BadInput.class, () -> PolicyVersion.of(Map.of()));
        assertEquals("policy/floats.csv", nothing.file());
        assertEquals("EXPECTED_FILE", nothing.expected().code());
    }

    @Test
    void whateverBytesAreHandedInNothingButBadInputIsThrown() {
        Random random = new Random(20261124);
        Map<String, byte[]> good = FullPolicy.files(FullPolicy.folder());
        List<String> names = List.copyOf(good.keySet());
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            Map<String, byte[]> files = new TreeMap<>(good);
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = files.get(name).clone();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] =
                        "\",\n\r\u0000 -0*.9ES".getBytes(StandardCharsets.UTF_8)[random.nextInt(13)];
            }
            files.put(name, bytes);
            try {
                PolicyVersion policy = PolicyVersion.of(files);
                assertEquals(policy, PolicyVersion.of(policy.files()));
                policy.releasePolicy();
                policy.cutoffs();
                policy.totals();
                policy.calendar();
                policy.launches();
            } catch (BadInput bad) {
                assertEquals(name, bad.file());
                refused++;
            }
        }
        assertTrue(refused > 1_000, "refused only " + refused);
    }

    @Test
    void theCyclesPolicyIsTheWholePolicyEvenWhereTheCycleDoesNotSellAllItsSkus() throws Exception {
        SmallFolder elsewhere = FullPolicy.folder()
                .alter("policy/sku_ceilings.csv", "SMALL,*,S1,3", "SMALL,*,S1,3\nSMALL,*,X7,5")
                .alter("policy/launches.csv", "S3,", "X8,2026-12-01\nS3,");
        PolicyVersion policy = FullPolicy.of(elsewhere);
        CycleInput small = new SmallFolder().read(place.resolve("small"));
        Path written = CyclesUnder.write(place.resolve("written"), small.cycle(), policy);
        assertEquals("sku\nX7\nX8\n", Files.readString(written.resolve("policy/unsold_skus.csv")));
        CycleInput read = CycleFolder.read(written);
        assertEquals(policy, read.policy());
        assertEquals(policy.version(), read.cycle().policy().version());
        assertEquals(policy, PolicyVersion.read(written));
        assertEquals(4, read.cycle().skus().size());
    }

    @Test
    void aCycleThatSellsAllThatThePolicyNamesNeedsNoSuchList() throws Exception {
        PolicyVersion policy = FullPolicy.of(FullPolicy.folder());
        CycleInput small = new SmallFolder().read(place.resolve("small"));
        Path written = CyclesUnder.write(place.resolve("written"), small.cycle(), policy);
        assertFalse(Files.exists(written.resolve("policy/unsold_skus.csv")));
        assertEquals(policy, CycleFolder.read(written).policy());
    }

    @Test
    void aCycleOfAnotherPolicyIsNotWrittenUnderThisOne() throws Exception {
        PolicyVersion policy = FullPolicy.of(FullPolicy.folder());
        CycleInput small = new SmallFolder().read(place.resolve("small"));
        assertThrows(
                IllegalArgumentException.class,
                () -> CycleWriter.write(place, small.cycle(), policy, CyclesUnder.NOTHING_KNOWN));
        PolicyComparison comparison = small.policy().comparedWith(policy);
        assertEquals(
                List.copyOf(Formats.ADDED_POLICY_TABLES),
                List.copyOf(comparison.byTable().keySet()));
    }

    private static Map<String, String> texts(PolicyVersion policy) {
        Map<String, String> texts = new TreeMap<>();
        policy.files().forEach((file, bytes) -> texts.put(file, text(bytes)));
        return texts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
