package io.plimsoll.cli;

import io.plimsoll.message.Message;
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
    private boolean begun;

    /** Of a command about one cycle, which begins with reading it. */
    WorkProgress(Terminal terminal) {
        this(terminal, PARTS);
        begin(Message.of("PROGRESS_READING"));
    }

    /** Of a command about results, which begins with reading them. */
    static WorkProgress overResults(Terminal terminal) {
        WorkProgress progress = new WorkProgress(terminal, PARTS);
        progress.begin(Message.of("PROGRESS_READING_RESULTS"));
        return progress;
    }

    /** Of work in so many parts. */
    WorkProgress(Terminal terminal, int parts) {
        this.terminal = terminal;
        bar = isTerminal() ? newBar(parts) : null;
    }

    private static ProgressBar newBar(int parts) {
        return new ProgressBarBuilder()
                .setTaskName("plimsoll")
                .setInitialMax(parts)
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
        begin(Message.of("PROGRESS_" + part.name()));
    }

    void beginsWriting() {
        begin(Message.of("PROGRESS_WRITING"));
    }

    @Override
    public void beginsComparing() {
        begin(Message.of("PROGRESS_COMPARING"));
    }

    void beginsExplaining() {
        begin(Message.of("PROGRESS_EXPLAINING"));
    }

    /** A part begins. */
    void begin(Message part) {
        if (begun && bar != null) {
            bar.step();
        }
        begun = true;
        goOn(part);
    }

    /** The part that has begun goes on with something else. */
    void goOn(Message step) {
        if (bar == null) {
            terminal.sayError(step);
            return;
        }
        bar.setExtraMessage(terminal.catalogue().say(step));
        bar.refresh();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
