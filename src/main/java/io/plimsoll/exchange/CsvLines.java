package io.plimsoll.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows as CSV for people's programs, in whatever encoding: LF, and quotes where a field needs them. */
final class CsvLines {

    private final Writer out;

    CsvLines(Writer out) {
        this.out = out;
    }

    void row(List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            field(fields.get(i), fields.size() == 1);
        }
        out.write('\n');
    }

    private void field(String text, boolean alone) throws IOException {
        boolean wouldBeNoRow = alone && text.isEmpty();
        if (!wouldBeNoRow && !needsQuotes(text)) {
            out.write(text);
            return;
        }
        out.write('"');
        out.write(text.replace("\"", "\"\""));
        out.write('"');
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ',' || c == '"' || c == ';') {
                return true;
            }
        }
        return false;
    }
}
