package io.plimsoll.exchange;

import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sends what is meant to exhaust memory or disk, in a JVM that has little of the first, and prints what each was refused
 * with: {@code Attacks FOLDER}. The attacks are written piece by piece, so that the memory is the reader's.
 */
final class Attacks {

    private static final int MEBI = 1 << 20;
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** With 8 MB unpacked and 20,000 rows; the other limits are those of every day. */
    private static final Limits SMALL = new Limits(64L * MEBI, 64, 512, 8L * MEBI, 200, 20_000, 100_000, 24 * MEBI);

    private final Path attacks;
    private final Path workplace;
    private final PrintStream out;

    private Attacks(Path folder, PrintStream out) throws IOException {
        this.attacks = Files.createDirectory(folder.resolve("attacks"));
        this.workplace = Files.createDirectory(folder.resolve("workplace"));
        this.out = out;
    }

    /** Writes one part of a zip. */
    private interface Content {
        void write(Writer out) throws IOException;
    }

    public static void main(String[] args) throws IOException, ExchangeRefused {
        Attacks all = new Attacks(Path.of(args[0]), System.out);
        all.streams();
        all.zips();
        all.rows();
        all.pieces();
        all.texts();
    }

    private void send(String name, InputStream sent, String fileName, Limits limits) throws IOException {
        out.println(name + ": " + Sent.refusal(workplace, sent, fileName, limits));
    }

    private void zip(String name, String fileName, Limits limits, Map<String, Content> contents) throws IOException {
        Path file = attacks.resolve(name);
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setLevel(1);
            Map<String, byte[]> parts = fileName.endsWith(".xlsx") ? Sent.workbook() : new TreeMap<>();
            parts.keySet().removeAll(contents.keySet());
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
            for (Map.Entry<String, Content> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                each.getValue().write(text);
                text.flush();
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            send(name, in, fileName, limits);
        }
        Files.delete(file);
    }

