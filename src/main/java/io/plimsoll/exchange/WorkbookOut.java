package io.plimsoll.exchange;

import io.plimsoll.message.Message;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook sheet by sheet and row by row. A text is a text cell that stays one when somebody edits it, so that no
 * text is ever run; a number is a number. The same tables give the same bytes.
 *
 * @see "ECMA-376: Office Open XML"
 */
final class WorkbookOut {

    /** Rows that fit into a sheet, its header among them. */
    static final int MOST_ROWS = 1 << 20;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Digits of which a cell keeps every one. */
    private static final int SURE_DIGITS = 15;

    private static final int LONGEST_NAME = 31;

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> sheets = new ArrayList<>();

    WorkbookOut(OutputStream target) {
        zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    }

    /**
     * Writes a sheet.
     *
     * @throws ExchangeRefused where there are more rows than a sheet holds; the workbook is then of no use
     */
    void sheet(String name, List<String> header, Iterator<? extends List<?>> rows) throws IOException, ExchangeRefused {
        sheets.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        begin("xl/worksheets/sheet" + sheets.size() + ".xml");
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><sheetData>\n");
        int number = 1;
        row(number, header);
        while (rows.hasNext()) {
            if (++number > MOST_ROWS) {
                throw new ExchangeRefused(Message.of("SHEET_TOO_LONG", "limit", MOST_ROWS - 1));
            }
            row(number, rows.next());
        }
        out.write("</sheetData></worksheet>");
    }

    private void row(int number, List<?> cells) throws IOException {
        out.write("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.size(); column++) {
            cell(SheetRows.letters(column) + number, cells.get(column));
        }
        out.write("</row>\n");
    }

    private void cell(String address, Object value) throws IOException {
        String text = Cells.text(value);
        if (text.isEmpty()) {
            return;
        }
        if (value instanceof Number && new BigDecimal(text).precision() <= SURE_DIGITS) {
            out.write("<c r=\"" + address + "\"><v>" + text + "</v></c>");
        } else {
            out.write("<c r=\"" + address + "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    + CellText.encoded(Apostrophes.putSecond(text)) + "</t></is></c>");
        }
    }

    /** Writes what holds the sheets together; does not close the stream it writes to. */
    void finish() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
            list.append("<sheet name=\"" + CellText.encoded(sheets.get(i - 1)).replace("\"", "&quot;") + "\" sheetId=\""
                    + i + "\" r:id=\"rId" + i + "\"/>");
            relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + list
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations
                        + relation(sheets.size() + 1, "styles", "styles.xml") + "</Relationships>");
        part("xl/styles.xml", styles());
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>" + types
                        + "</Types>");
        out.flush();
        zip.finish();
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /** The second style of a cell is that of texts: format @, and an apostrophe in front that is not part of them. */
    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
                + " quotePrefix=\"1\"/></cellXfs></styleSheet>";
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        out.write(content);
    }

    private void begin(String name) throws IOException {
        out.flush();
        zip.putNextEntry(CycleZip.entry(name));
        out.write(XML);
    }
}
