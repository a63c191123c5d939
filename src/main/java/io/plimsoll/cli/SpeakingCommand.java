package io.plimsoll.cli;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Language;
import io.plimsoll.proof.ProofRefused;
import io.plimsoll.results.NotComparable;
import io.plimsoll.results.Reasons;
import io.plimsoll.results.ResultFolder;
import io.plimsoll.rule.RuleFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A command that speaks the user's language, also where it says why it cannot be done. */
abstract class SpeakingCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = LanguageByCode.class,
            description = "Language of all that is said (default: that of the surroundings).")
    private Language language = Language.of(Locale.getDefault());

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
     * Does what was asked for, and says what came of it.
     *
     * @return the exit code
     * @throws IOException when a result cannot be read
     */
    abstract int answer(Terminal terminal)
            throws BadInput, NotComparable, ResultFolder.Refused, ProofRefused, IOException;

    @Override
    public final Integer call() {
        Terminal terminal = new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), language);
        try {
            return answer(terminal);
        } catch (BadInput bad) {
            terminal.error(bad.say(terminal.catalogue()));
        } catch (NotComparable not) {
            terminal.sayError(not.reason());
        } catch (ResultFolder.Refused refused) {
            terminal.sayError(refused.reason());
        } catch (ProofRefused refused) {
            terminal.sayError(refused.reason());
        } catch (RuleFailure failed) {
            terminal.sayError("RULE_FAILED", "reason", failed.getMessage());
        } catch (IOException unreadable) {
            terminal.sayError("RESULT_UNREADABLE", "reason", Reasons.of(unreadable));
        }
        return ExitCode.BAD_INPUT;
    }

    /** Refuses a value of an option that is out of its range, as picocli refuses one of a wrong kind. */
    final void requireWithin(String option, int value, int from, int to) {
        if (value < from || value > to) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not from " + from + " to " + to);
        }
    }
}
