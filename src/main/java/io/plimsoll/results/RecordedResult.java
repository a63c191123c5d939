package io.plimsoll.results;

import io.plimsoll.cycle.CycleHead;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.ReadProgress;
import io.plimsoll.files.RecordedGrants;
import io.plimsoll.files.RecordedLimits;
import io.plimsoll.files.RecordedRegister;
import io.plimsoll.message.Message;
import io.plimsoll.rule.RuleText;
import io.plimsoll.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * A result that somebody hands in, to be read as far as a comparison needs it.
 *
 * @param record what its run.json says; whole
 * @param head which cycle it is of
 * @param policy version of the policy it was made under
 * @param engine version of the engine that made it
 * @param rules those it was made by
 */
record RecordedResult(
        Path folder, RunRecord record, CycleHead head, String policy, String engine, List<RuleText> rules) {

    /** The tables that are read. */
    private static final List<ResultTable> NEEDED =
            List.of(ResultTable.PEERS, ResultTable.TIERS, ResultTable.LEVELS, ResultTable.CEILINGS, ResultTable.GRANTS);

    /**
     * Opens a result, and makes sure that nothing of what is read has been altered since it was written.
     *
     * @throws NotComparable when its record is missing, or was altered, or a table isn't the recorded one
     */
    static RecordedResult open(Path folder) throws NotComparable, IOException {
        try {
            RunRecord record = RunRecord.readFrom(folder);
            if (!record.isWhole()) {
                throw unusable(folder, Message.of("RECORD_NOT_WHOLE", "file", RunRecord.FILE_NAME));
            }
            RecordedResult result = new RecordedResult(
                    folder, record, record.head(), record.policyVersion(), record.engine(), record.rules());
            for (ResultTable table : NEEDED) {
                result.requireUnaltered(table);
            }
            return result;
        } catch (RunRecord.NotARecord noRecord) {
            throw unusable(folder, noRecord.reason());
        }
    }

    private void requireUnaltered(ResultTable table) throws NotComparable, IOException {
        String recorded = record.outputDigest(table.fileName());
        if (recorded.isEmpty()) {
            throw unusable(Message.of("TABLE_NOT_RECORDED", "file", table.fileName()));
        }
        if (!Files.isRegularFile(path(table))) {
            throw unusable(Message.of("FILE_MISSING", "file", table.fileName()));
        }
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path(table)), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!Sha256.hex(digest).equals(recorded)) {
            throw unusable(Message.of("TABLE_ALTERED", "file", table.fileName()));
        }
    }

    /** The result can't be compared for this reason. */
    NotComparable unusable(Message reason) {
        return unusable(folder, reason);
    }

    private static NotComparable unusable(Path folder, Message reason) {
        return new NotComparable(Message.of("RESULT_UNUSABLE", "out", folder, "reason", reason));
    }

    RecordedRegister register(ReadProgress progress) throws NotComparable {
        return read(() -> RecordedRegister.read(path(ResultTable.PEERS), path(ResultTable.TIERS), progress));
    }

    RecordedLimits limits(RecordedRegister register, ReadProgress progress) throws NotComparable {
        return read(
                () -> RecordedLimits.read(path(ResultTable.CEILINGS), path(ResultTable.LEVELS), register, progress));
    }

    RecordedGrants grants(RecordedRegister register, ReadProgress progress) throws NotComparable {
        return read(() -> RecordedGrants.read(path(ResultTable.GRANTS), register, progress));
    }

    private interface Reading<T> {
        T read() throws BadInput;
    }

    /** A table that is the recorded one and yet is none was sealed by somebody else than this program. */
    private <T> T read(Reading<T> reading) throws NotComparable {
        try {
            return reading.read();
        } catch (BadInput bad) {
            throw unusable(bad.message());
        }
    }

    private Path path(ResultTable table) {
        return folder.resolve(table.fileName());
    }
}
