package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plimsoll simulate} as its user knows it. */
class SimulateIT {

    @TempDir
    Path temp;

    private PlimsollJar.Run simulate(Path out, Object... more) throws IOException, InterruptedException {
        Object[] arguments = {"simulate", out, "--retailers", 20, "--skus", 4, "--weeks", 8, "--seeds", 2};
        Object[] all = new Object[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return PlimsollJar.run(all);
    }

    @Test
    void saysWhatItFoundInBothLanguagesAndWritesTheSameFigures() throws Exception {
        Path en = temp.resolve("en");
        Path zh = temp.resolve("zh");
        String english = simulate(en, "--lang", "en").exits(0).out();
        String chinese = simulate(zh, "--lang", "zh").exits(0).out();
        assertTrue(english.contains("20 shops, 8 weeks, 2 of 4 Skus scarce, seed 1."), english);
        assertTrue(english.contains("In ") && english.contains("Plimsoll"), english);
        assertTrue(chinese.contains("零售户 20 户，8 周"), chinese);
        assertEquals(-1, Files.mismatch(en.resolve("year.csv"), zh.resolve("year.csv")));
        assertEquals(-1, Files.mismatch(en.resolve("outcomes.csv"), zh.resolve("outcomes.csv")));
        assertTrue(Files.readString(zh.resolve("year.svg")).contains("按比例"));
        assertEquals(
                4 * 8 * 4 + 1,
                Files.readAllLines(en.resolve("year.csv")).size(),
                "mechanisms x weeks x classes and all");
        assertEquals(
                10 * 2 * 4 + 1, Files.readAllLines(en.resolve("outcomes.csv")).size());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        Path first = temp.resolve("first");
        Path again = temp.resolve("again");
        Path other = temp.resolve("other");
        simulate(first, "--seed", 5, "--lang", "en").exits(0);
        simulate(again, "--seed", 5, "--lang", "en").exits(0);
        simulate(other, "--seed", -6, "--lang", "en").exits(0);
        for (String file : new String[] {"year.csv", "outcomes.csv", "summary.md", "year.svg"}) {
            assertEquals(-1, Files.mismatch(first.resolve(file), again.resolve(file)), file);
            assertTrue(Files.mismatch(first.resolve(file), other.resolve(file)) >= 0, file);
        }
    }

    @Test
    void replacesAnEarlierOneWhereItIsToldToAndNothingElse() throws Exception {
        Path out = temp.resolve("out");
        simulate(out, "--lang", "en").exits(0);
        assertTrue(simulate(out, "--lang", "en").exits(2).err().contains("exists already"));
        simulate(out, "--lang", "en", "--seed", 2, "--force").exits(0);
        assertTrue(Files.readString(out.resolve("summary.md")).contains("seed 2."));

        Files.delete(out.resolve("year.svg"));
        String lacking = simulate(out, "--lang", "en", "--force").exits(2).err();
        assertTrue(lacking.contains("lacks year.svg"), lacking);
        assertTrue(Files.exists(out.resolve("year.csv")));

        Path theirs = Files.createDirectory(temp.resolve("theirs"));
        Files.writeString(theirs.resolve("letter.txt"), "dear");
        String refused = simulate(theirs, "--lang", "zh", "--force").exits(2).err();
        assertTrue(refused.contains("letter.txt"), refused);
        assertEquals("dear", Files.readString(theirs.resolve("letter.txt")));
    }

    @Test
    void refusesNumbersThatMakeNoSense() throws Exception {
        for (String[] wrong : new String[][] {
            {"--weeks", "0"}, {"--retailers", "10001"}, {"--skus", "-3"}, {"--seeds", "101"}, {"--seed", "x"}
        }) {
            Path out = temp.resolve("never");
            String error = PlimsollJar.run("simulate", out, wrong[0], wrong[1])
                    .exits(2)
                    .err();
            assertTrue(error.contains(wrong[0]) && error.contains(wrong[1]), error);
            assertFalse(Files.exists(out));
        }
        PlimsollJar.run("simulate").exits(2);
    }
}
