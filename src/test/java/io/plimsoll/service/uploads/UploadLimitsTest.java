package io.plimsoll.service.uploads;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is meant to fill memory or disk is refused over HTTP with a message, and nothing of it is kept. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class UploadLimitsTest {

    private static final int MEBI = 1 << 20;

    @Inject
    Fixtures fixtures;

    @Inject
    Turns turns;

    private Response upload(byte[] content, String file) {
        return RestAssured.given()
                .auth()
                .oauth2(fixtures.person(Role.PLANNER).token())
                .header("Idempotency-Key", Forms.random())
                .queryParam("file", file)
                .contentType("application/octet-stream")
                .body(content)
                .post("/api/uploads");
    }

    /** Sends a request byte by byte, and reads the head and the beginning of the answer. */
    private static String raw(String path, String head, int mebibytes, boolean chunked) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + head + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[MEBI];
            Thread sender = new Thread(() -> {
                try {
                    for (int i = 0; i < mebibytes; i++) {
                        if (chunked) {
                            out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                        }
                        out.write(piece);
                        if (chunked) {
                            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                    out.flush();
                } catch (IOException toldToStop) {
                    // The answer says why.
                }
            });
            sender.start();
            socket.setSoTimeout(30_000);
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[16_384];
            int count = 0;
            String sofar = "";
            while (count < answer.length && !isWhole(sofar)) {
                int read = in.read(answer, count, answer.length - count);
                if (read < 0) {
                    break;
                }
                count += read;
                sofar = new String(answer, 0, count, StandardCharsets.UTF_8);
            }
            return sofar;
        }
    }

    private static boolean isWhole(String answer) {
        return answer.contains("}")
                || answer.contains("</html>")
                || answer.startsWith("HTTP/1.1 303") && answer.contains("\r\n\r\n");
    }

    private String ofProgram(Role role) {
        return "Authorization: Bearer " + fixtures.person(role).token() + "\r\nIdempotency-Key: " + Forms.random()
                + "\r\nContent-Type: application/octet-stream\r\n";
    }

    private static List<Path> working() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/uploads/work"))) {
            return files.toList();
        }
    }

    @Test
    void aGigabyteIsRefusedUnread() throws Exception {
        String answer =
                raw("/api/uploads", ofProgram(Role.PLANNER) + "Content-Length: " + (1024L * MEBI) + "\r\n", 3, false);
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("application/problem+json") && answer.contains("TOO_LARGE"), answer);
    }

    @Test
    void moreThanMayBeIsRefusedWhereNobodySaysHowMuchComes() throws Exception {
        String answer = raw(
                "/api/uploads?file=orders.csv", ofProgram(Role.PLANNER) + "Transfer-Encoding: chunked\r\n", 90, true);
        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("TOO_LARGE"), answer);
        assertEquals(List.of(), working());
    }

    @Test
    void ofSomebodyWhoMayNotUploadNothingIsRead() throws Exception {
        String length = "Content-Length: " + (50L * MEBI) + "\r\n";
        answered(403, raw("/api/uploads", ofProgram(Role.AUDITOR) + length, 1, false));
        String form = "Content-Type: multipart/form-data; boundary=x\r\n";
        answered(401, raw("/api/uploads", form + length, 1, false));
        answered(303, raw("/uploads", form + length, 1, false));
        answered(413, raw("/sign-in", form + length, 1, false));
        answered(303, raw("/sign-in", form + "Transfer-Encoding: chunked\r\n", 1, true));
    }

    private static void answered(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    @Test
    void bombsAreRefusedByName() throws Exception {
        refused(zip("orders.csv", new byte[100 * MEBI]), "cycle.zip", "times");
        refused(workbook(sheet -> sheet.replace("</sheetData>", blankRows() + "</sheetData>")), "skus.xlsx", "blank");
        refused(
                workbook(sheet -> sheet.replaceFirst(
                        "<worksheet", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet")),
                "skus.xlsx",
                "entities");
        assertEquals(List.of(), working());
    }

    private void refused(byte[] content, String file, String word) {
        upload(content, file)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(word));
    }

    private static String blankRows() {
        StringBuilder rows = new StringBuilder();
        for (int row = 10; row < 1_000_000; row++) {
            rows.append("<row r=\"").append(row).append("\"/>");
        }
        return rows.toString();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one sheet, with something done to it. */
    private static byte[] workbook(Function<String, String> altered) throws Exception {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        Exports.table(
                TableFormat.XLSX, "skus", List.of("sku"), List.of(List.of("S1")).iterator(), book);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean isSheet = entry.getName().contains("worksheets");
                out.write((isSheet ? altered.apply(part) : part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whereAFewAreWorkedOnTheNextIsAskedToComeAgain() throws Exception {
        turns.take(() -> turns.take(() -> {
            upload("sku,supply,forecast\n".getBytes(StandardCharsets.UTF_8), "supply.csv")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("10"))
                    .body("code", equalTo("UNAVAILABLE"));
            return null;
        }));
    }

    @Test
    void aFormIsToldOnItsOwnPageWhyAFileIsNotTaken() {
        Browser browser = Browser.of(fixtures.person(Role.PLANNER));
        browser.request()
                .multiPart("csrf", Browser.csrf(browser.get("/uploads/new").asString()))
                .multiPart("once", Forms.random())
                .multiPart("file", "a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0})
                .post("/uploads")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#file\""));
    }
}
