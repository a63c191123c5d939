package io.plimsoll.cli;

import io.plimsoll.results.Verification;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the work is: a bar on a terminal, plain lines elsewhere, always beside the output and never in it. */
final class WorkProgress implements AutoCloseable, Verification.Progress {

    /** Reading, ceilings, sharing, judging, writing. */
    private static final int PARTS = 5;

    private static final int BAR_COLUMNS = 79;

    private final Terminal terminal;
    private final ProgressBar bar;

    WorkProgress(Terminal terminal) {
        this.terminal = terminal;
        bar = isTerminal() ? newBar() : null;
        begin("PROGRESS_READING");
    }

    private static ProgressBar newBar() {
        return new ProgressBarBuilder()
                .setTaskName("plimsoll")
                .setInitialMax(PARTS)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setMaxRenderedLength(BAR_COLUMNS)
                .setConsumer(new OneLine())
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    /** One line of the terminal, written over and over, and empty again when the work is done. */
    private static final class OneLine extends ConsoleProgressBarConsumer {

        private final PrintStream terminal;

        OneLine() {
            this(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        }

        private OneLine(PrintStream terminal) {
            super(terminal, BAR_COLUMNS);
            this.terminal = terminal;
        }

        /** Without the line end that the library leaves behind; the bar has been cleared already. */
        @Override
        public void close() {
            terminal.flush();
        }
    }

    /** From Java 22 on there is a console even where nobody sits at one, so it is asked where it can be. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    @Override
    public void lines(String file, long linesSoFar) {
        if (bar != null) {
            bar.setExtraMessage(terminal.catalogue().say("PROGRESS_LINES", "file", file, "lines", linesSoFar));
        } else if (linesSoFar > 0 && linesSoFar % 1_000_000 == 0) {
            terminal.sayError("PROGRESS_LINES", "file", file, "lines", linesSoFar);
        }
    }

    @Override
    public void begins(Part part) {
        begin("PROGRESS_" + part.name());
    }

    void beginsWriting() {
        begin("PROGRESS_WRITING");
    }

    @Override
    public void beginsComparing() {
        begin("PROGRESS_COMPARING");
    }

    void beginsExplaining() {
        begin("PROGRESS_EXPLAINING");
    }

    private void begin(String code) {
        if (bar == null) {
            terminal.sayError(code);
            return;
        }
        if (!code.equals("PROGRESS_READING")) {
            bar.step();
        }
        bar.setExtraMessage(terminal.catalogue().say(code));
        bar.refresh();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
