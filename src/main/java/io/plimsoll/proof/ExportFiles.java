package io.plimsoll.proof;

import io.plimsoll.ledger.Hash;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of an export are called, and how each begins. */
final class ExportFiles {

    static final String LEDGER = "ledger.tsv";
    static final String DAYS = "days.tsv";
    static final String HEAD = "head.txt";
    static final String RUNS = "runs";

    private static final Pattern RUN = Pattern.compile(RUNS + "/([1-9][0-9]{0,17})\\.tsv");

    private ExportFiles() {}

    static String ofRun(long run) {
        return RUNS + "/" + run + ".tsv";
    }

    /** The number of the run that a file is of; none for another file. */
    static OptionalLong runOf(String name) {
        Matcher matcher = RUN.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    static boolean isKnown(String name) {
        return name.equals(LEDGER)
                || name.equals(DAYS)
                || name.equals(HEAD)
                || runOf(name).isPresent();
    }

    static String firstLineOfLedger(String genesis) {
        return "plimsoll-ledger 1 " + genesis;
    }

    static String firstLineOfDays(Hash genesis) {
        return "plimsoll-days 1 " + genesis;
    }

    static String firstLineOfRun(Hash genesis, long run) {
        return "plimsoll-run 1 " + genesis + " " + run;
    }
}
