package io.plimsoll.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, ours and others', and everything in a cell that is no plain value. */
class WorkbookUploadTest {

    private static final String ORDERS = "<row><c t=\"str\"><v>retailer</v></c><c t=\"str\"><v>rank</v></c>"
            + "<c t=\"str\"><v>sku</v></c><c t=\"str\"><v>demand</v></c></row>";

    @TempDir
    Path workplace;

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertEquals(List.of(), Sent.left(workplace));
    }

    /** What the only cell of a sheet says. */
    private String cell(String cell) throws Exception {
        return Sent.rows(workplace, Sent.sheet("<row>" + cell + "</row>"), "orders.xlsx")
                .get(0)
                .get(0);
    }

    private List<String> errors(String rows) throws Exception {
        return Sent.errors(workplace, Sent.sheet(ORDERS + rows), "orders.xlsx", Known.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "12.0,12",
        "1E+05,100000",
        "1E-3,0.001",
        "0.30000000000000004,0.3",
        "4.1500000000000004,4.15",
        "-0,0",
        "-7.50,-7.5",
        "999999999999999,999999999999999",
        "007,7"
    })
    void aNumberIsWrittenAsPeopleReadIt(String stored, String text) throws Exception {
        assertEquals(text, cell("<c><v>" + stored + "</v></c>"));
    }

    @Test
    void otherCellsSayWhatTheyShow() throws Exception {
        assertEquals("true", cell("<c t=\"b\"><v>1</v></c>"));
        assertEquals("false", cell("<c t=\"b\"><v>0</v></c>"));
        assertEquals("7", cell("<c><f>3+4</f><v>7</v></c>"));
        assertEquals("ab", cell("<c t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"));
        assertEquals("利群", cell("<c t=\"inlineStr\"><is><r><t>利</t></r><r><t>群</t></r><rPh><t>li</t></rPh></is></c>"));
        assertEquals("a\nb_x", cell("<c t=\"inlineStr\"><is><t>a_x000A_b_x</t></is></c>"));
        assertEquals("=1+1", cell("<c t=\"inlineStr\"><is><t>'=1+1</t></is></c>"));
    }

    @Test
    void aDateIsADayWhateverItsFormat() throws Exception {
        Map<String, byte[]> parts = Sent.workbook(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts><cellStyleXfs>"
                        + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                        + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c s=\"1\"><v>46349</v></c><c s=\"2\"><v>46349.5</v></c>"
                        + "<c s=\"3\"><v>46349</v></c><c s=\"1\"><v>1</v></c></row></sheetData></worksheet>");
        assertEquals(
                List.of("2026-11-23", "2026-11-23T12:00:00", "46349", "1900-01-01"),
                Sent.rows(workplace, Sent.zip(parts), "orders.xlsx").get(0));
    }

    @Test
    void aCellWithoutAValueToBeTakenIsAnErrorOfItsRow() throws Exception {
        assertEquals(
                List.of(
                        "orders.csv:2:retailer:#N/A EXPECTED_NO_CELL_ERROR",
                        "orders.csv:2:demand: EXPECTED_CELL_VALUE",
                        "orders.csv:3:retailer:1234567890123456789 EXPECTED_FEWER_DIGITS"),
                errors("<row><c t=\"e\"><v>#N/A</v></c><c><v>1</v></c><c t=\"str\"><v>S</v></c><c><f>1+1</f></c></row>"
                        + "<row><c><v>1234567890123456789</v></c><c><v>1</v></c><c><v>5</v></c><c><v>5</v></c></row>"));
    }

    @Test
    void errorsNameTheRowOfTheSheetHoweverManyLinesStandInACell() throws Exception {
        assertEquals(
                List.of(
                        "orders.csv:2:retailer:R\\u000Ax EXPECTED_NO_CONTROL_CHARACTERS",
                        "orders.csv:5:demand:x EXPECTED_WHOLE_NUMBER"),
                errors(
                        "<row><c t=\"inlineStr\"><is><t>R&#10;x</t></is></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"
                                + "<row r=\"3\"><c><v>2</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"
                                + "<row r=\"4\"><c><v>3</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"
                                + "<row r=\"5\"><c><v>4</v></c><c><v>1</v></c><c><v>1</v></c><c t=\"str\"><v>x</v></c></row>"));
        assertEquals(
                List.of("orders.csv:2:: EXPECTED_NO_BLANK_LINE"),
                errors("<row r=\"3\"><c><v>2</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"));
    }

    @Test
    void cellsBesideTheTableAreErrors() throws Exception {
        String row = "<row><c><v>2</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c>";
        assertEquals(List.of("orders.csv:2:: EXPECTED_FIELDS"), errors(row + "<c r=\"F2\"><v>1</v></c></row>"));
        assertEquals(List.of("orders.csv:2:XFD:1 EXPECTED_NO_CELL"), errors(row + "<c r=\"XFD2\"><v>1</v></c></row>"));
        assertEquals(List.of(), errors(row + "<c r=\"XFD2\" s=\"1\"/></row>"));
    }

    @Test
    void blankRowsAtTheEndAreNone() throws Exception {
        StringBuilder rows =
                new StringBuilder("<row><c><v>2</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>");
        for (int i = 3; i < 90_000; i++) {
            rows.append("<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"1\"/></row>");
        }
        assertEquals(2, rows(rows.toString()).size());
    }

    private List<List<String>> rows(String rows) throws Exception {
        return Sent.rows(workplace, Sent.sheet(ORDERS + rows), "orders.xlsx");
    }

    @Test
    void aWorkbookOfAnotherHandIsRead() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Other", "1.0")) {
            Worksheet skus = book.newWorksheet("Skus");
            List<String> header = List.of("sku", "brand", "tier", "status", "supply", "forecast", "first_sold", "name");
            for (int i = 0; i < header.size(); i++) {
                skus.value(0, i, header.get(i));
            }
            skus.value(1, 0, "S1");
            skus.value(1, 1, "利群 & co");
            skus.value(1, 2, "TIER_1");
            skus.value(1, 3, "OPEN");
            skus.value(1, 4, 1200);
            skus.value(1, 5, 10.25);
            skus.value(1, 6, LocalDate.of(2001, 5, 30));
            skus.style(1, 6).format("yyyy/m/d").set();
            skus.value(1, 7, "=not run");
            Worksheet orders = book.newWorksheet("orders");
            for (String name : List.of("retailer", "rank", "sku", "demand")) {
                orders.value(0, List.of("retailer", "rank", "sku", "demand").indexOf(name), name);
            }
            orders.value(1, 0, "R1");
            orders.value(1, 1, 1);
            orders.value(1, 2, "S9");
            orders.value(1, 3, 5);
            book.newWorksheet("Sheet3");
        }
        byte[] sent = out.toByteArray();
        assertEquals(
                List.of("orders.csv:2:sku:S9 EXPECTED_KNOWN_SKU"),
                Sent.errors(workplace, sent, "both.xlsx", Known.NOTHING));
        try (Upload upload =
                new Uploads(workplace, Limits.DEFAULT).take(Sent.in(sent), "both.xlsx", Optional.empty())) {
            assertEquals(Set.of("orders.csv", "skus.csv"), upload.tables());
            assertEquals(
                    List.of("S1", "利群 & co", "TIER_1", "OPEN", "1200", "10.25", "2001-05-30", "=not run"),
                    upload.preview(Known.NOTHING, Objections.NONE)
                            .get(0)
                            .firstRows()
                            .get(0));
        }
    }

    @Test
    void macrosLinksAndSheetsThatWouldCountForNothingAreRefused() throws Exception {
        assertEquals("SHEET_MACROS", refusal("xl/vbaProject.bin", "x"));
        assertEquals(
                "SHEET_MACROS",
                refusal(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                                + "application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"));
        assertEquals(
                "SHEET_LINKS",
                refusal(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/externalLink\" Target=\"b\"/></Relationships>"));
        String r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        assertEquals(
                "SHEET_UNKNOWN",
                refusal(
                        "xl/workbook.xml",
                        "<workbook " + r + "><sheets><sheet name=\"orders\" r:id=\"rId1\"/>"
                                + "<sheet name=\"order\" r:id=\"rId1\"/></sheets></workbook>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + ORDERS + "</sheetData></worksheet>"));
        assertEquals("UPLOAD_NO_TABLE", refusal("[Content_Types].xml", "<Types/>"));
    }

    private String refusal(String... parts) throws Exception {
        return Sent.refusal(workplace, Sent.zip(Sent.workbook(parts)), "orders.xlsx");
    }

    @Test
    void noDamageMakesAnythingElseThanARefusal() throws Exception {
        String[] parts = {
            "xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
        };
        for (String part : parts) {
            Map<String, byte[]> all = Sent.workbook(
                    "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + ORDERS + "</sheetData></worksheet>");
            byte[] whole = all.get(part);
            for (int at = 0; at < whole.length; at += 3) {
                byte[] spoilt = whole.clone();
                spoilt[at] = (byte) "<>\"&/\0\u0001=".charAt(at % 8);
                all.put(part, spoilt);
                refusedOrTaken(all);
                all.put(part, Arrays.copyOf(whole, at));
                refusedOrTaken(all);
            }
            all.remove(part);
            refusedOrTaken(all);
        }
    }

    private void refusedOrTaken(Map<String, byte[]> parts) throws Exception {
        String code = Sent.refusal(workplace, Sent.zip(parts), "orders.xlsx");
        assertTrue(code.matches("taken|SHEET_\\w+|UPLOAD_\\w+|ZIP_\\w+"), code);
    }
}
