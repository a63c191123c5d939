package io.plimsoll.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What went out comes back as it was, in every format, and nothing in it can be run on the way. */
class RoundTripTest {

    private static final int TABLES = 150;

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "\t",
            "＝",
            "＠",
            "'",
            "''",
            "\"",
            ",",
            ";",
            "\n",
            " ",
            "0",
            "007",
            "1E+05",
            "=cmd|' /C calc'!A0",
            "张",
            "三号商店",
            "利群（新版）",
            "😀",
            "𠀀",
            "é",
            "<&>",
            "_x000D_",
            "_x005F_",
            "_x00",
            "&amp;",
            "]]>",
            "true",
            "\uFEFF",
            "ﬁ",
            "x");

    @TempDir
    Path workplace;

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static Object cell(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(1_000_000);
            case 1 -> random.nextLong() / 1000;
            case 2 ->
                new BigDecimal(random.nextInt(1_000_000))
                        .movePointLeft(random.nextInt(6))
                        .stripTrailingZeros();
            default -> text(random);
        };
    }

    private static List<List<Object>> table(Random random, int columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (int count = random.nextInt(12); count >= 0; count--) {
            List<Object> row = new ArrayList<>();
            row.add("x" + text(random)); // A row of blanks would be no row of a sheet.
            while (row.size() < columns) {
                row.add(cell(random));
            }
            rows.add(row);
        }
        return rows;
    }

    private static byte[] written(TableFormat format, List<String> header, List<List<Object>> rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.table(format, "skus", header, rows.iterator(), out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void whatWentOutComesBack(TableFormat format) throws Exception {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            int columns = 1 + random.nextInt(5);
            List<String> header = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                header.add("column" + i);
            }
            List<List<Object>> rows = table(random, columns);
            List<List<String>> expected = new ArrayList<>(List.of(header));
            rows.forEach(row -> expected.add(row.stream().map(Cells::text).toList()));
            byte[] sent = written(format, header, rows);
            assertEquals(expected, Sent.rows(workplace, sent, "skus" + format.extension()), "seed " + seed);
            assertArrayEquals(sent, written(format, header, rows), "the same table gives the same bytes");
        }
        assertTrue(Sent.left(workplace).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "CSV_MARKED", "CSV_GB18030"})
    void noFieldOfACsvBeginsLikeAFormula(TableFormat format) throws Exception {
        Charset charset = format == TableFormat.CSV_GB18030 ? Encoding.GB18030 : StandardCharsets.UTF_8;
        for (int seed = 0; seed < TABLES; seed++) {
            List<List<Object>> rows = table(new Random(seed), 4);
            String csv = new String(written(format, List.of("=a", "b", "c", "d"), rows), charset);
            List<List<Object>> all = new ArrayList<>(List.of(List.of("=a", "b", "c", "d")));
            all.addAll(rows);
            try (CsvReader<CsvRecord> read = CsvReader.builder().ofCsvRecord(csv)) {
                int at = 0;
                for (CsvRecord row : read) {
                    for (int i = 0; i < 4; i++) {
                        String field = row.getField(i);
                        boolean number = all.get(at).get(i) instanceof Number;
                        assertFalse(!number && field.matches("(?s)[=+\\-@\t\r＝＋－＠].*"), field);
                    }
                    at++;
                }
            }
        }
    }

    @Test
    void aWorkbookHoldsTextsAsTextsAndNumbersAsNumbersForAnotherReader() throws Exception {
        List<List<Object>> rows = List.of(
                List.of("=1+1", 12, new BigDecimal("-0.5"), "0012"),
                List.of("@sum", 1234567890123456789L, "利群", "a\nb"));
        byte[] sent = written(TableFormat.XLSX, List.of("a", "b", "c", "d"), rows);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sent))) {
            List<Row> read = book.getFirstSheet().read();
            assertEquals("skus", book.getFirstSheet().getName());
            assertEquals(CellType.STRING, read.get(1).getCell(0).getType());
            assertEquals("=1+1", read.get(1).getCell(0).asString());
            assertEquals(new BigDecimal("12"), read.get(1).getCell(1).asNumber());
            assertEquals(new BigDecimal("-0.5"), read.get(1).getCell(2).asNumber());
            assertEquals("0012", read.get(1).getCell(3).asString());
            assertEquals("1234567890123456789", read.get(2).getCell(1).asString());
            assertEquals("a\nb", read.get(2).getCell(3).asString());
            for (Row row : read) {
                assertTrue(row.stream().map(Cell::getFormula).allMatch(formula -> formula == null));
            }
        }
    }

    @Test
    void everyCharacterThereIsHasItsPlaceInGb18030() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            String text = isHalf ? "x" : new String(Character.toChars(codePoint));
            assertEquals(text, new String(text.getBytes(Encoding.GB18030), Encoding.GB18030));
        }
    }

    @Test
    void aTextThatSomebodyElseWroteLosesTheApostropheThatHidesAFormulaAndNoOther() throws Exception {
        byte[] sent = "sku,name\n'=1,'quoted'\n\"'-2\",''\n'',\"'\"\"x\"\n'+,'@\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        List.of("sku", "name"),
                        List.of("=1", "'quoted'"),
                        List.of("-2", "''"),
                        List.of("''", "'\"x"),
                        List.of("+", "@")),
                Sent.rows(workplace, sent, "skus.csv"));
    }

    @Test
    void onlyOneApostropheOfSeveralIsThatOfTheFormula() {
        for (String text : List.of("=1", "'=1", "''=1", "'", "''", "'a", "", "＝1", "a'=1")) {
            assertEquals(text, Apostrophes.take(Apostrophes.put(text)));
            assertEquals(text, Apostrophes.take(Apostrophes.putSecond(text)));
        }
        assertEquals("'a", Apostrophes.put("'a"));
        assertEquals("=1", Apostrophes.putSecond("=1"));
    }
}
