package io.plimsoll.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plimsoll.files.CycleFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a canonical cycle folder, as {@link io.plimsoll.files.CycleWriter} makes it, in one piece or table by table. The
 * same folder gives the same bytes.
 */
public final class CycleZip {

    /** No moment of a zip is earlier; which one it is says nothing. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Set<String> NUMBERS = Set.of(
            "number",
            "of",
            "agreed_total",
            "granted_in_period",
            "interval",
            "supply",
            "forecast",
            "price",
            "rank",
            "demand",
            "at_most",
            "percent",
            "weight",
            "ceiling",
            "rho",
            "burst",
            "reserve",
            "exempt",
            "value",
            "from_volume",
            "total");

    /** A number as it would be written again: nothing is lost when it becomes one. */
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]*[1-9])?");

    private CycleZip() {}

    /**
     * Writes the files as they are, byte by byte: what programs exchange, and what a run of the command line can be
     * verified against. Does not close the stream.
     */
    public static void exact(Path folder, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String file : files(folder)) {
            zip.putNextEntry(entry(file));
            Files.copy(folder.resolve(file), zip);
        }
        zip.finish();
    }

    /** Writes all files below a folder as they are, byte by byte, in the order of their names. Does not close the stream. */
    public static void everything(Path folder, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(entry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        zip.finish();
    }

    /** Writes the files for people with a spreadsheet: marked as UTF-8, and with nothing in them that could be run. */
    public static void forSpreadsheets(Path folder, OutputStream out) throws IOException, ExchangeRefused {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (String file : files(folder)) {
            zip.putNextEntry(entry(file));
            table(folder, file, TableFormat.CSV_MARKED, zip);
        }
        zip.finish();
    }

    /** Writes the whole cycle as one workbook, each table a sheet. */
    public static void workbook(Path folder, OutputStream out) throws IOException, ExchangeRefused {
        WorkbookOut book = new WorkbookOut(out);
        for (String file : files(folder)) {
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
                Iterator<CsvRecord> records = csv.iterator();
                List<String> header = records.next().getFields();
                book.sheet(TableNames.sheetOf(file), header, new Rows(header, records));
            }
        }
        book.finish();
    }

    /**
     * Writes one table of the folder.
     *
     * @param file one of {@link CycleFolder#FILES} that is there
     */
    public static void table(Path folder, String file, TableFormat format, OutputStream out)
            throws IOException, ExchangeRefused {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> header = records.next().getFields();
            Exports.table(format, TableNames.sheetOf(file), header, new Rows(header, records), out);
        }
    }

    private static List<String> files(Path folder) {
        return CycleFolder.FILES.stream()
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
    }

    /** An entry that says nothing of when and where it was made. */
    static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MOMENT);
        return entry;
    }

    /** The rows of a canonical file, numbers as numbers. */
    private record Rows(List<String> header, Iterator<CsvRecord> records) implements Iterator<List<Object>> {

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public List<Object> next() {
            List<String> fields = records.next().getFields();
            List<Object> row = new ArrayList<>(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                String text = fields.get(i);
                boolean number =
                        NUMBERS.contains(header.get(i)) && PLAIN.matcher(text).matches();
                row.add(number ? new BigDecimal(text) : text);
            }
            return row;
        }
    }
}
