package io.plimsoll.proof;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Days;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.message.Message;
import io.plimsoll.results.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One reading of a ledger from its first entry to its last, with days, runs and anchors beside it. It ends at the first
 * entry that doesn't fit, since nothing that follows can be relied on.
 */
final class LedgerCheck {

    private final ExportSource source;
    private final ReadProgress progress;
    private final Findings findings = new Findings();
    private final Hashing hashing = new Hashing();
    private final Days days = new Days(hashing);
    private final Set<Long> runs = new HashSet<>();

    private Anchors anchors;
    private DaysFile daysFile;
    private Hash genesis;
    private Hash hash;
    private long position;
    private long closedDays;
    private boolean stopped;
    private boolean isCutOff;

    LedgerCheck(ExportSource source, ReadProgress progress) {
        this.source = source;
        this.progress = progress;
    }

    LedgerVerification check(List<Head> kept) throws IOException {
        if (source.has(ExportFiles.LEDGER)) {
            try (Lines lines = new Lines(source.open(ExportFiles.LEDGER))) {
                if (begin(lines, kept)) {
                    read(lines);
                }
            } catch (ExportSource.Damaged damaged) {
                stopped = true;
                findings.add(Message.of("LEDGER_ZIP_DAMAGED", "file", damaged.file()));
            } finally {
                if (daysFile != null) {
                    daysFile.close();
                }
            }
        }
        nameFiles();
        if (stopped) {
            findings.add(Message.of("LEDGER_STOPPED", "position", position));
        }
        return new LedgerVerification(findings.all(), confirmations(kept), position, closedDays, runs.size());
    }

    /** Reads the first line, which says which ledger this is. */
    private boolean begin(Lines lines, List<Head> kept) throws IOException {
        byte[] first = lines.next();
        String line = first == null ? "" : new String(first, StandardCharsets.UTF_8);
        String beginning = ExportFiles.firstLineOfLedger("");
        Optional<Hash> stated =
                line.startsWith(beginning) ? Hash.parse(line.substring(beginning.length())) : Optional.empty();
        if (stated.isEmpty() || !lines.isEnded()) {
            findings.add(
                    Message.of("LEDGER_FIRST_LINE", "file", ExportFiles.LEDGER, "expected", beginning + "GENESIS"));
            return false;
        }
        genesis = stated.get();
        hash = genesis;
        anchors = new Anchors(kept, genesis, findings);
        if (source.has(ExportFiles.DAYS)) {
            daysFile = DaysFile.open(source, genesis, findings);
        }
        return true;
    }

    private void read(Lines lines) throws IOException {
        byte[] line = lines.next();
        while (line != null && !stopped) {
            take(line, lines);
            line = stopped ? null : lines.next();
        }
        progress.lines(ExportFiles.LEDGER, position);
        if (stopped) {
            return;
        }
        boolean anchorKnowsMore = anchors.end(position);
        isCutOff = compareHead() || anchorKnowsMore;
        if (daysFile != null && !isCutOff) {
            daysFile.end();
        }
    }

    private void take(byte[] bytes, Lines lines) throws IOException {
        if (lines.isEnded()) {
            try {
                LedgerLine read = LedgerLine.parse(bytes);
                Hash leaf = hashing.leaf(bytes, LedgerLine.covered(bytes));
                if (read.position() == position + 1 && hashing.link(hash, leaf).equals(read.hash())) {
                    accept(read, leaf);
                    return;
                }
            } catch (Malformed doesNotFit) {
                // What is wrong with it is found out below.
            }
        }
        stopped = true;
        findings.addFirst(new Diagnosis(lines.number(), bytes, !lines.isEnded(), position + 1, hash).of(source));
    }

