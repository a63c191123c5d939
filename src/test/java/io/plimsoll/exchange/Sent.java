package io.plimsoll.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import io.plimsoll.files.TableReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sends things, and says in short what came of it. */
final class Sent {

    private Sent() {}

    /** The rows of the table that the upload became. */
    static List<List<String>> rows(Path workplace, byte[] sent, String name) throws Exception {
        try (Upload upload = new Uploads(workplace, Limits.DEFAULT).take(in(sent), name, Optional.empty())) {
            String table = upload.tables().iterator().next();
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .skipEmptyLines(false)
                    .ofCsvRecord(upload.folder().resolve(table))) {
                return csv.stream().map(CsvRecord::getFields).toList();
            }
        }
    }

    /** Every error of every table. */
    static List<String> errors(Path workplace, byte[] sent, String name, Known known) throws Exception {
        try (Upload upload = new Uploads(workplace, Limits.DEFAULT).take(in(sent), name, Optional.empty())) {
            return upload.preview(known, Objections.NONE).stream()
                    .map(TableReport::errors)
                    .flatMap(List::stream)
                    .map(Sent::inShort)
                    .toList();
        }
    }

    static String inShort(BadInput bad) {
        return bad.file() + ":" + bad.line() + ":" + bad.column() + ":" + bad.value() + " "
                + bad.expected().code();
    }

    /** Why an upload is refused, or {@code taken}; whatever it is, nothing may be left of it. */
    static String refusal(Path workplace, InputStream sent, String name, Limits limits) throws IOException {
        try (Upload upload = new Uploads(workplace, limits).take(sent, name, Optional.empty())) {
            return upload.tables().isEmpty() ? "nothing" : "taken";
        } catch (ExchangeRefused refused) {
            return left(workplace).isEmpty() ? refused.reason().code() : "left " + left(workplace);
        }
    }

    static String refusal(Path workplace, byte[] sent, String name) throws IOException {
        return refusal(workplace, in(sent), name, Limits.DEFAULT);
    }

    static List<Path> left(Path workplace) throws IOException {
        try (Stream<Path> files = Files.list(workplace)) {
            return files.toList();
        }
    }

    static InputStream in(byte[] sent) {
        return new ByteArrayInputStream(sent);
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook with these parts beside or instead of those that make one sheet called orders. */
    static Map<String, byte[]> workbook(String... partsAndContents) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        put(
                parts,
                "[Content_Types].xml",
                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        put(
                parts,
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"orders\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        put(
                parts,
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"" + relations
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + relations
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"" + relations
                        + "/styles\" Target=\"styles.xml\"/></Relationships>");
        put(parts, "xl/sharedStrings.xml", "<sst/>");
        put(parts, "xl/styles.xml", "<styleSheet/>");
        put(parts, "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
        for (int i = 0; i < partsAndContents.length; i += 2) {
            put(parts, partsAndContents[i], partsAndContents[i + 1]);
        }
        return parts;
    }

    /** A workbook of one sheet with these rows. */
    static byte[] sheet(String rows) throws IOException {
        return zip(workbook("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
