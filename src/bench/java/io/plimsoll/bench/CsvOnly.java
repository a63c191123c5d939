package io.plimsoll.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run is measured against: a program that reads the files of a cycle and writes files like those of its result,
 * by the plain interface of the CSV library, and does nothing else.
 */
public final class CsvOnly {

    /** Rows of ceilings.csv a retailer: one for the period, two for the pace. */
    private static final List<String> CEILINGS_A_RETAILER = List.of("PERIOD", "PACE", "PACE");

    private CsvOnly() {}

    /** Reads the cycle folder that is the first argument and writes to the folder that is the second. */
    public static void main(String[] folders) throws IOException {
        Path in = Path.of(folders[0]);
        Path out = Files.createDirectories(Path.of(folders[1]));
        List<Path> files;
        try (Stream<Path> below = Files.walk(in)) {
            files = below.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        long records = 0;
        for (Path file : files) {
            records += switch (file.getFileName().toString()) {
                case "orders.csv" -> writingGrants(file, out.resolve("grants.csv"));
                case "retailers.csv" -> writingCeilings(file, out.resolve("ceilings.csv"));
                default -> reading(file);
            };
        }
        System.out.println(records + " records");
    }

    private static long reading(Path file) throws IOException {
        long records = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : csv) {
                records += record.getFieldCount() > 0 ? 1 : 0;
            }
        }
        return records;
    }

    private static long writingGrants(Path orders, Path grants) throws IOException {
        long records = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(orders);
                CsvWriter writer = writer(grants)) {
            for (CsvRecord row : csv) {
                String demand = row.getField(3);
                writer.writeRecord(row.getField(0), row.getField(1), row.getField(2), demand, demand, "NONE");
                records++;
            }
        }
        return records;
    }

    private static long writingCeilings(Path retailers, Path ceilings) throws IOException {
        long records = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(retailers);
                CsvWriter writer = writer(ceilings)) {
            for (CsvRecord row : csv) {
                for (String scope : CEILINGS_A_RETAILER) {
                    writer.writeRecord(scope, row.getField(0), "2026-11", row.getField(5), "R2", "unnamed@0123456789ab");
                }
                records++;
            }
        }
        return records;
    }

    private static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }
}
