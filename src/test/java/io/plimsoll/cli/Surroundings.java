package io.plimsoll.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program in surroundings that a test makes for it, by a shell script that ends in the program. */
final class Surroundings {

    private Surroundings() {}

    /**
     * The program behind a script.
     *
     * @param script finds its own arguments first, to be shifted away, and then the program: {@code "$@"}
     */
    static ProcessBuilder script(ProcessBuilder program, String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(program.command());
        return around(program, command);
    }

    private static ProcessBuilder around(ProcessBuilder program, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(program.environment());
        return builder;
    }

    /** With no file larger than so many blocks of 512 bytes: what the system says then is what it says of a full disk. */
    static ProcessBuilder withFilesOfAtMost(int blocks, ProcessBuilder program) {
        return script(program, "ulimit -f \"$1\"; shift; exec \"$@\"", blocks);
    }

    /**
     * A disk of its own in memory, which only the program sees. The test is skipped where nobody may mount one.
     *
     * @param options of the mount, such as {@code size=65536}
     * @param place where it is mounted; an empty folder
     * @param before a folder whose content lies there beforehand
     * @param afterwards what is to be done before the program starts, such as {@code remount,bind,ro}; or blank
     * @param kept takes a copy of what is there in the end
     */
    static ProcessBuilder onDiskOf(
            String options, Path place, Path before, String afterwards, Path kept, ProcessBuilder program)
            throws IOException, InterruptedException {
        ProcessBuilder mounted = script(
                program,
                "mount -t tmpfs -o \"$1\" tmpfs \"$2\" && cp -r \"$3/.\" \"$2\" || exit 99; "
                        + "[ -z \"$4\" ] || mount -o \"$4\" \"$2\" || exit 99; "
                        + "place=$2; kept=$5; shift 5; \"$@\"; code=$?; cp -r \"$place/.\" \"$kept\"; exit $code",
                options,
                place,
                before,
                afterwards,
                kept);
        List<String> command = new ArrayList<>(namespace());
        command.addAll(mounted.command());
        return around(program, command);
    }

    /** How to get a view of the disks of one's own: as root, or as a user who is root only there. */
    private static List<String> namespace() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("mountable");
        try {
            for (List<String> view : List.of(List.of("unshare", "-m"), List.of("unshare", "-rm"))) {
                List<String> trial = new ArrayList<>(view);
                trial.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", place.toString()));
                if (succeeds(trial)) {
                    return view;
                }
            }
        } finally {
            Files.delete(place);
        }
        skip("nobody may mount a disk of his own here");
        return List.of();
    }

    /** With the rights of an ordinary user, whom permissions bind; root keeps all but those against permissions. */
    static ProcessBuilder boundByPermissions(ProcessBuilder program) throws IOException, InterruptedException {
        Path closed = Files.createTempDirectory("closed");
        boolean bound = closed.toFile().setWritable(false) && !Files.isWritable(closed);
        Files.delete(closed);
        if (bound) {
            return program;
        }
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"));
        if (!succeeds(List.of(command.get(0), command.get(1), "true"))) {
            skip("permissions do not bind this user, and setpriv does not make them");
        }
        command.addAll(program.command());
        return around(program, command);
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** Loudly: what was not tried must not pass for what was. */
    static void skip(String reason) {
        System.err.println("SKIPPED: " + reason);
        assumeTrue(false, "skipped: " + reason);
    }
}
