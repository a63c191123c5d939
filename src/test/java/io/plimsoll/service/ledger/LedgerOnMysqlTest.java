package io.plimsoll.service.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.ReadProgress;
import io.plimsoll.ledger.Chain;
import io.plimsoll.ledger.Hash;
import io.plimsoll.ledger.Head;
import io.plimsoll.message.Message;
import io.plimsoll.mysql.TestDatabase;
import io.plimsoll.proof.LedgerVerification;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.runs.AllocatedCycles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever has kept a head finds out from an export what was altered in the database since, though it was altered by the owner of
 * its tables; and finds nothing where nothing was.
 */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class LedgerOnMysqlTest {

    private static final List<String> GUARDED =
            List.of("journal", "ledger_entry", "ledger_day", "run_root", "run_leaf");

    /** Ten thousand of them take minutes: by hand, with {@code -Dbyte-changes=10000}. */
    private static final int CHANGES = Integer.getInteger("byte-changes", 300);

    private static final long SEED = 20261129;

    @Inject
    Fixtures fixtures;

    @Inject
    AllocatedCycles cycles;

    @Inject
    Sealer sealer;

    @Inject
    Ledger ledger;

    @Inject
    LedgerExport export;

    @Inject
    Journal journal;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Path place;

    private Head anchor;

    @BeforeEach
    void aRunIsDoneAndTheHeadIsKept() throws IOException {
        place = Files.createTempDirectory(Path.of("target"), "ledger");
        if (cycles.isNone()) {
            cycles.allocated();
            cycles.allocated();
        }
        entries(5);
        sealer.sealAll();
        anchor = ledger.head();
    }

    @Test
    void nothingIsFoundWhereNothingWasChangedAndEveryEntryIsInIt() throws Exception {
        LedgerVerification verification = verified();
        assertEquals(List.of(), verification.findings());
        assertEquals(fixtures.value("SELECT COUNT(*) FROM journal"), String.valueOf(verification.entries()));
        assertEquals(fixtures.value("SELECT COUNT(*) FROM run_root"), String.valueOf(verification.runs()));
        assertTrue(verification.runs() >= 2);
        assertTrue(
                verification.confirmations().stream()
                        .anyMatch(said -> said.code().equals("ANCHOR_AGREES")),
                verification.confirmations().toString());
    }

    @Test
    void theHeadThatWasKeptStillAgreesWhenTheLedgerHasGrown() throws Exception {
        entries(20);
        sealer.sealAll();
        assertEquals(anchor.position() + 20, ledger.head().position());
        assertTrue(verified().holds());
    }

    /** Each is done as the owner of the tables, who has taken the guards off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET content = REPLACE(content, '\"n\":2', '\"n\":7') WHERE number = {n}",
                "UPDATE journal SET actor = 'person:1' WHERE number = {n}",
                "UPDATE journal SET at = at + INTERVAL 1 MICROSECOND WHERE number = {n}",
                "UPDATE journal SET kind = 'SIGNED_IN' WHERE number = {n}",
                "UPDATE journal SET subject = 'cycle:another' WHERE number = {n}",
                "DELETE FROM journal WHERE number = {n}",
                "UPDATE ledger_entry SET number = number + 1000000000 WHERE number = {n}",
                "UPDATE ledger_entry SET position = position + 1000000000 WHERE number = {n}",
                "DELETE FROM ledger_entry WHERE number = {n}",
                "DELETE FROM ledger_entry WHERE number >= {n}",
                "UPDATE ledger_entry SET hash = leaf WHERE number = {n}",
                "UPDATE run_leaf SET leaf = REVERSE(leaf) WHERE run = {run} AND position = 0",
                "DELETE FROM run_leaf WHERE run = {run} AND position = 0",
                "UPDATE run_root SET root = REVERSE(root), secret = REVERSE(secret) WHERE run = {run}",
                "UPDATE grant_line SET granted = granted + 1 WHERE run = {run} LIMIT 1",
                "UPDATE grant_line SET demand = demand + 1 WHERE run = {run} LIMIT 1",
                "UPDATE grant_line SET binding = 'FORGED' WHERE run = {run} LIMIT 1",
                "DELETE FROM grant_line WHERE run = {run} LIMIT 1",
            })
    void whatIsAlteredBehindTheApplicationsBackIsFound(String statement) throws Exception {
        String number = fixtures.value("SELECT number FROM ledger_entry WHERE position = ?", anchor.position() - 2);
        String run = fixtures.value("SELECT MIN(run) FROM run_root");
        String altering = statement.replace("{n}", number).replace("{run}", run);
        byOwner(
                () -> {
                    LedgerVerification verification = verified();
                    assertFalse(verification.holds(), altering);
                    boolean isCutOff = verification.findings().get(0).code().equals("ANCHOR_NOT_REACHED");
                    if (altering.contains(number) && !isCutOff) {
                        Map<String, Object> found =
                                verification.findings().get(0).arguments();
                        assertEquals(
                                String.valueOf(anchor.position() - 2),
                                String.valueOf(found.getOrDefault("position", found.get("from"))),
                                verification.findings().toString());
                    }
                    return null;
                },
                altering);
        assertEquals(List.of(), verified().findings(), "and nothing once it is as it was");
    }

    @Test
    void entriesThatHaveChangedPlacesAreFound() throws Exception {
        byOwner(
                () -> {
                    assertFalse(verified().holds());
                    return null;
                },
                "UPDATE ledger_entry SET number = number + 1000000000 WHERE position = " + (anchor.position() - 3),
                "UPDATE ledger_entry SET number = number - 1 WHERE position = " + (anchor.position() - 2),
                "UPDATE ledger_entry SET number = number - 1000000000 + 1 WHERE position = " + (anchor.position() - 3));
    }

    @Test
    void anEntryPutInBetweenIsFound() throws Exception {
        long at = anchor.position() - 2;
        byOwner(
                () -> {
                    assertFalse(verified().holds());
                    return null;
                },
                "INSERT INTO journal (number, at, actor, kind, subject, content) SELECT 2000000000, at, actor, kind, subject,"
                        + " content FROM journal LIMIT 1",
                "UPDATE ledger_entry SET position = position + 1 WHERE position >= " + at + " ORDER BY position DESC",
                "INSERT INTO ledger_entry (position, number, leaf, hash, day) SELECT " + at
                        + ", 2000000000, leaf, hash, day FROM ledger_entry e WHERE e.position = " + (at + 1));
    }

    @Test
    void aTailMadeAnewWithAllItsHashesIsFoundOnlyByTheHeadThatWasKept() throws Exception {
        long from = anchor.position() - 2;
        List<String> statements = new ArrayList<>();
        String number = fixtures.value("SELECT number FROM ledger_entry WHERE position = ?", from);
        statements.add("UPDATE journal SET actor = 'person:1' WHERE number = " + number);
        Chain chain = new Chain(headAt(from - 1));
        forEachEntry(from, entry -> {
            var sealed = chain.seal(
                    entry.number() == Long.parseLong(number)
                            ? new io.plimsoll.ledger.Entry(
                                    entry.number(),
                                    entry.at(),
                                    "person:1",
                                    entry.kind(),
                                    entry.subject(),
                                    entry.content())
                            : entry);
            statements.add("UPDATE ledger_entry SET leaf = X'" + sealed.leaf().hex() + "', hash = X'"
                    + sealed.hash().hex() + "' WHERE position = " + sealed.position());
        });
        byOwner(
                () -> {
                    Path zip = exported();
                    assertEquals(List.of(), check(zip, List.of()).findings(), "by itself it fits");
                    List<Message> findings = check(zip, List.of(anchor)).findings();
                    assertEquals("ANCHOR_DIFFERS", findings.get(0).code());
                    return null;
                },
                statements.toArray(String[]::new));
    }

    @Test
    void aDayWhoseRootWasAlteredIsFound() throws Exception {
        String day = fixtures.value("SELECT MIN(day) FROM ledger_day");
        if (day == null) {
            // The clock of the tests goes on to another day only in some of them.
            return;
        }
        byOwner(
                () -> {
                    assertFalse(verified().holds());
                    return null;
                },
                "UPDATE ledger_day SET root = REVERSE(root) WHERE day = '" + day + "'");
    }

    @Test
    void noByteOfAnExportCanBeChangedUnseen() throws Exception {
        Path folder = unpacked(exported());
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertEquals(List.of(), check(folder, List.of(anchor)).findings());
        Random random = new Random(SEED);
        for (int i = 0; i < CHANGES; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] = (byte) (changed[at] ^ 1 + random.nextInt(255));
            Files.write(file, changed);
            assertFalse(
                    check(folder, List.of(anchor)).holds(),
                    folder.relativize(file) + ", byte " + at + " is now " + changed[at]);
            Files.write(file, whole);
        }
        assertEquals(List.of(), check(folder, List.of(anchor)).findings());
    }

    @Test
    void whatIsCommittedLateAndOutOfOrderIsSealedAllTheSame() throws Exception {
        try (Connection slow = connection(
                        TestDatabase.application().user(),
                        TestDatabase.application().password());
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO journal (at, actor, kind, subject, content) VALUES (UTC_TIMESTAMP(6), 'system',"
                            + " 'DATA_TAKEN_OUT', 'service:late', '{}')");
            entries(3);
            sealer.sealAll();
            entries(3);
            sealer.sealAll();
            assertEquals(anchor.position() + 6, ledger.head().position());
            slow.commit();
        }
        sealer.sealAll();
        assertEquals(anchor.position() + 7, ledger.head().position());
        assertTrue(verified().holds());
    }

    @Test
    void numbersThatAreNeverUsedHoldNothingUp() throws Exception {
        try (Connection gone = connection(
                        TestDatabase.application().user(),
                        TestDatabase.application().password());
                Statement statement = gone.createStatement()) {
            gone.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO journal (at, actor, kind, subject, content) VALUES (UTC_TIMESTAMP(6), 'system',"
                            + " 'DATA_TAKEN_OUT', 'service:never', '{}')");
            gone.rollback();
        }
        entries(4);
        sealer.sealAll();
        assertEquals(anchor.position() + 4, ledger.head().position());
        assertTrue(verified().holds());
    }

    @Test
    void sealersAtOnceSealEachEntryOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(6);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean writes = i % 2 == 0;
            all.add(many.submit(() -> {
                for (int round = 0; round < 10; round++) {
                    if (writes) {
                        entries(5);
                    }
                    sealer.sealAll();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        many.shutdown();
        sealer.sealAll();
        assertEquals(anchor.position() + 150, ledger.head().position());
        assertEquals(List.of(), verified().findings());
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            int n = i;
            QuarkusTransaction.requiringNew()
                    .run(() -> journal.appendBySystem(
                            Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", "t", "n", n)));
        }
    }

    private LedgerVerification verified() throws Exception {
        return check(exported(), List.of(anchor));
    }

    private static LedgerVerification check(Path export, List<Head> anchors) throws Exception {
        return LedgerVerification.of(export, anchors, ReadProgress.SILENT);
    }

    private Path exported() throws IOException {
        Path zip = Files.createTempFile(place, "ledger", ".zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            export.write(out);
        }
        return zip;
    }

    private Path unpacked(Path zip) throws IOException {
        Path folder = Files.createDirectory(place.resolve("unpacked"));
        try (var all = new java.util.zip.ZipFile(zip.toFile())) {
            for (var entry : java.util.Collections.list(all.entries())) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, all.getInputStream(entry).readAllBytes());
            }
        }
        return folder;
    }

    private Head headAt(long position) {
        return new Head(
                anchor.genesis(),
                position,
                Hash.parse(fixtures.value("SELECT LOWER(HEX(hash)) FROM ledger_entry WHERE position = ?", position))
                        .orElseThrow());
    }

    private interface EachEntry {
        void take(io.plimsoll.ledger.Entry entry);
    }

    private void forEachEntry(long from, EachEntry take) throws SQLException {
        try (Connection owner = connection(
                        TestDatabase.owner().user(), TestDatabase.owner().password());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        LedgerExport.ENTRIES + " WHERE l.position >= " + from + " ORDER BY l.position")) {
            while (rows.next()) {
                take.take(Sealing.entry(rows));
            }
        }
    }

    private Connection connection(String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Does something while the tables are altered, and puts them back as they were. */
    private void byOwner(Callable<Void> meanwhile, String... statements) throws Exception {
        try (Connection owner = connection(
                        TestDatabase.owner().user(), TestDatabase.owner().password());
                Statement sql = owner.createStatement()) {
            List<String> guards = takeOffGuards(sql);
            sql.execute("SET foreign_key_checks = 0");
            for (String table : tables()) {
                sql.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
            }
            try {
                for (String statement : statements) {
                    assertTrue(sql.executeUpdate(statement) > 0, "alters nothing: " + statement);
                }
                meanwhile.call();
            } finally {
                for (String table : tables()) {
                    sql.execute("DELETE FROM " + table);
                    sql.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
                    sql.execute("DROP TABLE kept_" + table);
                }
                for (String guard : guards) {
                    sql.execute(guard);
                }
            }
        }
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(GUARDED);
        tables.add("grant_line");
        return tables;
    }

    private static List<String> takeOffGuards(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String table : GUARDED) {
            try (ResultSet triggers = sql.executeQuery("SHOW TRIGGERS LIKE '" + table + "'")) {
                while (triggers.next()) {
                    names.add(triggers.getString("Trigger"));
                }
            }
        }
        List<String> guards = new ArrayList<>();
        for (String name : names) {
            try (ResultSet trigger = sql.executeQuery("SHOW CREATE TRIGGER " + name)) {
                trigger.next();
                guards.add(trigger.getString("SQL Original Statement"));
            }
            sql.execute("DROP TRIGGER " + name);
        }
        return guards;
    }
}
