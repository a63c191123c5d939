package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Tables as sheets of a workbook: several by the names of their sheets, or one alone. */
final class WorkbookUpload {

    private final Workbook book;
    private final Canonical into;

    private WorkbookUpload(Workbook book, Canonical into) {
        this.book = book;
        this.into = into;
    }

    /**
     * Takes a workbook.
     *
     * @param table the table that a workbook of one sheet is said to be, whatever its sheet is called
     */
    static void take(Path file, Optional<String> table, Limits limits, Allowance allowance, Canonical into)
            throws IOException, XMLStreamException, ExchangeRefused {
        try (Workbook book = Workbook.open(file, limits, allowance)) {
            new WorkbookUpload(book, into).take(table);
        }
    }

    private void take(Optional<String> table) throws IOException, XMLStreamException, ExchangeRefused {
        List<Workbook.Sheet> unknown = new ArrayList<>();
        Map<String, Workbook.Sheet> known = new LinkedHashMap<>();
        for (Workbook.Sheet sheet : book.sheets()) {
            Optional<String> named = TableNames.ofSheet(sheet.name());
            if (named.isEmpty() || known.putIfAbsent(named.get(), sheet) != null) {
                unknown.add(sheet);
            }
        }
        if (known.isEmpty() || table.isPresent() && book.sheets().size() == 1) {
            Workbook.Sheet only = only();
            known.clear();
            known.put(
                    table.orElseThrow(
                            () -> new ExchangeRefused(Message.of("UPLOAD_WHICH_TABLE", "files", TableNames.all()))),
                    only);
            unknown = new ArrayList<>(book.sheets());
            unknown.remove(only);
        }
        for (Workbook.Sheet sheet : unknown) {
            if (holdsSomething(sheet)) {
                throw new ExchangeRefused(
                        Message.of("SHEET_UNKNOWN", "sheet", sheet.name(), "files", TableNames.all()));
            }
        }
        for (Map.Entry<String, Workbook.Sheet> each : known.entrySet()) {
            write(each.getKey(), each.getValue());
        }
    }

    /** The only sheet that holds something; the first where none does. */
    private Workbook.Sheet only() throws IOException, XMLStreamException {
        for (Workbook.Sheet sheet : book.sheets()) {
            if (holdsSomething(sheet)) {
                return sheet;
            }
        }
        return book.sheets().stream().findFirst().orElseThrow(() -> new Beyond(SafeXml.broken()));
    }

    private boolean holdsSomething(Workbook.Sheet sheet) throws IOException, XMLStreamException {
        try {
            SheetRows.read(book, sheet, sheet.name(), (number, cells) -> {
                throw new Something();
            });
            return false;
        } catch (Something found) {
            return true;
        }
    }

    private static final class Something extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private void write(String table, Workbook.Sheet sheet) throws IOException, XMLStreamException {
        into.isSheet(table);
        try (OutputStream out = into.write(table);
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            CsvLines csv = new CsvLines(writer);
            int[] widthAndLast = {0, 0};
            into.found(table, SheetRows.read(book, sheet, table, (number, cells) -> {
                writer.write("\n".repeat(number - widthAndLast[1] - 1));
                widthAndLast[0] = widthAndLast[1] == 0 ? cells.size() : widthAndLast[0];
                widthAndLast[1] = number;
                List<String> blanks = Collections.nCopies(Math.max(0, widthAndLast[0] - cells.size()), "");
                cells.addAll(blanks);
                csv.row(cells);
            }));
        }
    }
}