    private void accept(LedgerLine read, Hash leaf) throws IOException {
        position = read.position();
        hash = read.hash();
        Optional<SealedDay> closed = days.add(read.entry().date(), position, leaf, hash);
        if (closed.isPresent()) {
            closedDays++;
            if (daysFile != null) {
                daysFile.expect(closed.get());
            }
        }
        anchors.reached(position, hash);
        checkRun(read);
        if (position % LedgerVerification.LINES_A_STEP == 0) {
            progress.lines(ExportFiles.LEDGER, position);
        }
    }

    private void checkRun(LedgerLine read) throws IOException {
        Optional<RunEntry> entry;
        try {
            entry = RunEntry.of(read.entry());
        } catch (RunEntry.Unreadable unreadable) {
            findings.add(Message.of("LEDGER_RUN_UNREADABLE", "position", position));
            return;
        }
        if (entry.isEmpty()) {
            return;
        }
        long run = entry.get().run();
        String file = ExportFiles.ofRun(run);
        if (!runs.add(run)) {
            findings.add(Message.of("LEDGER_RUN_TWICE", "run", run, "position", position));
        } else if (!source.has(file)) {
            findings.add(Message.of("LEDGER_RUN_MISSING", "file", file, "run", run, "position", position));
        } else {
            new RunFile(source, entry.get(), hashing, findings).check(genesis, position, progress);
        }
    }

    /**
     * Compares head.txt, which says nothing that the ledger doesn't, but must not say anything else either.
     *
     * @return whether it knows of more entries than there are
     */
    private boolean compareHead() throws IOException {
        if (!source.has(ExportFiles.HEAD)) {
            return false;
        }
        try (Lines lines = new Lines(source.open(ExportFiles.HEAD))) {
            byte[] line = lines.next();
            boolean isOneLine = line != null && lines.isEnded() && lines.next() == null;
            Head head = Head.parse(isOneLine ? new String(line, StandardCharsets.UTF_8) : "");
            if (head.genesis().equals(genesis) && head.position() > position) {
                findings.addFirst(Message.of(
                        "LEDGER_CUT_OFF", "file", ExportFiles.LEDGER, "last", position, "position", head.position()));
                return true;
            }
            if (!head.equals(new Head(genesis, position, hash))) {
                findings.add(Message.of("LEDGER_HEAD_DIFFERS", "file", ExportFiles.HEAD, "position", position));
            }
        } catch (Malformed flawed) {
            findings.add(Message.of("LEDGER_HEAD_LINE", "file", ExportFiles.HEAD, "reason", flawed.reason()));
        }
        return false;
    }

    /** Files that an export must have and this one lacks, and those that it must not have. */
    private void nameFiles() {
        for (String file : List.of(ExportFiles.LEDGER, ExportFiles.DAYS, ExportFiles.HEAD)) {
            if (!source.has(file)) {
                findings.add(Message.of("FILE_MISSING", "file", file));
            }
        }
        source.twice().forEach(name -> findings.add(Message.of("ZIP_TWICE", "name", Shown.of(name))));
        for (String name : source.names()) {
            if (!ExportFiles.isKnown(name)) {
                findings.add(Message.of("LEDGER_STRANGER", "file", Shown.of(name)));
            } else if (!stopped && !isCutOff && genesis != null) {
                ExportFiles.runOf(name).ifPresent(run -> {
                    if (!runs.contains(run)) {
                        findings.add(Message.of("LEDGER_RUN_STRANGER", "file", name));
                    }
                });
            }
        }
    }

    private List<Message> confirmations(List<Head> kept) {
        List<Message> confirmations = new ArrayList<>(anchors == null ? List.of() : anchors.agreeing());
        boolean fits = findings.count() == 0;
        if (kept.isEmpty() && fits) {
            confirmations.add(Message.of("LEDGER_NO_ANCHOR"));
        } else if (anchors != null && fits && anchors.agreedUpTo() < position) {
            confirmations.add(Message.of("LEDGER_AFTER_ANCHOR", "from", anchors.agreedUpTo() + 1, "to", position));
        }
        return confirmations;
    }
}
