package io.plimsoll.cli;

import io.plimsoll.message.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** What every command understands. */
final class CommonOptions {

    private static final int MOST_THREADS = 256;

    @Spec(Target.MIXEE)
    private CommandSpec command;

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

    /** Whom to talk to, and how. */
    Terminal terminal() {
        return new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
    }

    /**
     * Whether there is a cycle folder; says so where there is none, which is clearer than which file is missing in it.
     */
    static boolean isThere(Path folder, Terminal terminal) {
        boolean there = Files.isDirectory(folder);
        if (!there) {
            terminal.sayError("NO_FOLDER", "folder", folder);
        }
        return there;
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