    /** So many bytes that never were on any disk. */
    private static InputStream endless(long bytes, long[] given) {
        return new InputStream() {
            @Override
            public int read() {
                return given[0]++ < bytes ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, bytes - given[0]);
                Arrays.fill(target, offset, offset + count, (byte) 'x');
                given[0] += count;
                return count == 0 ? -1 : count;
            }
        };
    }

    private void streams() throws IOException, ExchangeRefused {
        long[] given = {0};
        send("a gigabyte", endless(1024L * MEBI, given), "orders.csv", Limits.DEFAULT);
        out.println("MB read of the gigabyte: " + given[0] / MEBI);
        try (Upload line = new Uploads(workplace, Limits.DEFAULT)
                .take(endless(60L * MEBI, new long[1]), "orders.csv", Optional.empty())) {
            out.println("one line of 60 MB: "
                    + Sent.inShort(line.preview(Known.NOTHING, Objections.NONE)
                            .get(0)
                            .errors()
                            .get(0)));
        }
    }

    private void zips() throws IOException {
        Content bomb = text -> repeat(text, 100 * MEBI, "", "0");
        zip("zip bomb", "cycle.zip", Limits.DEFAULT, Map.of("orders.csv", bomb));
        zip("a large cycle", "cycle.zip", SMALL, Map.of("orders.csv", numbers(600_000)));
        Content half = numbers(300_000);
        zip("two large files", "cycle.zip", SMALL, Map.of("orders.csv", half, "skus.csv", half));
    }

    private static Content numbers(int lines) {
        return text -> {
            for (int i = 0; i < lines; i++) {
                text.write("R" + i + ",1,S" + i + ",5\n");
            }
        };
    }

    private void sheet(String name, Limits limits, Content rows) throws IOException {
        Content sheet = text -> {
            text.write("<worksheet><sheetData>");
            rows.write(text);
            text.write("</sheetData></worksheet>");
        };
        zip(name, "orders.xlsx", limits, Map.of(SHEET, sheet));
    }

    private void rows() throws IOException {
        sheet("a million blank rows", Limits.DEFAULT, text -> {
            for (int i = 1; i <= 1_000_000; i++) {
                text.write("<row r=\"" + i + "\" spans=\"1:4\" ht=\"15\"/>");
            }
        });
        sheet("a million rows of blank cells", Limits.DEFAULT, text -> {
            for (int i = 1; i <= 1_000_000; i++) {
                text.write("<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"3\"/></row>");
            }
        });
        sheet("many rows", SMALL, text -> {
            for (int i = 1; i <= 20_001; i++) {
                text.write("<row><c><v>" + i * 7919L + "</v></c></row>");
            }
        });
        sheet("the last row", SMALL, text -> text.write("<row r=\"1048576\"><c><v>1</v></c></row>"));
        sheet("a row beyond it", SMALL, text -> text.write("<row r=\"1048577\"><c><v>1</v></c></row>"));
        sheet("a column that isn't", SMALL, text -> text.write("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
    }

    private void pieces() throws IOException {
        sheet("an endless text", SMALL, text -> repeat(text, 3 * MEBI, "<row><c t=\"inlineStr\"><is><t>", "x"));
        sheet("endless runs", SMALL, text -> repeat(text, 3 * MEBI, "<row><c t=\"inlineStr\"><is>", "<r><t>x</t></r>"));
        sheet("an endless attribute", SMALL, text -> repeat(text, 3 * MEBI, "<row r=\"", "1"));
        sheet("an endless comment", SMALL, text -> repeat(text, 3 * MEBI, "<!-- ", "x"));
        sheet("endless cells", SMALL, text -> repeat(text, 9 * MEBI, "<row r=\"1\">", "<c/><c/><c/>"));
        sheet("deep nesting", SMALL, text -> repeat(text, 3 * MEBI, "<row>", "<c>"));
        sheet("endless names", SMALL, text -> {
            text.write("<row>");
            for (int i = 0; i < 100_000; i++) {
                text.write("<n" + i + "/>");
            }
        });
    }

    private void texts() throws IOException {
        laughs("billion laughs in a sheet", SHEET);
        laughs("billion laughs in the texts", TEXTS);
        Content here = text -> text.write("<!DOCTYPE sst [<!ENTITY here SYSTEM \"file:///etc/hostname\">]>"
                + "<sst><si><t>&here;</t></si></sst>");
        zip("a file from here", "orders.xlsx", SMALL, Map.of(TEXTS, here));
        zip("many texts", "orders.xlsx", Limits.DEFAULT, Map.of(TEXTS, text -> {
            text.write("<sst>");
            for (int i = 0; i < 1_500_000; i++) {
                text.write("<si><t>text " + i + "</t></si>");
            }
        }));
        zip("blank texts", "orders.xlsx", Limits.DEFAULT, Map.of(TEXTS, text -> {
            text.write("<sst>");
            for (int i = 0; i < 3_500_000; i++) {
                text.write(i % 8 == 0 ? "<si>" + i + "</si>" : "<si/>");
            }
        }));
        Content one = text -> text.write("<sst><si><t>" + "long".repeat(8_000) + "</t></si></sst>");
        Content cells = text -> {
            text.write("<worksheet><sheetData>");
            for (int i = 1; i < 1_000; i++) {
                text.write("<row r=\"" + i + "\"><c t=\"s\"><v>0</v></c></row>");
            }
            text.write("</sheetData></worksheet>");
        };
        zip("one text in many cells", "orders.xlsx", SMALL, Map.of(TEXTS, one, SHEET, cells));
    }

    private void laughs(String name, String part) throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        Content laughs = text -> text.write(
                type + "]><a><sheetData><row><c t=\"str\"><v>&e29;</v></c></row></sheetData><si><t>&e29;</t></si></a>");
        zip(name, "orders.xlsx", SMALL, Map.of(part, laughs));
    }

    private static void repeat(Writer text, int bytes, String first, String then) throws IOException {
        text.write(first);
        String many = then.repeat(64);
        for (int i = 0; i < bytes / many.length(); i++) {
            text.write(many);
        }
    }
}
