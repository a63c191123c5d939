package io.plimsoll.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.Known;
import io.plimsoll.files.Register;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that comes alone: what it is by its content, which one by its name, and in which encoding. */
class TableUploadTest {

    private static final String ORDERS = "retailer,rank,sku,demand\n";

    @TempDir
    Path workplace;

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertEquals(List.of(), Sent.left(workplace));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<List<String>> rows(String text, Charset charset, String name) throws Exception {
        return Sent.rows(workplace, text.getBytes(charset), name);
    }

    @Test
    void chineseIsReadInEitherEncodingWithoutBeingTold() throws Exception {
        String text = "sku,name\nS1,利群（新版）\r\nS2,😀𠀀é\n";
        List<List<String>> expected = List.of(List.of("sku", "name"), List.of("S1", "利群（新版）"), List.of("S2", "😀𠀀é"));
        assertEquals(expected, rows(text, StandardCharsets.UTF_8, "skus.csv"));
        assertEquals(expected, rows("\uFEFF" + text, StandardCharsets.UTF_8, "skus.csv"));
        assertEquals(expected, rows(text, Encoding.GB18030, "skus.csv"));
    }

    @Test
    void whatIsInNeitherEncodingIsSaidWithItsLineAndByte() throws Exception {
        byte[] sent = utf8(ORDERS + "店1,1,S,1\n店2,1,S,1\n");
        sent[sent.length - 3] = (byte) 0xFF;
        assertEquals(List.of("orders.csv:3:: EXPECTED_ENCODING"), errors(sent, "orders.csv"));
        assertEquals(
                Optional.of(new Encoding.Place(sent.length - 2, 3)),
                Encoding.firstBad(write(sent), StandardCharsets.UTF_8));
        Files.delete(workplace.resolve("sent"));
    }

    private Path write(byte[] sent) throws Exception {
        return Files.write(workplace.resolve("sent"), sent);
    }

    private List<String> errors(byte[] sent, String name) throws Exception {
        return Sent.errors(workplace, sent, name, Known.NOTHING);
    }

    @Test
    void utf16AndOtherSeparatorsAreSaid() throws Exception {
        byte[] utf16 = ("\uFEFF" + ORDERS).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(List.of("orders.csv:0:: EXPECTED_NO_UTF16"), errors(utf16, "orders.csv"));
        assertEquals(List.of("orders.csv:1:: EXPECTED_COMMAS"), errors(utf8(ORDERS.replace(',', ';')), "orders.csv"));
        assertEquals(List.of("orders.csv:1:: EXPECTED_COMMAS"), errors(utf8(ORDERS.replace(',', '\t')), "orders.csv"));
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        assertEquals("UPLOAD_EMPTY", Sent.refusal(workplace, new byte[0], "orders.csv"));
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertEquals("UPLOAD_OLD_EXCEL", Sent.refusal(workplace, old, "orders.xls"));
        assertEquals("UPLOAD_NO_TABLE", Sent.refusal(workplace, new byte[] {1, 0, 2}, "orders.csv"));
        assertEquals("UPLOAD_WHICH_TABLE", Sent.refusal(workplace, utf8(ORDERS), "data.csv"));
        assertEquals("ZIP_BROKEN", Sent.refusal(workplace, utf8("PK\3\4"), "orders.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "orders.csv,orders.csv",
        "Orders.CSV,orders.csv",
        "floats.csv,policy/floats.csv",
        "policy/floats.csv,policy/floats.csv",
        "C:\\policy\\sku_ceilings.txt,policy/sku_ceilings.csv",
        "policy (3).csv,policy/policy.csv",
        "orders.xlsx,orders.csv"
    })
    void theNameSaysWhichTableItIsAndNothingElse(String name, String table) throws Exception {
        try (Upload upload =
                new Uploads(workplace, Limits.DEFAULT).take(Sent.in(utf8("a,b\n")), name, Optional.empty())) {
            assertEquals(Set.of(table), upload.tables());
        }
    }

    @Test
    void aChoiceCountsMoreThanTheName() throws Exception {
        Uploads uploads = new Uploads(workplace, Limits.DEFAULT);
        try (Upload upload = uploads.take(Sent.in(utf8(ORDERS)), "skus.csv", Optional.of("orders.csv"))) {
            assertEquals(Set.of("orders.csv"), upload.tables());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> uploads.take(Sent.in(utf8(ORDERS)), "skus.csv", Optional.of("../orders.csv")));
    }

    @Test
    void aTableAloneIsJudgedAgainstWhatIsKnown() throws Exception {
        byte[] sent = utf8(ORDERS + "R1,1,S1,5\nR2,x,S2,5\n,1,S1,1\n");
        Known known = new Known(
                Register.of(Set.of("R1")),
                Register.of(Set.of("S1")),
                Register.UNREAD,
                Register.UNREAD,
                Register.UNREAD);
        assertEquals(
                List.of(
                        "orders.csv:3:retailer:R2 EXPECTED_KNOWN_RETAILER",
                        "orders.csv:3:rank:x EXPECTED_WHOLE_NUMBER",
                        "orders.csv:3:sku:S2 EXPECTED_KNOWN_SKU",
                        "orders.csv:4:retailer: EXPECTED_NOT_BLANK"),
                Sent.errors(workplace, sent, "orders.csv", known));
    }

    @Test
    void noBytesAtAllMakeAnythingElseThanErrorsOrARefusal() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] sent = new byte[random.nextInt(200)];
            random.nextBytes(sent);
            byte[] text = utf8(ORDERS);
            byte[] both = Arrays.copyOf(text, text.length + sent.length);
            System.arraycopy(sent, 0, both, text.length, sent.length);
            assertTrue(Sent.refusal(workplace, sent, "orders.csv").length() > 0);
            if (Sent.refusal(workplace, both, "orders.csv").equals("taken")) {
                errors(both, "orders.csv");
            }
        }
    }
}
