package io.plimsoll.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.CycleFolder;
import io.plimsoll.files.Known;
import io.plimsoll.files.Objections;
import io.plimsoll.files.TableReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole cycle in one upload, as people pack it and as people who mean no good do. */
class ZipUploadTest {

    @TempDir
    Path temp;

    private Path workplace;

    @BeforeEach
    void emptyWorkplace() throws IOException {
        workplace = Files.createDirectory(temp.resolve("workplace"));
    }

    private static Map<String, byte[]> county() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path county = Path.of("docs/county");
        try (Stream<Path> all = Files.walk(county)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(county.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Map<String, byte[]> under(String top, Map<String, byte[]> files) {
        Map<String, byte[]> moved = new LinkedHashMap<>();
        files.forEach((name, content) -> moved.put(top + name, content));
        return moved;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "county/", "第二周/", "policy of May/"})
    void aCycleComesInAsItWasWithItsFolderOrWithout(String top) throws Exception {
        Map<String, byte[]> files = under(top, county());
        files.put("__MACOSX/" + top + "._orders.csv", bytes("x"));
        files.put(top + ".DS_Store", bytes("x"));
        try (Upload upload = take(Sent.zip(files))) {
            assertTrue(upload.isWholeCycle());
            assertTrue(upload.preview(Known.NOTHING, Objections.NONE).stream().allMatch(TableReport::isGood));
            assertEquals(
                    CycleFolder.read(Path.of("docs/county")).digests(),
                    CycleFolder.read(upload.folder()).digests());
        }
        assertEquals(List.of(), Sent.left(workplace));
    }

    private Upload take(byte[] zip) throws Exception {
        return new Uploads(workplace, Limits.DEFAULT).take(Sent.in(zip), "cycle.zip", Optional.empty());
    }

    @Test
    void thePreviewNamesEveryErrorOfEveryFile() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("cycle.csv", bytes("cycle,seed,period,number,of\nc,s,p,3,2\n"));
        files.put("policy/floats.csv", bytes("size_class,percent\nSMALL,10\nHUGE,1\n"));
        files.put("policy/weights.csv", bytes("size_class,weight\nSMALL,1\n"));
        files.put("policy/float.csv", bytes("size_class\n"));
        String header = "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,name\n";
        files.put(
                "retailers.csv",
                (header + "R1,M,SMALL,URBAN,ACTIVE,10,0,1,三号店\nR2,M,SMALL,CITY,ACTIVE,-1,0,1,\n")
                        .getBytes(Encoding.GB18030));
        files.put("skus.csv", new byte[] {'s', 'k', 'u', '\n', (byte) 0xFF, 'x'});
        files.put("orders.csv", bytes("retailer,rank,sku,demand\nR2,1,S,1\nR3,1,S,one\nR2,1,T,1\n"));
        assertEquals(
                List.of(
                        "policy/float.csv:0:: EXPECTED_POLICY_FILE",
                        "cycle.csv:2:number:3 EXPECTED_WHOLE_NUMBER",
                        "policy/floats.csv:3:size_class:HUGE EXPECTED_ONE_OF",
                        "retailers.csv:3:market_type:CITY EXPECTED_ONE_OF",
                        "retailers.csv:3:agreed_total:-1 EXPECTED_WHOLE_NUMBER",
                        "skus.csv:2:: EXPECTED_ENCODING",
                        "orders.csv:3:retailer:R3 EXPECTED_KNOWN_RETAILER",
                        "orders.csv:3:demand:one EXPECTED_WHOLE_NUMBER",
                        "orders.csv:4:rank:1 EXPECTED_ONCE"),
                Sent.errors(workplace, Sent.zip(files), "cycle.zip", Known.NOTHING));
        assertEquals(List.of(), Sent.left(workplace));
    }

    @Test
    void aCycleGoesOutByteByByteAndTheSameEachTime() throws Exception {
        byte[] zip = exact(Path.of("docs/county"));
        assertArrayEquals(zip, exact(Path.of("docs/county")));
        try (Upload upload = take(zip)) {
            for (String file : upload.tables()) {
                assertArrayEquals(
                        Files.readAllBytes(Path.of("docs/county").resolve(file)),
                        Files.readAllBytes(upload.folder().resolve(file)),
                        file);
            }
        }
    }

