package io.plimsoll.cli;

import io.plimsoll.files.BadInput;
import io.plimsoll.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one cycle: its folder, and the options that all of them have. */
abstract class CycleCommand extends SpeakingCommand {

    private static final int MOST_THREADS = 256;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The cycle: orders, retailers, Skus and policy.")
    private Path folder;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that share supply; the result is the same for any number (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /**
     * Does the work.
     *
     * @return the exit code
     * @throws IOException when a result cannot be read
     */
    abstract int run(Terminal terminal) throws BadInput, ResultFolder.Refused, IOException;

    @Override
    final int answer(Terminal terminal) throws BadInput, ResultFolder.Refused, IOException {
        requireWithin("--threads", threads, 1, MOST_THREADS);
        if (!Files.isDirectory(folder)) {
            // Clearer than which file is missing in it.
            terminal.sayError(isPlaceKnown(folder) ? "NO_FOLDER" : "NO_SUCH_CHARACTERS", "folder", folder);
            return ExitCode.BAD_INPUT;
        }
        return run(terminal);
    }

    /** Java cannot name every file in every locale, be it only the folder that all names start from. */
    private static boolean isPlaceKnown(Path path) {
        return path.isAbsolute() || Files.isDirectory(Path.of("").toAbsolutePath());
    }

    /** The cycle folder. */
    final Path folder() {
        return folder;
    }

    final int threads() {
        return threads;
    }
}
