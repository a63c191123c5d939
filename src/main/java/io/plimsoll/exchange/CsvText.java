package io.plimsoll.exchange;

import io.plimsoll.files.BadInput;
import io.plimsoll.message.Message;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a CSV file as it came one in UTF-8, character by character and line by line, so that whatever is wrong with its
 * rows stays where it stands and is said by whoever reads them.
 */
final class CsvText {

    private static final int LOOK = 10_000;
    private static final char BOM = '\uFEFF';

    private final Path source;
    private final String file;
    private final Encoding.Mark mark;
    private Charset charset = StandardCharsets.UTF_8;

    private CsvText(Path source, String file) throws IOException {
        this.source = source;
        this.file = file;
        this.mark = Encoding.mark(source);
    }

    /**
     * Writes the file in UTF-8.
     *
     * @param file the table it is, for errors
     * @param exact whether a file in UTF-8 without a mark is taken cell for cell, as programs write it
     * @param out is left open
     * @return what is wrong with it as a text; then nothing has been written
     */
    static Optional<BadInput> write(Path source, String file, boolean exact, OutputStream out) throws IOException {
        CsvText text = new CsvText(source, file);
        Optional<BadInput> bad = text.badEncoding();
        if (bad.isEmpty()) {
            bad = text.badSeparator();
        }
        if (bad.isEmpty()) {
            text.copy(exact, out);
        }
        return bad;
    }

    private Optional<BadInput> badEncoding() throws IOException {
        if (mark == Encoding.Mark.UTF_16) {
            return Optional.of(BadInput.inFile(file, Message.of("EXPECTED_NO_UTF16")));
        }
        Optional<Encoding.Place> noUtf8 = Encoding.firstBad(source, StandardCharsets.UTF_8);
        if (noUtf8.isEmpty()) {
            return Optional.empty();
        }
        if (mark == Encoding.Mark.UTF_8) {
            return Optional.of(wrong(noUtf8.get()));
        }
        Optional<Encoding.Place> noGb18030 = Encoding.firstBad(source, Encoding.GB18030);
        charset = Encoding.GB18030;
        return noGb18030.map(place -> wrong(place.at() > noUtf8.get().at() ? place : noUtf8.get()));
    }

    /** The encoding that fits longer is the one that was meant; where it ends, the error is. */
    private BadInput wrong(Encoding.Place place) {
        return BadInput.atLine(file, place.line(), Message.of("EXPECTED_ENCODING", "byte", place.at()));
    }

    /** A header in one piece, with what other programs put between columns. */
    private Optional<BadInput> badSeparator() throws IOException {
        String begin = new String(Encoding.head(source, LOOK), charset);
        String header = begin.lines().findFirst().orElse("");
        boolean other = header.indexOf(',') < 0 && (header.indexOf('\t') >= 0 || header.indexOf(';') >= 0);
        return other ? Optional.of(BadInput.atLine(file, 1, Message.of("EXPECTED_COMMAS"))) : Optional.empty();
    }

    private void copy(boolean exact, OutputStream target) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        try (Reader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(source), Encoding.strict(charset)))) {
            in.mark(1);
            if (in.read() != BOM) {
                in.reset();
            }
            boolean asItStands = exact && mark == Encoding.Mark.NONE && charset.equals(StandardCharsets.UTF_8);
            if (asItStands) {
                in.transferTo(out);
            } else {
                new ApostrophesInCsv(in, out).take();
            }
        }
        out.flush();
    }
}
