package io.plimsoll.cli;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.results.Engine;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code plimsoll}: the command that holds the others. */
@Command(
        name = "plimsoll",
        description =
                "Shares short supply among independent retailers: ceilings without floors, a reason for every cut.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = PlimsollCommand.Version.class,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something critical was found, or a verification failed",
            "2:bad input or usage; nothing was written"
        },
        subcommands = {
            AllocateCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ComparePoliciesCommand.class,
            GenerateCommand.class,
            SimulateCommand.class,
            VerifyLedgerCommand.class,
            VerifyProofCommand.class,
            ServeCommand.class
        })
public final class PlimsollCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Runs one command.
     *
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine command = new CommandLine(new PlimsollCommand());
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr().println(sayUnexpected(failure, parsed));
            return ExitCode.BAD_INPUT;
        });
        command.registerConverter(Path.class, PlimsollCommand::path);
        command.setExecutionStrategy(PlimsollCommand::runWithinMemory);
        return command.execute(arguments);
    }

    /** Java cannot name every file in every locale. */
    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException notInThisLocale) {
            throw new TypeConversionException(
                    "the locale has no such characters; maybe another one, such as LC_ALL=C.UTF-8");
        }
    }

    /** What is too large for this machine is bad input to it, and no reason for a stack trace. */
    private static int runWithinMemory(ParseResult parsed) {
        try {
            int exit = new CommandLine.RunLast().execute(parsed);
            sayIfUnheard(parsed);
            return exit;
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            parsed.commandSpec()
                    .commandLine()
                    .getErr()
                    .println(catalogue(parsed).say("TOO_LARGE"));
            return ExitCode.BAD_INPUT;
        }
    }

    /** The work is done all the same; but whoever relies on what was said must know that it is not all there. */
    private static void sayIfUnheard(ParseResult parsed) {
        CommandLine command = parsed.commandSpec().commandLine();
        if (command.getOut().checkError()) {
            command.getErr().println(catalogue(parsed).say("UNHEARD"));
        }
    }

    /** An error nobody foresaw is a defect of ours: it is said in one line, and in full where it is asked for. */
    private static String sayUnexpected(Throwable failure, ParseResult parsed) {
        if (System.getenv("PLIMSOLL_DEBUG") != null) {
            failure.printStackTrace();
        }
        String error = failure.toString().lines().findFirst().orElse("");
        try {
            return catalogue(parsed).say("UNEXPECTED", "error", error);
        } catch (RuntimeException withoutWords) {
            return "plimsoll: " + error;
        }
    }

    /** In the language that was asked for. */
    private static Catalogue catalogue(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        OptionSpec asked = last.commandSpec().findOption("--lang");
        Language language = asked == null ? Language.of(Locale.getDefault()) : asked.getValue();
        return LawBook.ofThisBuild().catalogue(language);
    }

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "Missing command, one of: " + commands);
    }

    /** The version that was built. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"plimsoll " + Engine.version()};
        }
    }
}
