package io.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that nobody takes, and places with names that not every locale can write. */
class StreamsAndNamesIT {

    private static final String UNHEARD =
            "Not all that was said here could be written to standard output; the work itself is done.";

    @TempDir
    private Path temp;

    private Path cycle;
    private Path out;

    @BeforeEach
    void copyTheCounty() throws Exception {
        cycle = CycleCopy.county(temp.resolve("county"));
        out = temp.resolve("out");
    }

    /** A reader that has gone, like that of {@code | head -1}; a full device; no standard output at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{ \"$@\"; echo $? >&3; } | true", "\"$@\" > /dev/full; echo $? >&3", "\"$@\" >&-; echo $? >&3"})
    void aResultIsWholeThoughNobodyHears(String script) throws Exception {
        Path code = temp.resolve("code");
        PlimsollJar.Run run = PlimsollJar.run(Surroundings.script(
                PlimsollJar.command("allocate", cycle, "--out", out),
                "code=$1; shift; { " + script + "; } 3> \"$code\"",
                code));
        assertEquals("0\n", Files.readString(code), run.err());
        run.exits(0);
        assertEquals("", run.out());
        assertEquals(UNHEARD, run.err().lines().reduce("", (first, last) -> last));
        PlimsollJar.run("verify", cycle, out).exits(ExitCode.DONE);
    }

    @Test
    void aVerdictIsInTheExitCodeThoughNothingCanBeSaidAtAll() throws Exception {
        String toNobody = "exec \"$@\" < /dev/null >&- 2>&-";
        String toAFullDevice = "exec \"$@\" > /dev/full 2> /dev/full";
        silently(toNobody, ExitCode.DONE, "allocate", cycle, "--out", out);
        silently(toAFullDevice, ExitCode.DONE, "verify", cycle, out);
        CycleCopy.altered(out, "grants.csv", "L620000,7,HB-03,2,1,", "L620000,7,HB-03,2,2,");
        silently(toNobody, ExitCode.CRITICAL, "verify", cycle, out);
        silently(toAFullDevice, ExitCode.CRITICAL, "audit", cycle, out.resolve("grants.csv"));
    }

    private static void silently(String script, int exit, Object... arguments) throws Exception {
        PlimsollJar.run(Surroundings.script(PlimsollJar.command(arguments), script))
                .exits(exit);
    }

    /** The script is read as bytes, so that it doesn't matter which names the JVM of this test can write. */
    private PlimsollJar.Run inUtf8(String script) throws Exception {
        Path file = Files.write(temp.resolve("script.sh"), script.getBytes(StandardCharsets.UTF_8));
        return PlimsollJar.run(Surroundings.script(
                PlimsollJar.command(),
                "cd \"$1\" && shift 1 && . ./script.sh",
                temp,
                Path.of("").toAbsolutePath()));
    }

    /** Cron and containers have the plain locale; the launcher makes it one that knows every name. */
    @Test
    void theLauncherTakesNamesInChineseAndWithSpacesInAnyLocale() throws Exception {
        PlimsollJar.Run run = inUtf8("""
                plimsoll="$1/deploy/plimsoll"
                export PATH="$(dirname "$2"):$PATH" JAVA_OPTS="$3"
                mkdir "县 一" && cp -r county/. "县 一" || exit 99
                for locale in LC_ALL=C LC_ALL= LC_ALL=C.UTF-8; do
                    env -u LANG -u LC_CTYPE "$locale" "$plimsoll" allocate "县 一" --out "出 货/$locale" || exit
                done
                cd "县 一" || exit 99
                env LC_ALL=C "$plimsoll" verify . "../出 货/LC_ALL=C" || exit
                """).exits(ExitCode.DONE);
        assertTrue(run.out().contains("Written to 出 货/LC_ALL=\n"), run.out());
        assertTrue(run.out().contains("../出 货/LC_ALL=C is what its input and its rules make of it"), run.out());
    }

    /** Without the launcher Java can't know them, but says so. */
    @Test
    void whereTheLocaleLacksTheCharactersItIsSaid() throws Exception {
        PlimsollJar.Run argument = inUtf8("""
                shift; mkdir "县 一"; exec "$@" allocate "县 一" --out out
                """).exits(ExitCode.BAD_INPUT);
        assertTrue(
                argument.err()
                        .contains(
                                "(FOLDER): the locale has no such characters; maybe another one, such as LC_ALL=C.UTF-8"),
                argument.err());
        PlimsollJar.Run here = inUtf8("""
                shift; cd "县 一" && exec "$@" allocate . --out out
                """).exits(ExitCode.BAD_INPUT);
        assertEquals(
                ". can't be found, because the locale lacks characters in the name of the folder you are in. Maybe another"
                        + " one, such as LC_ALL=C.UTF-8.\n",
                here.err());
    }
}
