package io.plimsoll.cli;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Language;
import io.plimsoll.results.Reasons;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.rule.RuleFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A command about one cycle: its folder, the options that all of them have, and what is said when it cannot be done. */
abstract class CycleCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The cycle: orders, retailers, Skus and policy.")
    private Path folder;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = LanguageByCode.class,
            description = "Language of all that is said (default: that of the surroundings).")
    private Language language = Language.of(Locale.getDefault());

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that share supply; the result is the same for any number (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** The language with this code. */
    static final class LanguageByCode implements ITypeConverter<Language> {

        @Override
        public Language convert(String code) {
            return Arrays.stream(Language.values())
                    .filter(language -> language.code().equalsIgnoreCase(code))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected zh or en, found '" + code + "'"));
        }
    }

    /**
     * Does the work.
     *
     * @return the exit code
     * @throws IOException when a result cannot be read
     */
    abstract int run(Terminal terminal) throws BadInput, ResultFolder.Refused, IOException;

    @Override
    public final Integer call() {
        Terminal terminal = new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
        requireThreads();
        if (!Files.isDirectory(folder)) {
            // Clearer than which file is missing in it.
            terminal.sayError(isPlaceKnown(folder) ? "NO_FOLDER" : "NO_SUCH_CHARACTERS", "folder", folder);
            return ExitCode.BAD_INPUT;
        }
        try {
            return run(terminal);
        } catch (BadInput bad) {
            terminal.error(bad.say(terminal.catalogue()));
        } catch (ResultFolder.Refused refused) {
            terminal.sayError(refused.reason());
        } catch (RuleFailure failed) {
            terminal.sayError("RULE_FAILED", "reason", failed.getMessage());
        } catch (IOException unreadable) {
            terminal.sayError("RESULT_UNREADABLE", "reason", Reasons.of(unreadable));
        }
        return ExitCode.BAD_INPUT;
    }

    /** Java cannot name every file in every locale, be it only the folder that all names start from. */
    private static boolean isPlaceKnown(Path path) {
        return path.isAbsolute() || Files.isDirectory(Path.of("").toAbsolutePath());
    }

    private void requireThreads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '--threads': " + threads + " is not from 1 to " + MOST_THREADS);
        }
    }

    /** The cycle folder. */
    final Path folder() {
        return folder;
    }

    final int threads() {
        return threads;
    }
}
