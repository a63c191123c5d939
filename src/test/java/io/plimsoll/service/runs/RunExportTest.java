package io.plimsoll.service.runs;

import static io.plimsoll.service.runs.TestRuns.start;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.results.RunRecord;
import io.plimsoll.results.Verification;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken out of a run is what the command line would have written, and it is verified offline. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class RunExportTest {

    private static final RuleBook RULES = BuiltInRules.load();

    private Path place;

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    RunWorker worker;

    @Inject
    Runs runs;

    private Fixtures.Somebody planner;

    @BeforeEach
    void aPlannerAndAPlace() throws IOException {
        place = Files.createTempDirectory(Files.createDirectories(Path.of("target/exports")), "run-");
        planner = fixtures.person(Role.PLANNER);
    }

    @Test
    void everyFileIsTheOneThatTheCommandLineWrites() throws Exception {
        String cycle = allocated();
        takeOut(cycle, runs.of(cycle).get(0).id(), place);
        CycleInput input = CycleFolder.read(place.resolve("cycle"));
        Path expected = Files.createDirectory(place.resolve("expected"));
        ResultWriter.writeRun(
                expected, input, new CycleRun(RULES, 1).allocate(input.cycle(), part -> {}), RULES.texts());
        for (String file : names(expected)) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(file)),
                    Files.readAllBytes(place.resolve("result").resolve(file)),
                    file);
        }
        assertEquals(names(expected), names(place.resolve("result")));
    }

    /** Whatever happens to the register and to supply afterwards. */
    @Test
    void theRunInForceAndTheOneItSupersededAreBothVerified() throws Exception {
        String cycle = allocated();
        fixtures.execute(
                "UPDATE retailer SET name = 'Another', size_class = 'LARGE', phone = '1'"
                        + " WHERE licence IN (SELECT licence FROM cycle_retailer WHERE cycle = ?)",
                cycle);
        fixtures.execute("UPDATE sku SET status = 'OPEN', price = 1");
        String sku = cycles.shortSku(cycle);
        cycles.correct(planner, cycle, sku, 3);
        start(planner, cycle, "A lorry less.").then().statusCode(201);
        worker.goOn();
        for (Run run : runs.of(cycle)) {
            Path out = Files.createDirectory(place.resolve("run-" + run.id()));
            takeOut(cycle, run.id(), out);
            assertEquals(List.of(), verified(out).differences(), "run " + run.id());
        }
    }

    @Test
    void anAlteredGrantIsFound() throws Exception {
        String cycle = allocated();
        takeOut(cycle, runs.of(cycle).get(0).id(), place);
        Path grants = place.resolve("result/grants.csv");
        String text = Files.readString(grants);
        int line = text.indexOf(",NONE\n");
        Files.writeString(grants, text.substring(0, line) + "1" + text.substring(line));
        assertFalse(verified(place).differences().isEmpty());
    }

    @Test
    void anAssistedOrderThatWasNotEnteredIsNotShared() throws Exception {
        String cycle = cycles.closed();
        String licence = fixtures.value(
                "SELECT licence FROM demand_order WHERE cycle = ? AND state = 'CLOSED' ORDER BY licence LIMIT 1",
                cycle);
        fixtures.execute("UPDATE demand_order SET state = 'NO_DEMAND' WHERE cycle = ? AND licence = ?", cycle, licence);
        start(planner, cycle, null);
        worker.goOn();
        takeOut(cycle, runs.of(cycle).get(0).id(), place);
        assertFalse(Files.readString(place.resolve("cycle/orders.csv")).contains(licence + ","));
        assertFalse(Files.readString(place.resolve("result/grants.csv")).contains(licence + ","));
        assertTrue(verified(place).differences().isEmpty());
    }

    private String allocated() {
        String cycle = cycles.closed();
        start(planner, cycle, null).then().statusCode(201);
        worker.goOn();
        return cycle;
    }

    private static Verification verified(Path out) throws Exception {
        Path result = out.resolve("result");
        return Verification.of(
                out.resolve("cycle"),
                result,
                RunRecord.readFrom(result),
                new CycleRun(RULES, 2),
                new Verification.Progress() {
                    @Override
                    public void beginsComparing() {}

                    @Override
                    public void begins(Part part) {}

                    @Override
                    public void lines(String file, long linesSoFar) {}
                });
    }

    private void takeOut(String cycle, long run, Path to) throws Exception {
        byte[] zip = RestAssured.given()
                .auth()
                .oauth2(planner.token())
                .get("/api/exports/cycles/" + cycle + "/runs/" + run)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
