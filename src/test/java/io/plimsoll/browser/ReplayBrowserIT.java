package io.plimsoll.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.browser.RealBrowser.Device;
import io.plimsoll.message.Language;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.background.TestWork;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An auditor replays a run, tries another policy on it, and brings a list from paper with an error on the way. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class ReplayBrowserIT {

    @Inject
    Fixtures fixtures;

    @Inject
    TestRuns cycles;

    @Inject
    TestWork work;

    @ParameterizedTest
    @EnumSource(Device.class)
    void anAuditorReplaysARunTriesAnotherPolicyAndBringsAListFromPaper(Device device) throws Exception {
        String cycle = cycles.closed();
        TestRuns.start(fixtures.person(Role.PLANNER), cycle, null).then().statusCode(201);
        cycles.work();
        String other = otherPolicy(fixtures.value("SELECT policy FROM allocation_run WHERE cycle = ?", cycle));
        try (RealBrowser auditor = RealBrowser.of(device, device == Device.PHONE ? Language.ZH : Language.EN)) {
            auditor.signIn(fixtures.person(Role.AUDITOR))
                    .open("/cycles/" + cycle + "/run")
                    .looksRight();
            auditor.find("form[action$='/replays'] button").click();
            auditor.page().waitForURL("**/replays/*");
            auditor.looksRight();
            work.goOn();
            // The page asks by itself, and shows the outcome as soon as there is one.
            auditor.page().waitForSelector(".alert-success");
            auditor.looksRight().picture("replay");
            auditor.find("p.back a").click();
            auditor.looksRight();
            auditor.page().selectOption("#policy", other);
            auditor.find("form.act:has(#policy) button").click();
            auditor.page().waitForURL("**/replays/*");
            work.goOn();
            auditor.page().waitForSelector("#shops");
            auditor.looksRight().picture("replay-compared");
            auditor.open("/cycles/" + cycle + "/audits/new").looksRight();
            auditor.page().fill("#source", "The north depot");
            auditor.page().setInputFiles("#file", list(cycle, "minus one"));
            auditor.expects(422);
            auditor.find("form.form-card .btn-primary").click();
            auditor.looksRight();
            assertEquals("The north depot", auditor.find("#source").inputValue());
            auditor.page().setInputFiles("#file", list(cycle, "7"));
            auditor.find("form.form-card .btn-primary").click();
            auditor.page().waitForURL("**/audits/*");
            work.goOn();
            auditor.page().waitForSelector("#findings");
            auditor.looksRight().picture("audit");
            assertTrue(auditor.find("#findings li").first().innerText().contains("NOBODY"));
        }
    }

    private static Path list(String cycle, String cartons) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/lists"));
        return Files.writeString(
                folder.resolve(cycle + ".csv"), "retailer,sku,granted\nNOBODY,NOTHING," + cartons + "\n");
    }

    private String otherPolicy(String own) {
        Map<String, String> tables = new HashMap<>();
        for (String name : fixtures.values("SELECT file FROM policy_table WHERE digest = ?", own)) {
            tables.put(
                    name, fixtures.value("SELECT content FROM policy_table WHERE digest = ? AND file = ?", own, name));
        }
        tables.put("weights.csv", "size_class,weight\nLARGE,1\nMEDIUM,1\nSMALL,9\n");
        return TestRuns.as(fixtures.person(Role.PLANNER))
                .body(Map.of("tables", tables))
                .post("/api/policies")
                .then()
                .extract()
                .path("policy.digest");
    }
}
