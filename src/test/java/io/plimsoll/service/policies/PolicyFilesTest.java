package io.plimsoll.service.policies;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.uploads.SentFiles;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy comes as files of all kinds, never takes more room than it may, and what goes out comes in as the same one. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class PolicyFilesTest {

    private static final int MEBI = 1 << 20;

    @Inject
    Fixtures fixtures;

    private Fixtures.Somebody planner;

    @BeforeEach
    void somebodyPlans() {
        planner = fixtures.person(Role.PLANNER);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/uploads/work"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    private RequestSpecification sending() {
        return RestAssured.given().auth().oauth2(planner.token()).header("Idempotency-Key", Forms.random());
    }

    private Response raw(byte[] content, String name) {
        return sending()
                .contentType("application/octet-stream")
                .queryParam("file", name)
                .body(content)
                .post("/api/policies");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sheet(String name, List<String> header, List<? extends List<?>> rows) throws Exception {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Exports.table(TableFormat.XLSX, name, header, rows.iterator(), book);
        return book.toByteArray();
    }

    private static String digest(Map<String, String> tables) throws Exception {
        return PolicyVersion.of(SomePolicies.files(tables)).digest();
    }

    private static String digest(Response stored) {
        return stored.then().extract().path("policy.digest");
    }

    @Test
    void theSameTablesAreTheSamePolicyOfWhateverKindTheirFilesAre() throws Exception {
        Map<String, String> tables = SomePolicies.tables();
        tables.put("policy.csv", "name\n秋季策略\n");
        String expected = digest(tables);
        Charset gb18030 = Charset.forName("GB18030");
        Response mixed = sending()
                .multiPart("files", "Policy.csv", tables.get("policy.csv").getBytes(gb18030))
                .multiPart(
                        "files",
                        "floats.xlsx",
                        sheet(
                                "Tabelle1",
                                List.of("size_class", "percent"),
                                List.of(List.of("LARGE", 10), List.of("MEDIUM", 8), List.of("SMALL", 15))))
                .multiPart("files", "weights (1).csv", bytes("\uFEFF" + tables.get("weights.csv")))
                .multiPart("files", "rest.zip", SentFiles.zip(Map.of("x/pacing.csv", bytes(tables.get("pacing.csv")))))
                .post("/api/policies");
        mixed.then().statusCode(201);
        assertEquals(expected, digest(mixed));
        assertEquals("秋季策略", mixed.path("policy.name"));
        Map<String, byte[]> cycle = new TreeMap<>(SomePolicies.files(tables));
        cycle.put("orders.csv", bytes("rubbish"));
        Map<String, byte[]> below = new TreeMap<>();
        cycle.forEach((name, content) -> below.put("county/" + name, content));
        for (Map<String, byte[]> each : List.of(cycle, below)) {
            Response again = raw(SentFiles.zip(each), "cycle.zip");
            again.then().statusCode(200);
            assertEquals(expected, digest(again));
        }
    }

    @Test
    void whatGoesOutCannotBeRunAndComesInAgainAsTheSamePolicy() throws Exception {
        String run = Forms.random().replaceAll("[_-]", "x").substring(0, 6);
        for (String sku : List.of("=1+" + run, "'=1+" + run, "@" + run)) {
            fixtures.execute(
                    "INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Harbour', 'TIER_1', 'SCARCE')", sku);
        }
        Map<String, String> tables = SomePolicies.tables();
        tables.put("policy.csv", "name\n=cmd()\n");
        tables.put(
                "sku_ceilings.csv",
                "size_class,market_type,sku,ceiling\nSMALL,*,=1+%1$s,2\nSMALL,*,'=1+%1$s,3\nSMALL,*,@%1$s,\n"
                        .formatted(run));
        String expected = digest(tables);
        Response stored = sending()
                .contentType("application/json")
                .body(Map.of("tables", tables))
                .post("/api/policies");
        stored.then().statusCode(201);
        assertEquals(expected, digest(stored));
        Browser browser = Browser.of(planner);
        for (String form : List.of("", "?form=spreadsheets", "?form=workbook", "?form=exact")) {
            byte[] out = browser.get("/policies/" + expected + "/download" + form)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            Response again = raw(out, "policy.zip");
            again.then().statusCode(200);
            assertEquals(expected, digest(again), form);
            assertArrayEquals(
                    out,
                    browser.get("/policies/" + expected + "/download" + form).asByteArray(),
                    "the same policy is the same file");
        }
        browser.get("/policies/" + expected + "/download?form=pdf").then().statusCode(422);
        String safe = entry(browser.get("/policies/" + expected + "/download").asByteArray());
        assertTrue(safe.contains("*,'=1+" + run) && safe.contains("*,''=1+") && safe.contains("*,'@"), safe);
        assertFalse(safe.contains(",=1+"), safe);

        tables.remove("sku_ceilings.csv");
        tables.put("launches.csv", "sku,launched_on\n=1+" + run + ",2026-01-01\n");
        tables.put("policy.csv", "name\nplain\n");
        String other = digest(sending()
                .contentType("application/json")
                .body(Map.of("tables", tables))
                .post("/api/policies"));
        String changes = browser.get("/policies/" + other + "/comparison.csv?with=" + expected)
                .asString();
        for (String line : changes.split("\n")) {
            for (String cell : line.split(",")) {
                assertFalse(cell.matches("[\"]?[=+@-].*"), line);
            }
        }
    }

    private static String entry(byte[] zipped) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("sku_ceilings.csv")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no ceilings");
    }

    @Test
    void everyRowThatIsWrongIsNamedAndNothingIsStored() throws Exception {
        Map<String, String> tables = SomePolicies.tables("bad-" + Forms.random(), "1");
        tables.put("weights.csv", "size_class,weight\nLARGE,many\nMEDIUM,2\nSMALL,0\n");
        tables.put("sku_ceilings.csv", "size_class,market_type,sku,ceiling\nSMALL,*,NO-SUCH,2\nLARGE,*,NOR-SUCH,-1\n");
        String before = fixtures.value("SELECT COUNT(*) FROM policy_version");
        raw(SentFiles.zip(SomePolicies.files(tables)), "policy.zip")
                .then()
                .statusCode(422)
                .body("fields.reason", hasSize(5))
                .body("fields.reason", hasItem(containsString("policy/weights.csv, line 2, column weight")))
                .body("fields.reason", hasItem(containsString("policy/weights.csv, line 4, column weight")))
                .body("fields.reason", hasItem(containsString("policy/sku_ceilings.csv, line 3, column sku")))
                .body("fields.reason", hasItem(containsString("policy/sku_ceilings.csv, line 3, column ceiling")));
        assertEquals(before, fixtures.value("SELECT COUNT(*) FROM policy_version"));
    }

    private void refused(byte[] content, String name, int status, String word) {
        raw(content, name)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(word));
    }

    @Test
    void whatIsNoPolicyIsRefusedInWords() throws Exception {
        byte[] floats = bytes("size_class,percent\nLARGE,10\n");
        refused(floats, "data.csv", 422, "Which table");
        refused(bytes("retailer,rank,sku,demand\n"), "orders.csv", 422, "tables of a policy");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, "floats.xls", 422, "XLSX");
        refused(new byte[0], "floats.csv", 422, "empty");
        refused(SentFiles.zip(Map.of("policy/flots.csv", floats)), "policy.zip", 422, "flots.csv");
        refused(SentFiles.zip(Map.of("a/floats.csv", floats, "b/floats.csv", floats)), "policy.zip", 422, "twice");
        refused(floats, "floats.csv", 422, "weights.csv");
        sending()
                .multiPart("files", "floats.csv", floats)
                .multiPart("files", "Floats.csv", floats)
                .post("/api/policies")
                .then()
                .statusCode(422)
                .body(containsString("twice"));
    }

    @Test
    void bombsAndWhatIsTooLargeAreRefused() throws Exception {
        refused(new byte[9 * MEBI], "floats.csv", 413, "8 MB");
        refused(SentFiles.zip(Map.of("policy/floats.csv", new byte[20 * MEBI])), "policy.zip", 422, "times");
        refused(SentFiles.zip(Map.of("policy/floats.zip", new byte[100])), "policy.zip", 422, "floats.zip");
        byte[] broken = SentFiles.zip(Map.of("policy/floats.csv", bytes("size_class,percent\n".repeat(1000))));
        java.util.Arrays.fill(broken, 40, 60, (byte) 0x7f);
        refused(broken, "policy.zip", 422, "");
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i < 65; i++) {
            many.put("policy/t" + i + ".csv", new byte[0]);
        }
        refused(SentFiles.zip(many), "policy.zip", 422, "64");
    }

    @Test
    void aPageTakesAWorkbookAndSaysInBothLanguagesWhatIsWrong() throws Exception {
        byte[] bad = sheet("floats", List.of("size_class", "percent"), List.of(List.of("LARGE", "x")));
        Browser browser = Browser.of(planner);
        upload(browser, bad).then().statusCode(422).body(containsString("policy/floats.csv, line 2, column percent"));
        browser.get("/language/zh");
        upload(browser, bad)
                .then()
                .statusCode(422)
                .body(containsString("policy/floats.csv"), containsString("percent"));
        browser.get("/policies/new").then().body(containsString(".xlsx"), containsString("工作簿"));
    }

    private static Response upload(Browser browser, byte[] book) {
        return browser.request()
                .multiPart("csrf", Browser.csrf(browser.get("/policies/new").asString()))
                .multiPart("once", Forms.random())
                .multiPart("files", "floats.xlsx", book)
                .post("/policies");
    }
}
