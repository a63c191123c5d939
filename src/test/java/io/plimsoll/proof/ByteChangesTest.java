package io.plimsoll.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Proof;
import io.plimsoll.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of an export can be changed unseen; and nothing is said where nothing was changed. */
class ByteChangesTest {

    private static final int CHANGES = 10_000;
    private static final long SEED = 20261129;

    private final SampleLedger ledger = SampleLedger.of(60, SEED);

    @TempDir
    private Path place;

    @Test
    void tenThousandChangesOfOneByteAreAllFound() {
        SortedMap<String, byte[]> files = ledger.files();
        List<String> names = new ArrayList<>(files.keySet());
        Random random = new Random(SEED);
        Map<String, Integer> changes = new HashMap<>();
        for (int i = 0; i < CHANGES; i++) {
            if (i % 100 == 0) {
                assertEquals(
                        List.of(), SampleLedger.verify(files, ledger.head()).findings());
            }
            // Each file as often as any other, however short it is.
            String name = names.get(random.nextInt(names.size()));
            byte[] whole = files.get(name);
            int at = random.nextInt(whole.length);
            byte other = (byte) (whole[at] ^ 1 + random.nextInt(255));
            files.put(name, changed(whole, at, other));
            LedgerVerification verification = SampleLedger.verify(files, ledger.head());
            assertFalse(verification.holds(), name + ", byte " + at + " is now " + other);
            if (name.equals("ledger.tsv")) {
                assertNamesLineOf(at, whole, verification.findings().get(0));
            }
            files.put(name, whole);
            changes.merge(name, 1, Integer::sum);
        }
        assertEquals(names.size(), changes.size(), "every file was changed");
    }

    private static byte[] changed(byte[] whole, int at, byte other) {
        byte[] changed = whole.clone();
        changed[at] = other;
        return changed;
    }

    /** The line itself; that a line end is gone shows in the line before it, that one came in too. */
    private static void assertNamesLineOf(int at, byte[] whole, Message said) {
        long line = new String(whole, 0, at, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        if (said.code().equals("LEDGER_FIRST_LINE")) {
            assertEquals(1, line);
        } else {
            // Another genesis shows in the first entry.
            assertEquals(Math.max(2, line), said.arguments().get("line"), said.toString());
        }
    }

    @Test
    void everyByteOfEveryFileIsFoundAlsoWithoutAnAnchor() {
        SortedMap<String, byte[]> files = SampleLedger.of(20, SEED).files();
        for (String name : List.copyOf(files.keySet())) {
            byte[] whole = files.get(name);
            for (int at = 0; at < whole.length; at++) {
                files.put(name, changed(whole, at, (byte) (whole[at] ^ 1)));
                assertFalse(SampleLedger.verify(files).holds(), name + ", byte " + at);
            }
            files.put(name, whole);
        }
    }

    @Test
    void theSameInAFolder() throws Exception {
        Path folder = ledger.toFolder(place.resolve("export"));
        Random random = new Random(SEED);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (int i = 0; i < 300; i++) {
            Path file = files.get(i % files.size());
            byte[] whole = Files.readAllBytes(file);
            int at = random.nextInt(whole.length);
            Files.write(file, changed(whole, at, (byte) (whole[at] + 1)));
            assertFalse(verify(folder).holds(), file + ", byte " + at);
            Files.write(file, whole);
            assertTrue(verify(folder).holds());
        }
    }

    private LedgerVerification verify(Path export) throws Exception {
        return LedgerVerification.of(export, List.of(ledger.head()), ReadProgress.SILENT);
    }

    /** A zip has bytes that are nobody's: its own notes. What is read of it is all the same or not the ledger. */
    @Test
    void aChangedZipIsRefusedOrHoldsTheVerySameFiles() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ledger.toZip(written);
        byte[] whole = written.toByteArray();
        Path zip = place.resolve("export.zip");
        Files.write(zip, whole);
        assertTrue(verify(zip).holds());
        Random random = new Random(SEED);
        int found = 0;
        int changes = 1_500;
        for (int i = 0; i < changes; i++) {
            Files.write(zip, changed(whole, random.nextInt(whole.length), (byte) random.nextInt(256)));
            boolean holds;
            try {
                holds = verify(zip).holds();
            } catch (ProofRefused noExport) {
                holds = false;
            }
            if (holds) {
                assertHoldsTheSame(zip);
            } else {
                found++;
            }
        }
        assertTrue(found > changes / 2, "found: " + found);
    }

    private void assertHoldsTheSame(Path zip) throws IOException {
        SortedMap<String, byte[]> files = ledger.files();
        try (ZipFile read = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1)) {
            assertEquals(files.size(), read.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] held = read.getInputStream(read.getEntry(file.getKey())).readAllBytes();
                assertEquals(
                        new String(file.getValue(), StandardCharsets.ISO_8859_1),
                        new String(held, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** What the way through a tree doesn't need, it doesn't prove: index and size, and what the day is called. */
    @Test
    void everyByteOfAProofIsFoundButThoseOfTheNotesOnItsTrees() throws Exception {
        Proof proof = ledger.proof(3, 1, 50);
        byte[] whole = proof.text().getBytes(StandardCharsets.UTF_8);
        List<String> unseen = new ArrayList<>();
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = changed(whole, at, (byte) (whole[at] ^ 1 << bit));
                if (ProofVerification.of(changed, List.of(ledger.headAt(50))).holds()) {
                    unseen.add(new String(changed, StandardCharsets.UTF_8));
                }
            }
        }
        List<String> lines = proof.text().lines().toList();
        for (String text : unseen) {
            List<String> changed = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                boolean isNote = lines.get(i).startsWith("path") || lines.get(i).startsWith("day\t");
                assertTrue(isNote || lines.get(i).equals(changed.get(i)), changed.get(i));
                assertEquals(hashes(lines.get(i)), hashes(changed.get(i)));
            }
        }
    }

    private static List<String> hashes(String line) {
        return Stream.of(line.split("[\t,]"))
                .filter(field -> field.length() == 64)
                .toList();
    }
}
