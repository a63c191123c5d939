package io.plimsoll.proof;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The line that each file begins with: what it is, and of which ledger. */
final class FirstLine {

    private FirstLine() {}

    /** Reads it; where it is another than the expected one, that is found. */
    static void check(Lines lines, String file, String expected, Findings findings) throws IOException {
        byte[] line = lines.next();
        boolean isExpected =
                line != null && lines.isEnded() && Arrays.equals(line, expected.getBytes(StandardCharsets.UTF_8));
        if (!isExpected) {
            findings.add(Message.of("LEDGER_FIRST_LINE", "file", file, "expected", expected));
        }
    }
}
