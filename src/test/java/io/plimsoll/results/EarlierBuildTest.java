package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.CycleInput;
import io.plimsoll.lawbook.LawBook;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.CycleRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier build has made is recomputed by this one, by the rules of its own record. */
class EarlierBuildTest {

    private static final List<RuleText> OURS = LawBook.ofThisBuild().texts();

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aRunOfAnEarlierBuildIsTheSameByteForByte(int run) throws Exception {
        EarlierBuild.unpack(run, place);
        RuleBook recorded = CompiledRules.of(record().rules());
        assertEquals(List.of(), verified(recorded).differences());
    }

    @Test
    void anAlteredCartonInItIsFound() throws Exception {
        EarlierBuild.unpack(1, place);
        Path grants = place.resolve("result/grants.csv");
        String text = Files.readString(grants, StandardCharsets.UTF_8);
        int at = text.indexOf(",NONE\n");
        Files.writeString(grants, text.substring(0, at) + "0" + text.substring(at), StandardCharsets.UTF_8);
        assertFalse(verified(CompiledRules.of(record().rules())).differences().isEmpty());
    }

    /** The texts were changed and nothing else: then neither the seal fits nor the grants. */
    @Test
    void aRuleThatWasChangedInTheRecordIsFound() throws Exception {
        EarlierBuild.unpack(1, place);
        Path file = place.resolve("result/run.json");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String other = text.replace("agreedTotal * (100 + floatPercent)", "agreedTotal * (50 + floatPercent)");
        assertFalse(other.equals(text));
        Files.writeString(file, other, StandardCharsets.UTF_8);
        Verification verification = verified(CompiledRules.of(record().rules()));
        List<String> codes = verification.differences().stream()
                .map(difference -> difference.code())
                .toList();
        assertTrue(codes.contains("RECORD_NOT_WHOLE"), codes.toString());
        assertTrue(codes.contains("VALUE_DIFFERS"), codes.toString());
    }

    /** A build with another rule made it, consistently. */
    @Test
    void aRunThatOtherRulesMadeIsConfirmedByThoseAndToldFromThisBuilds() throws Exception {
        EarlierBuild.unpack(1, place);
        List<RuleText> others = EarlierBuild.withAnotherFloat(OURS);
        RuleBook book = CompiledRules.of(others);
        CycleInput input = CycleFolder.read(place.resolve("cycle"));
        Path made = Files.createDirectory(place.resolve("made"));
        ResultWriter.writeRun(made, input, new CycleRun(book, 1).allocate(input.cycle(), part -> {}), others);
        Verification ours = verified(made, CompiledRules.of(OURS));
        assertFalse(ours.sameRules());
        assertEquals(
                List.of("r02-float"),
                ours.differences().stream()
                        .map(difference -> difference.arguments().get("folder"))
                        .toList());
        assertEquals(
                List.of(),
                verified(made, CompiledRules.of(RunRecord.readFrom(made).rules()))
                        .differences());
    }

    private RunRecord record() throws Exception {
        return RunRecord.readFrom(place.resolve("result"));
    }

    private Verification verified(RuleBook rules) throws Exception {
        return verified(place.resolve("result"), rules);
    }

    private Verification verified(Path result, RuleBook rules) throws Exception {
        return Verification.of(
                place.resolve("cycle"),
                result,
                RunRecord.readFrom(result),
                new CycleRun(rules, 2),
                new Verification.Progress() {
                    @Override
                    public void beginsComparing() {}

                    @Override
                    public void begins(Part part) {}

                    @Override
                    public void lines(String file, long linesSoFar) {}
                });
    }
}
