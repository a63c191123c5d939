package io.plimsoll.service.leads;

import io.plimsoll.service.leads.Bodies.NewLead;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** The form that raises a lead, as a browser sends it. */
public class LeadForm {

    @FormParam("once")
    String once;

    @FormParam("run")
    String run;

    @FormParam("audit")
    String audit;

    @FormParam("position")
    String position;

    @FormParam("words")
    String words;

    @FormParam("severity")
    String severity;

    @FormParam("rule")
    String rule;

    @FormParam("cycle")
    String cycle;

    @FormParam("person")
    String person;

    @FormParam("licence")
    String licence;

    @FormParam("sku")
    String sku;

    NewLead body() {
        Checks checks = new Checks();
        Long ofRun = checks.longIfAny("run", run);
        Long ofAudit = checks.longIfAny("audit", audit);
        Integer at = checks.wholeIfAny("position", position);
        checks.refuseErrors();
        return new NewLead(ofRun, ofAudit, at, words, severity, rule, cycle, person, licence, sku);
    }

    /** What was typed, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "run", run,
                "audit", audit,
                "position", position,
                "words", words,
                "severity", severity,
                "rule", rule,
                "cycle", cycle,
                "person", person,
                "licence", licence,
                "sku", sku);
    }
}