    private static byte[] exact(Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CycleZip.exact(folder, out);
        return out.toByteArray();
    }

    @Test
    void whateverItsCellsBeginWithACycleComesBackInEveryForm() throws Exception {
        Map<String, byte[]> files = county();
        String names = new String(files.get("retailers.csv"), StandardCharsets.UTF_8);
        String[] lines = names.split("\n");
        List<String> columns = List.of(lines[0].split(","));
        List<String> odd = List.of("=1+1", "'=1", "''-1", "'x", "+86 138", "@a", "利群=", "\"a,\"\"b\"\"\n=c\"");
        for (int i = 0; i < odd.size(); i++) {
            String[] fields = lines[i + 1].split(",", -1);
            fields[columns.indexOf("name")] = odd.get(i);
            lines[i + 1] = String.join(",", fields);
        }
        files.put("retailers.csv", bytes(String.join("\n", lines) + "\n"));
        try (Upload first = take(Sent.zip(files))) {
            Map<String, String> digests = CycleFolder.read(first.folder()).digests();
            ByteArrayOutputStream sheets = new ByteArrayOutputStream();
            CycleZip.forSpreadsheets(first.folder(), sheets);
            assertFalse(new String(sheets.toByteArray(), StandardCharsets.ISO_8859_1).isEmpty());
            ByteArrayOutputStream book = new ByteArrayOutputStream();
            CycleZip.workbook(first.folder(), book);
            for (byte[] sent : List.of(exact(first.folder()), sheets.toByteArray(), book.toByteArray())) {
                try (Upload again = take(sent)) {
                    assertTrue(again.isWholeCycle());
                    assertEquals(
                            List.of(),
                            again.preview(Known.NOTHING, Objections.NONE).stream()
                                    .filter(report -> !report.isGood())
                                    .toList());
                    assertEquals(digests, CycleFolder.read(again.folder()).digests());
                }
            }
        }
        assertEquals(List.of(), Sent.left(workplace));
    }

