package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.policy.ReleasePolicy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class CycleWriterTest {

    @TempDir
    private Path place;

    /** The details of {@link SmallFolder}. */
    private static class Known implements CycleDetails {

        @Override
        public OfRetailer retailer(int retailer) {
            return switch (retailer) {
                case 0 ->
                    new OfRetailer(
                            "Corner, east", "", Optional.of(true), "", "", Optional.of(LocalDate.of(2001, 5, 30)));
                case 1 -> new OfRetailer("", "", Optional.of(false), "", "", Optional.empty());
                default -> new OfRetailer("", "", Optional.empty(), "", "", Optional.empty());
            };
        }

        @Override
        public OfSku sku(int sku) {
            Optional<BigDecimal> price = sku == 0 ? Optional.of(new BigDecimal("45.50")) : Optional.empty();
            return new OfSku("", price, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Submission> submission(int retailer) {
            return switch (retailer) {
                case 0 -> Optional.of(submitted(Channel.SELF, "R1", "2026-11-09T09:10:11+08:00"));
                case 1 -> Optional.of(submitted(Channel.ASSISTED, "desk-3", "2026-11-09T10:20:30.5+08:00"));
                default -> Optional.empty();
            };
        }

        private static Submission submitted(Channel channel, String actor, String at) {
            return new Submission(channel, actor, OffsetDateTime.parse(at), "", "", "");
        }
    }

    @Test
    void aCycleThatWasReadIsWrittenWithTheSameContentInEveryFile() throws Exception {
        CycleInput original = new SmallFolder().read(place.resolve("original"));
        Path written = Files.createDirectory(place.resolve("written"));
        CycleWriter.write(written, original.cycle(), new Known());
        CycleInput read = CycleFolder.read(written);
        assertEquals(original.digests(), read.digests());
        assertEquals(original.policyName(), read.policyName());
        assertEquals(original.cycle().policy().version(), read.cycle().policy().version());
    }

    @Test
    void whatIsWrittenIsCanonicalSoWritingItAgainGivesTheSameBytes() throws Exception {
        Cycle cycle = new SmallFolder().read(place.resolve("original")).cycle();
        Path once = Files.createDirectory(place.resolve("once"));
        CycleWriter.write(once, cycle, new Known());
        Path twice = Files.createDirectory(place.resolve("twice"));
        CycleWriter.write(twice, CycleFolder.read(once).cycle(), new Known());
        Map<String, String> bytes = texts(once);
        assertEquals(bytes, texts(twice));
        assertTrue(bytes.get("retailers.csv").contains(",\"Corner, east\",,true,,,2001-05-30\n"));
    }

    @Test
    void aPolicyWithoutANameOrCeilingsStaysWithoutThem() throws Exception {
        CycleInput original = new SmallFolder()
                .without("policy/policy.csv")
                .without("policy/tier_ceilings.csv")
                .without("policy/sku_ceilings.csv")
                .without("policy/pacing.csv")
                .without("policy/balance.csv")
                .without("policy/alerts.csv")
                .read(place.resolve("original"));
        Path written = Files.createDirectory(place.resolve("written"));
        CycleWriter.write(written, original.cycle(), new Known());
        assertEquals(original.digests(), CycleFolder.read(written).digests());
    }

    @Test
    void aPolicyUnderAVersionThatIsNotItsOwnIsNotWritten() throws Exception {
        Cycle cycle = new SmallFolder().read(place.resolve("original")).cycle();
        ReleasePolicy policy = cycle.policy();
        for (String version :
                List.of("", "autumn", "autumn@000000000000", policy.version().replace("autumn", ""))) {
            ReleasePolicy misnamed = new ReleasePolicy(
                    version,
                    policy.floatPercents(),
                    policy.weights(),
                    policy.tierCeilings(),
                    policy.skuCeilings(),
                    policy.tightBalance(),
                    policy.pacing(),
                    policy.alerts());
            Cycle other = new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), cycle.orders(), misnamed);
            Path written = Files.createDirectories(place.resolve("written"));
            assertThrows(IllegalArgumentException.class, () -> CycleWriter.write(written, other, new Known()), version);
        }
        assertThrows(IllegalArgumentException.class, () -> PolicyTables.publish(" ", policy));
        assertEquals(policy.version(), PolicyTables.publish("autumn", policy).version());
    }

    @Test
    void aLimitOfAShopThatSubmittedNothingCannotBeWritten() throws Exception {
        Cycle cycle = new SmallFolder().read(place.resolve("original")).cycle();
        Path written = Files.createDirectory(place.resolve("written"));
        assertThrows(
                IllegalArgumentException.class,
                () -> CycleWriter.write(written, cycle, new Known() {
                    @Override
                    public Optional<Submission> submission(int retailer) {
                        return Optional.empty();
                    }
                }));
    }

    private static Map<String, String> texts(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (String file : new SmallFolder().files().keySet()) {
            texts.put(file, Files.readString(folder.resolve(file)));
        }
        return texts;
    }
}
