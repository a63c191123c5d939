package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.comparison.Change;
import io.plimsoll.comparison.Comparison;
import io.plimsoll.comparison.TwoPolicies;
import io.plimsoll.drools.TestRules;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.PolicyTables;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.CycleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read back from two results is what they were, and what is written of it adds up. */
class ComparisonTablesTest {

    private static final int CYCLES = 40;

    @TempDir
    private Path place;

    @Test
    void resultsReadBackCompareAsTheyDidBeforeTheyWereWritten() throws Exception {
        for (int seed = 0; seed < CYCLES; seed++) {
            TwoPolicies before = TwoPolicies.of(seed, RandomCycles.VILLAGE);
            Comparison expected = before.compare();
            Comparison read = written(before, "cycle-" + seed).compare().comparison();
            String where = "cycle with seed " + seed;
            assertEquals(expected.total(), read.total(), where);
            assertEquals(expected.byTier(), read.byTier(), where);
            for (SizeClass sizeClass : SizeClass.values()) {
                for (MarketType marketType : MarketType.values()) {
                    assertEquals(expected.of(sizeClass, marketType), read.of(sizeClass, marketType), where);
                }
            }
            assertEquals(expected.retailers(), read.retailers(), where);
            assertEquals(expected.skus(), read.skus(), where);
            assertEquals(expected.reasons(), read.reasons(), where);
            assertEquals(expected.capUseA(), read.capUseA(), where);
            assertEquals(expected.capUseB(), read.capUseB(), where);
        }
    }

    @Test
    void theRowsOfEveryTableAddUpToAll() throws Exception {
        ResultComparison result =
                written(TwoPolicies.of(7, RandomCycles.VILLAGE), "village").compare();
        Path out = Files.createDirectory(place.resolve("out"));
        ResultWriter.writeComparison(out, result);
        Change all = result.comparison().total().cartons();
        for (String column : List.of("demand", "granted_a", "granted_b", "gained", "lost")) {
            long expected = sum(out, "by_group.csv", column, "ALL");
            for (String grouping : List.of("SIZE_CLASS", "MARKET_TYPE", "SIZE_CLASS/MARKET_TYPE", "TIER")) {
                assertEquals(expected, sum(out, "by_group.csv", column, grouping), grouping + " " + column);
            }
            assertEquals(expected, sum(out, "by_retailer.csv", column, ""), column);
            assertEquals(expected, sum(out, "by_sku.csv", column, ""), column);
        }
        assertEquals(
                all.difference(), sum(out, "by_group.csv", "gained", "ALL") - sum(out, "by_group.csv", "lost", "ALL"));
        assertEquals(all.lines(), sum(out, "by_reason.csv", "lines", ""));
        assertEquals(all.demand() - all.grantedB(), sum(out, "by_reason.csv", "cut_b", ""));
    }

    private static long sum(Path out, String file, String column, String grouping) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out.resolve(file))) {
            return rows.stream()
                    .filter(row ->
                            grouping.isEmpty() || row.getField("grouping").equals(grouping))
                    .mapToLong(row -> Long.parseLong(row.getField(column)))
                    .sum();
        }
    }

    private TwoResults written(TwoPolicies two, String name) throws IOException {
        Path folder = place.resolve(name);
        return new TwoResults(write(two.a(), folder.resolve("a")), write(two.b(), folder.resolve("b")));
    }

    /** Of a cycle that was never read from files, under digests of nothing. */
    private static Path write(CycleResult result, Path out) throws IOException {
        CycleInput input = new CycleInput(
                result.cycle(),
                () -> new TreeMap<>(Map.of("orders.csv", "of random orders")),
                PolicyVersion.of(PolicyTables.publish("random", result.cycle().policy())));
        Files.createDirectories(out);
        ResultWriter.writeRun(out, input, result, TestRules.book().texts());
        return out;
    }
}