    @Test
    void everyTableOfACycleComesBackAloneInEveryFormat() throws Exception {
        Path county = Path.of("docs/county");
        Map<String, String> digests = CycleFolder.read(county).digests();
        for (TableFormat format : TableFormat.values()) {
            Map<String, byte[]> back = county();
            for (String file : CycleFolder.FILES) {
                if (Files.exists(county.resolve(file))) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    CycleZip.table(county, file, format, out);
                    String name = TableNames.sheetOf(file) + " (2)" + format.extension();
                    try (Upload upload = new Uploads(workplace, Limits.DEFAULT)
                            .take(Sent.in(out.toByteArray()), name, Optional.empty())) {
                        assertEquals(Set.of(file), upload.tables());
                        assertFalse(upload.isWholeCycle());
                        back.put(file, Files.readAllBytes(upload.folder().resolve(file)));
                    }
                }
            }
            try (Upload all = take(Sent.zip(back))) {
                assertEquals(digests, CycleFolder.read(all.folder()).digests(), format.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../orders.csv",
                "county/../../orders.csv",
                "/orders.csv",
                "C:/orders.csv",
                "c:orders.csv",
                "..\\orders.csv",
                "\\\\host\\orders.csv",
                "./orders.csv",
                "a//orders.csv"
            })
    void anEntryThatWouldStandOutsideIsRefused(String name) throws Exception {
        Map<String, byte[]> files = county();
        files.put(name, bytes("retailer,rank,sku,demand\n"));
        assertEquals("ZIP_PATH", Sent.refusal(workplace, Sent.zip(files), "cycle.zip"));
        assertEquals(List.of(workplace), Sent.left(temp));
    }

    @Test
    void linksPasswordsAndNamesThatStandThereTwiceAreRefused() throws Exception {
        byte[] zip = Sent.zip(Map.of("orders.csv", bytes("x")));
        int entry = lastIndexOf(zip, new byte[] {'P', 'K', 1, 2});
        byte[] link = zip.clone();
        link[entry + 5] = 3;
        link[entry + 41] = (byte) 0xA1;
        assertEquals("ZIP_LINK", Sent.refusal(workplace, link, "cycle.zip"));
        byte[] password = zip.clone();
        password[entry + 8] |= 1;
        assertEquals("ZIP_ENCRYPTED", Sent.refusal(workplace, password, "cycle.zip"));
        Map<String, byte[]> both = new LinkedHashMap<>();
        both.put("orders.csv", bytes("a"));
        both.put("ORDERS.CSV", bytes("b"));
        assertEquals("ZIP_TWICE", Sent.refusal(workplace, Sent.zip(both), "cycle.zip"));
    }

    private static int lastIndexOf(byte[] all, byte[] part) {
        for (int at = all.length - part.length; at >= 0; at--) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    @Test
    void zipsInZipsAndTooManyEntriesAreRefused() throws Exception {
        byte[] zip = Sent.zip(county());
        assertEquals("ZIP_NESTED", Sent.refusal(workplace, Sent.zip(Map.of("cycle.zip", zip)), "cycle.zip"));
        assertEquals("ZIP_NESTED", Sent.refusal(workplace, Sent.zip(Map.of("orders.csv", zip)), "cycle.zip"));
        Map<String, byte[]> many = county();
        for (int i = 0; i < 64; i++) {
            many.put("note" + i + ".txt", bytes("x"));
        }
        assertEquals("ZIP_TOO_MANY", Sent.refusal(workplace, Sent.zip(many), "cycle.zip"));
        ByteArrayOutputStream thousands = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(thousands)) {
            for (int i = 0; i < 70_000; i++) {
                out.putNextEntry(new ZipEntry("e" + i));
            }
        }
        assertEquals("ZIP_TOO_MANY", Sent.refusal(workplace, thousands.toByteArray(), "cycle.zip"));
    }

    @Test
    void aZipWithoutACycleIsRefused() throws Exception {
        assertEquals("ZIP_NO_CYCLE", Sent.refusal(workplace, Sent.zip(Map.of("a.txt", bytes("x"))), "cycle.zip"));
        assertEquals("ZIP_NO_CYCLE", Sent.refusal(workplace, Sent.zip(under("a/b/", county())), "cycle.zip"));
    }

    @Test
    void aZipThatWasCutOffOrSpoiltIsRefusedWhereverThatHappened() throws Exception {
        byte[] zip = Sent.zip(county());
        for (int length = 5; length < zip.length; length += zip.length / 23) {
            assertEquals("ZIP_BROKEN", Sent.refusal(workplace, Arrays.copyOf(zip, length), "cycle.zip"));
        }
        for (int at = 40; at < zip.length; at += zip.length / 101) {
            byte[] spoilt = zip.clone();
            spoilt[at] ^= 0x55;
            String code = Sent.refusal(workplace, spoilt, "cycle.zip");
            assertTrue(code.equals("taken") || code.startsWith("ZIP_"), at + ": " + code);
        }
        assertEquals(List.of(), Sent.left(workplace));
    }

    @Test
    void namesPackedOnAChineseWindowsAreReadAsTheyWere() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            for (Map.Entry<String, byte[]> file : under("第二周\\", county()).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey().replace('/', '\\')));
                zip.write(file.getValue());
            }
        }
        try (Upload upload = take(bytes.toByteArray())) {
            assertTrue(upload.preview(Known.NOTHING, Objections.NONE).stream().allMatch(TableReport::isGood));
        }
    }

    @Test
    void aFileOnDiskThatIsTooLargeIsNotEvenOpened() throws Exception {
        Path file = temp.resolve("sent");
        Files.write(file, new byte[2_000]);
        Uploads uploads = new Uploads(workplace, Limits.DEFAULT.withUploadBytes(1_999));
        ExchangeRefused refused =
                assertThrows(ExchangeRefused.class, () -> uploads.take(file, "orders.csv", Optional.empty()));
        assertEquals("UPLOAD_TOO_LARGE", refused.reason().code());
        assertTrue(Files.exists(file));
    }
}
