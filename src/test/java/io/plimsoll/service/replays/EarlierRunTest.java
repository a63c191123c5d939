package io.plimsoll.service.replays;

import static io.plimsoll.service.runs.TestRuns.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.Registers;
import io.plimsoll.results.EarlierBuild;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.results.RunRecord;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.Runs;
import io.plimsoll.service.runs.TestRuns;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service replays what an earlier build has made, also where the rules were others then. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class EarlierRunTest {

    private static final Instant THEN = Instant.parse("2026-11-05T02:00:00Z");

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    TestWork work;

    @Inject
    CycleIntake intake;

    @Inject
    FrozenFolders folders;

    @Inject
    Policies policies;

    @Inject
    Runs runs;

    private Fixtures.Somebody auditor;

    @BeforeEach
    void anAuditor() {
        auditor = fixtures.person(Role.AUDITOR);
    }

    @Test
    void theRecordOfAnEarlierBuildIsReplayedByteForByte() throws Exception {
        Path place = EarlierBuild.unpack(
                1, Files.createTempDirectory(Files.createDirectories(Path.of("target/earlier")), "run-"));
        CycleInput input = CycleFolder.read(place.resolve("cycle"));
        byte[] record = Files.readAllBytes(place.resolve("result").resolve(RunRecord.FILE_NAME));
        CycleDetails details = Registers.details(place.resolve("cycle"));
        CycleResult result =
                new CycleRun(CompiledRules.of(RunRecord.read(record).rules()), 2).allocate(input.cycle(), part -> {});
        long run = QuarkusTransaction.requiringNew().call(() -> {
            String digest = policies.store(input.policy(), Optional.empty()).digest();
            intake.storeRegister(input.cycle(), details);
            // As if it had been cancelled: then it stands in no other test's way.
            CycleIntake.Life life =
                    new CycleIntake.Life("CANCELLED", "CLOSED", Optional.of("NO_DEMAND"), THEN, THEN, THEN, THEN);
            intake.storeCycle(input.cycle(), details, digest, life, true);
            intake.storeDetails(input.cycle(), details);
            return intake.storeResult(
                    new CycleIntake.RunHead(input.policy(), THEN, null, null, null, record), result, written -> {});
        });
        replayed(input.cycle().head().cycle(), run)
                .body("replay.outcome", equalTo("SAME"))
                .body("replay.record", equalTo(Sha256.of(record)))
                .body("replay.lines", equalTo(3854))
                .body("differences", empty());
    }

    @Test
    void aRunThatOtherRulesMadeIsReplayedByThoseAndSaysWhichDifferFromThisBuilds() throws Exception {
        String cycle = cycles.closed();
        List<RuleText> others =
                EarlierBuild.withAnotherFloat(BuiltInRules.load().texts());
        long run = madeBy(cycle, others, others);
        replayed(cycle, run)
                .body("replay.outcome", equalTo("SAME"))
                .body("differences", empty())
                .body("otherRules", hasSize(1))
                .body("otherRules", hasItem(containsString("r02-float")));
    }

    @Test
    void aRunWhoseRecordNamesOtherRulesThanThoseThatMadeItDiffers() throws Exception {
        String cycle = cycles.closed();
        List<RuleText> ours = BuiltInRules.load().texts();
        long run = madeBy(cycle, ours, EarlierBuild.withAnotherFloat(ours));
        replayed(cycle, run)
                .body("replay.outcome", equalTo("DIFFERS"))
                .body("otherRules", hasSize(1))
                .body("differences.words", hasItem(containsString("ceilings.csv")));
    }

    @Test
    void aHostileRuleInARecordIsRefusedAndNothingOfItRuns() throws Exception {
        String cycle = cycles.closed();
        List<RuleText> ours = BuiltInRules.load().texts();
        List<RuleText> hostile = ours.stream()
                .map(text -> text.folder().equals("r02-float")
                        ? new RuleText(
                                text.folder(), text.id(), text.drl().replace("then\n", "then\nSystem.exit(0);\n"))
                        : text)
                .toList();
        long run = madeBy(cycle, ours, hostile);
        replayed(cycle, run).body("replay.outcome", equalTo("IMPOSSIBLE")).body("reason", containsString("r02-float"));
    }

    /**
     * Stores a run.
     *
     * @param made the rules that made it
     * @param recorded those that its record names
     */
    private long madeBy(String cycle, List<RuleText> made, List<RuleText> recorded) {
        return QuarkusTransaction.requiringNew().call(() -> {
            CycleInput input = folders.input(cycle, OptionalLong.empty());
            CycleResult result = new CycleRun(CompiledRules.of(made), 2).allocate(input.cycle(), part -> {});
            byte[] record = ResultWriter.recordOf(input, result, recorded).bytes();
            return intake.storeResult(
                    new CycleIntake.RunHead(input.policy(), THEN, null, null, null, record), result, written -> {});
        });
    }

    private ValidatableResponse replayed(String cycle, long run) {
        Map<String, Object> body = new HashMap<>();
        body.put("policy", null);
        int id = as(auditor)
                .body(body)
                .post("/api/cycles/" + cycle + "/runs/" + run + "/replays")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        work.goOn();
        return as(auditor).get("/api/replays/" + id).then().statusCode(200);
    }
}
