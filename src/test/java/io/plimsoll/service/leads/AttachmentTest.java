package io.plimsoll.service.leads;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What may be attached to a lead is told by what it holds, whatever it says it is. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AttachmentTest {

    private static final byte[] PDF = "%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

    @Inject
    Fixtures fixtures;

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[10]);
            }
        }
        return out.toByteArray();
    }

    private static Optional<AttachmentKind> kind(String text) {
        return AttachmentKind.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachKindIsKnownByItsContent() throws IOException {
        assertEquals(Optional.of(AttachmentKind.PDF), AttachmentKind.of(PDF));
        assertEquals(Optional.of(AttachmentKind.PNG), AttachmentKind.of(PNG));
        assertEquals(
                Optional.of(AttachmentKind.JPEG),
                AttachmentKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}));
        assertEquals(Optional.of(AttachmentKind.TEXT), kind("三家店的订单一样\n1 < 2\n"));
        assertEquals(
                Optional.of(AttachmentKind.TEXT), AttachmentKind.of("三家店的订单".getBytes(Charset.forName("GB18030"))));
        assertEquals(
                Optional.of(AttachmentKind.XLSX), AttachmentKind.of(zip("[Content_Types].xml", "xl/workbook.xml")));
    }

    @Test
    void whatABrowserOrASpreadsheetWouldRunIsNone() throws IOException {
        assertEquals(Optional.empty(), kind("<html><script>alert(1)</script></html>"));
        assertEquals(Optional.empty(), kind("  \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        assertEquals(Optional.empty(), kind("harmless words, then < SCRIPT >alert(1)"));
        assertEquals(Optional.empty(), kind("<?xml version='1.0'?><!DOCTYPE x>"));
        assertEquals(
                Optional.empty(),
                AttachmentKind.of(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")));
        assertEquals(Optional.empty(), AttachmentKind.of(zip("a.exe")));
        assertEquals(Optional.empty(), AttachmentKind.of(new byte[] {'M', 'Z', 0, 1, 2}));
        assertEquals(
                Optional.empty(), AttachmentKind.of(Arrays.copyOf(zip("[Content_Types].xml", "xl/workbook.xml"), 60)));
    }

    @Test
    void aFileThatLiesAboutItsKindIsRefused() throws IOException {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        String html = "<html><script>alert(1)</script></html>";
        some.attach(some.planner, lead, "page.pdf", html.getBytes())
                .then()
                .statusCode(422)
                .body("fields.field", contains("file"));
        some.attach(some.planner, lead, "page.html", html.getBytes()).then().statusCode(422);
        some.attach(some.planner, lead, "drawing.svg", "<svg onload='alert(1)'/>".getBytes())
                .then()
                .statusCode(422);
        some.attach(some.planner, lead, "picture.pdf", PNG).then().statusCode(422);
        some.attach(some.planner, lead, "words.html", "only words".getBytes())
                .then()
                .statusCode(422);
        some.attach(some.planner, lead, "book.xlsx", zip("a.txt")).then().statusCode(422);
        some.attach(some.planner, lead, "empty.txt", new byte[0]).then().statusCode(422);
        assertEquals("0", fixtures.value("SELECT COUNT(*) FROM lead_attachment WHERE of_lead = ?", lead));
        some.attach(some.planner, lead, "picture.png", PNG).then().statusCode(201);
        some.attach(some.planner, lead, "../../etc/plain.txt", "words".getBytes())
                .then()
                .statusCode(201);
        assertEquals(
                "plain.txt",
                fixtures.value("SELECT name FROM lead_attachment WHERE of_lead = ? ORDER BY id DESC", lead));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByProgramsAndPages() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        byte[] large = Arrays.copyOf(PDF, LeadActs.MOST_BYTES + 1);
        some.attach(some.planner, lead, "large.pdf", large).then().statusCode(413);
        some.attach(some.planner, lead, "larger.pdf", Arrays.copyOf(PDF, LeadActs.MOST_BYTES + (2 << 20)))
                .then()
                .statusCode(413);
        Browser browser = Browser.of(some.planner);
        String page = "/leads/" + lead;
        browser.request()
                .multiPart("csrf", Browser.csrf(browser.get(page).asString()))
                .multiPart("once", Forms.random())
                .multiPart("words", "kept words")
                .multiPart("file", "large.pdf", large, "application/pdf")
                .post(page + "/comments")
                .then()
                .statusCode(422)
                .body(containsString("At most 5 MB"))
                .body(containsString("kept words"));
        some.attach(some.planner, lead, "just.pdf", Arrays.copyOf(PDF, LeadActs.MOST_BYTES))
                .then()
                .statusCode(201);
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM lead_attachment WHERE of_lead = ?", lead));
    }

    @Test
    void aFormThatIsSentTwiceAttachesOnce() {
        SomeLeads some = new SomeLeads(fixtures);
        long lead = some.raise(some.planner);
        Browser browser = Browser.of(some.planner);
        String page = "/leads/" + lead;
        String once = Forms.random();
        for (int i = 0; i < 2; i++) {
            browser.request()
                    .multiPart("csrf", Browser.csrf(browser.get(page).asString()))
                    .multiPart("once", once)
                    .multiPart("words", "")
                    .multiPart("file", "picture.png", PNG, "image/png")
                    .post(page + "/comments")
                    .then()
                    .statusCode(303);
        }
        assertEquals("1", fixtures.value("SELECT COUNT(*) FROM lead_attachment WHERE of_lead = ?", lead));
    }
}
