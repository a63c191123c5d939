package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.SealedLeaf;
import io.plimsoll.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export is the same as a folder and as a zip, and a zip can do nobody any harm. */
class ExportTest {

    private final SampleLedger ledger = SampleLedger.of(40, 1);

    @TempDir
    private Path place;

    private LedgerVerification verify(Path export) throws ProofRefused, IOException {
        return LedgerVerification.of(export, List.of(ledger.head()), ReadProgress.SILENT);
    }

    private static List<String> codes(LedgerVerification verification) {
        return verification.findings().stream().map(Message::code).toList();
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ledger.toZip(out);
        return out.toByteArray();
    }

    /** A zip of the export's files by other names, or in other words. */
    private Path zipped(UnaryOperator<String> name, Map<String, byte[]> more) throws IOException {
        Path zip = Files.createTempFile(place, "export", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            SortedMap<String, byte[]> files = ledger.files();
            files.putAll(more);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(name.apply(file.getKey())));
                out.write(file.getValue());
            }
        }
        return zip;
    }

    @Test
    void whatIsWrittenIsWhatTheDocumentSays() throws Exception {
        Path folder = ledger.toFolder(place.resolve("export"));
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        SortedMap<String, String> expected = new TreeMap<>();
        ledger.files().forEach((name, content) -> expected.put(name, new String(content, StandardCharsets.UTF_8)));
        assertEquals(expected, found);
        assertTrue(verify(folder).holds());
        assertThrows(FileAlreadyExistsException.class, () -> ledger.toFolder(folder));
    }

    @Test
    void aZipHoldsTheSameAndIsTheSameBytesEachTime() throws Exception {
        byte[] zip = zip();
        assertArrayEquals(zip, zip());
        Path file = Files.write(place.resolve("export.zip"), zip);
        LedgerVerification ofZip = verify(file);
        assertEquals(verify(ledger.toFolder(place.resolve("export"))), ofZip);
        assertEquals(40, ofZip.entries());
    }

    @Test
    void aWriterKeepsToTheOrderOfFiles() throws Exception {
        try (ExportWriter export = ExportWriter.toZip(OutputStream.nullOutputStream(), SampleLedger.GENESIS)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> export.leaf(SealedLeaf.of(ledger.runs.get(1L).get(0), new Hashing())));
            export.day(ledger.days.get(0));
            assertThrows(
                    IllegalStateException.class,
                    () -> export.entry(ledger.entries.get(0).line()));
            export.run(1);
            assertThrows(IllegalStateException.class, () -> export.day(ledger.days.get(1)));
            export.head(ledger.head());
            assertThrows(
                    IllegalStateException.class,
                    () -> export.leaf(SealedLeaf.of(ledger.runs.get(1L).get(0), new Hashing())));
        }
    }

    @Test
    void aZipThatASystemPackedWithItsFolderIsTakenToo() throws Exception {
        Path zip = Files.createTempFile(place, "packed", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("ledger-2026/"));
            out.putNextEntry(new ZipEntry("ledger-2026/runs/"));
            for (Map.Entry<String, byte[]> file : ledger.files().entrySet()) {
                out.putNextEntry(new ZipEntry("ledger-2026/" + file.getKey()));
                out.write(file.getValue());
            }
        }
        assertEquals(List.of(), codes(verify(zip)));
    }

    @Test
    void namesThatLeadElsewhereAreStrangersAndNothingIsUnpacked() throws Exception {
        for (String name : List.of("../evil", "/etc/passwd", "runs/../../evil", "C:\\evil", "runs/1.tsv/", "a/b/c")) {
            assertEquals(List.of("LEDGER_STRANGER"), codes(verify(zipped(each -> each, Map.of(name, new byte[3])))));
        }
        try (Stream<Path> left = Files.list(place)) {
            assertTrue(left.allMatch(file -> file.toString().endsWith(".zip")));
        }
    }

    @Test
    void aFileThatIsThereTwiceIsNamed() throws Exception {
        byte[] zip = Files.readAllBytes(
                zipped(name -> name, Map.of("head.TXT", ledger.files().get("head.txt"))));
        byte[] twice = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("head.TXT", "head.txt")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("ZIP_TWICE"), codes(verify(Files.write(place.resolve("twice.zip"), twice))));
    }

    @Test
    void aZipThatIsCutOffAnywhereIsNoLedger() throws Exception {
        byte[] zip = zip();
        for (int length = 0; length < zip.length; length += 37) {
            Path file = Files.write(place.resolve("cut.zip"), Arrays.copyOf(zip, length));
            if (length < 2) {
                assertThrows(ProofRefused.class, () -> verify(file));
            } else {
                assertEquals(List.of("ZIP_BROKEN"), codes(verify(file)));
            }
        }
    }

    @Test
    void aLineWithoutEndTakesNoMoreMemoryThanALineMay() throws Exception {
        SortedMap<String, ExportSource.Opening> files = new TreeMap<>();
        ledger.files().forEach((name, content) -> files.put(name, () -> new java.io.ByteArrayInputStream(content)));
        files.put("ledger.tsv", () -> new InputStream() {
            private final byte[] beginning = ledger.files().get("ledger.tsv");
            private int at;

            @Override
            public int read() {
                return at < beginning.length ? beginning[at++] : 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        });
        LedgerVerification verification = LedgerVerification.of(ExportSource.of(files), List.of(), ReadProgress.SILENT);
        assertEquals("LEDGER_CUT_OFF_INSIDE", verification.findings().get(0).code());
        assertEquals(40, verification.entries());
    }

    @Test
    void whatIsNeitherFolderNorZipIsNoExport() throws Exception {
        Path text = Files.writeString(place.resolve("export.txt"), "nothing");
        for (Path none : List.of(text, place.resolve("nowhere"))) {
            ProofRefused refused = assertThrows(ProofRefused.class, () -> verify(none));
            assertEquals("EXPORT_NONE", refused.reason().code());
        }
        assertEquals(List.of("FILE_MISSING", "FILE_MISSING", "FILE_MISSING", "LEDGER_STRANGER"), codes(verify(place)));
    }

    @Test
    void foldersThatAreNoneOfAnExportAreNamed() throws Exception {
        Path folder = ledger.toFolder(place.resolve("export"));
        Files.createDirectories(folder.resolve("more"));
        Files.createDirectories(folder.resolve("runs/more"));
        assertEquals(List.of("LEDGER_STRANGER", "LEDGER_STRANGER"), codes(verify(folder)));
    }

    @Test
    void itIsSaidHowFarTheReadingHasCome() throws Exception {
        List<Long> steps = new ArrayList<>();
        SampleLedger longer = SampleLedger.of(20_500, 3);
        Path folder = longer.toFolder(place.resolve("export"));
        LedgerVerification.of(folder, List.of(longer.head()), (file, lines) -> steps.add(lines));
        assertEquals(List.of(10_000L, 20_000L, 20_500L), steps);
    }

    @Test
    void aMomentHasSixDecimals() {
        assertEquals("2026-11-29T12:13:14.000000Z", Moments.text(Instant.parse("2026-11-29T12:13:14Z")));
        assertEquals("2026-11-29T12:13:14.123456Z", Moments.text(Instant.parse("2026-11-29T12:13:14.123456789Z")));
        assertFalse(Head.isMeant("head"));
    }
}
