package io.plimsoll.cli;

import io.plimsoll.message.Language;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command understands. */
final class CommonOptions {

    private static final int MOST_THREADS = 256;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "Language of all that is said (default: that of the surroundings).")
    private Language language = Language.of(Locale.getDefault());

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that share supply; the result is the same for any number (default: one a processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Whom to talk to, and how. */
    Terminal terminal() {
        return new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
    }

    int threads() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '--threads': " + threads + " is not from 1 to " + MOST_THREADS);
        }
        return threads;
    }
}
