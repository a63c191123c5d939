package io.plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.drools.TestRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.rule.Severity;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.Summary;
import io.plimsoll.sku.BrandTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that ships with the law book can be put into a cycle folder as it stands. */
class DefaultPolicyTest {

    @TempDir
    Path temp;

    @Test
    void holdsTheDefaultsOfTheDomain() throws BadInput, IOException {
        ReleasePolicy policy = countyUnderTheDefaultPolicy().cycle().policy();
        assertEquals("default", policy.version().split("@")[0]);
        assertEquals(
                Map.of(
                        SizeClass.LARGE, BigDecimal.valueOf(10),
                        SizeClass.MEDIUM, BigDecimal.valueOf(8),
                        SizeClass.SMALL, BigDecimal.valueOf(15)),
                policy.floatPercents());
        BigDecimal rho = new BigDecimal("0.95");
        assertEquals(Map.of(BrandTier.TIER_4, rho, BrandTier.TIER_5, rho), policy.tightBalance());
        assertEquals(new BigDecimal("0.3"), policy.pacing().orElseThrow().burst());
        assertEquals(new BigDecimal("0.5"), policy.pacing().orElseThrow().reserve());
        assertEquals(20, policy.pacing().orElseThrow().exempt());
    }

    @Test
    void runsACycleWithoutAnythingCritical() throws BadInput, IOException {
        CycleInput input = countyUnderTheDefaultPolicy();
        CycleResult result = new CycleRun(TestRules.book(), 1).allocate(input.cycle(), part -> {});
        assertEquals(0, Summary.bySeverity(result.findings()).get(Severity.CRITICAL));
    }

    private CycleInput countyUnderTheDefaultPolicy() throws BadInput, IOException {
        Files.createDirectories(temp.resolve("policy"));
        for (String file : List.of("cycle.csv", "retailers.csv", "skus.csv", "orders.csv", "submissions.csv")) {
            Files.copy(Path.of("docs/county").resolve(file), temp.resolve(file));
        }
        try (Stream<Path> tables = Files.list(Path.of("rules/policy"))) {
            for (Path table : tables.toList()) {
                Files.copy(
                        table,
                        temp.resolve("policy").resolve(table.getFileName().toString()));
            }
        }
        return CycleFolder.read(temp);
    }
}
