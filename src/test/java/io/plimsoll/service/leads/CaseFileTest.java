package io.plimsoll.service.leads;

import static io.plimsoll.service.leads.SomeLeads.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Browser;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.text.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The case file holds all there is of a lead, on paper as on the page, in both languages. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class CaseFileTest {

    @Inject
    Fixtures fixtures;

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", "");
        }
    }

    private static void assertHolds(String text, List<String> all) {
        all.forEach(each -> assertTrue(text.contains(each.replaceAll("\\s+", "")), each + " is missing in " + text));
    }

    @Test
    void itListsTheEvidenceTheRuleEachStepEachFileAndEachNumberOfTheJournal() throws IOException {
        SomeLeads some = new SomeLeads(fixtures);
        long run = some.finding("CRITICAL");
        long lead = some.raise(some.planner, "run", run, "position", 1, "words", "上月也有同样情况 & <再查>");
        some.assign(lead, some.market);
        byte[] note = "三家店同一部手机下单".getBytes();
        some.attach(some.market, lead, "走访记录.txt", note).then().statusCode(201);
        some.post(some.market, lead, "proposal", "result", "VERIFIED", "words", "核实：订货量超过上限，店主㛃、䶮女士确认")
                .then()
                .statusCode(200);
        some.post(
                        some.auditor,
                        lead,
                        "closing",
                        "result",
                        "VERIFIED",
                        "words",
                        "证据确凿",
                        "prohibition",
                        "ASSIGNED_ORDERS")
                .then()
                .statusCode(200);
        List<String> numbers = fixtures.values("SELECT number FROM journal WHERE subject = ?", "lead:" + lead);
        List<String> everywhere = List.of(
                some.licence,
                "R2",
                "40",
                "上月也有同样情况",
                "核实：订货量超过上限",
                "证据确凿",
                "走访记录.txt",
                Sha256.of(note),
                some.planner.name(),
                some.market.name(),
                "ASSIGNED_ORDERS");
        Browser browser = Browser.of(some.auditor);
        String page = browser.get("/leads/" + lead + "/case-file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        everywhere.forEach(each -> assertTrue(page.contains(each), each));
        numbers.forEach(each -> assertTrue(page.contains(">" + each + "<"), each));
        assertTrue(page.contains("&lt;再查&gt;") && !page.contains("<再查>"));

        browser.get("/language/zh?back=/").then().statusCode(303);
        byte[] pdf = browser.get("/leads/" + lead + "/case-file.pdf")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Disposition", containsString("lead-" + lead + ".pdf"))
                .extract()
                .asByteArray();
        String chinese = text(pdf);
        assertHolds(chinese, everywhere);
        assertHolds(chinese, numbers);
        assertHolds(
                chinese,
                List.of(
                        "线索" + lead + "案卷",
                        "港口小店",
                        "<再查>",
                        "在本周期之前已获供40条",
                        "本周期之前已超过月度上限的零售户予以提示",
                        "不得给零售户分配订单或者货源。",
                        "店主㛃、䶮女士确认",
                        "查实",
                        "提出线索",
                        "线索办结",
                        "确认违规"));
        assertTrue(pdf.length < 400_000, "the font is embedded in part only: " + pdf.length);
        byte[] english = as(some.auditor)
                .header("Accept-Language", "en")
                .get("/api/leads/" + lead + "/case-file.pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertHolds(text(english), List.of("Case file of lead " + lead, "Verified", "Violation confirmed"));
    }
}
