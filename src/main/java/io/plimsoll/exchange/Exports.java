package io.plimsoll.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Writes tables for people and their programs, row by row, so that {@link Uploads} makes the same rows of them again. No
 * text goes out that a spreadsheet would run.
 */
public final class Exports {

    private static final char MARK = '\uFEFF';

    private Exports() {}

    /**
     * Writes one table. Does not close the stream.
     *
     * @param name of the sheet, where there is one
     * @param rows of String, Integer, Long and BigDecimal; a number that a cell would not keep whole becomes a text
     * @throws ExchangeRefused where there are more rows than the format holds
     */
    public static void table(
            TableFormat format, String name, List<String> header, Iterator<? extends List<?>> rows, OutputStream out)
            throws IOException, ExchangeRefused {
        switch (format) {
            case CSV -> csv(StandardCharsets.UTF_8, false, header, rows, out);
            case CSV_MARKED -> csv(StandardCharsets.UTF_8, true, header, rows, out);
            case CSV_GB18030 -> csv(Encoding.GB18030, false, header, rows, out);
            case XLSX -> {
                WorkbookOut book = new WorkbookOut(out);
                book.sheet(name, header, rows);
                book.finish();
            }
        }
    }

    private static void csv(
            Charset charset, boolean marked, List<String> header, Iterator<? extends List<?>> rows, OutputStream target)
            throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(target, charset));
        if (marked) {
            out.write(MARK);
        }
        CsvLines csv = new CsvLines(out);
        csv.row(header.stream().map(Cells::harmless).toList());
        while (rows.hasNext()) {
            csv.row(rows.next().stream().map(Cells::harmless).toList());
        }
        out.flush();
    }
}
