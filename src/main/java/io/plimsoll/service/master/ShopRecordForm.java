package io.plimsoll.service.master;

import io.plimsoll.service.master.ShopRecord.NewComplaint;
import io.plimsoll.service.master.ShopRecord.NewReceiver;
import io.plimsoll.service.master.ShopRecord.NewStockCheck;
import io.plimsoll.service.master.ShopRecord.NewVisit;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import jakarta.ws.rs.FormParam;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/** The fields of all forms that put something on record, as a browser sends them; each form has some of them. */
public class ShopRecordForm {

    @FormParam("once")
    String once;

    @FormParam("name")
    String name;

    @FormParam("phone")
    String phone;

    @FormParam("cycle")
    String cycle;

    @FormParam("words")
    String words;

    @FormParam("aboutManager")
    String aboutManager;

    @FormParam("place")
    String place;

    @FormParam("purpose")
    String purpose;

    @FormParam("inspector")
    String inspector;

    @FormParam("result")
    String result;

    @FormParam("visitedAt")
    String visitedAt;

    @FormParam("checkedAt")
    String checkedAt;

    NewReceiver receiver() {
        return new NewReceiver(name, phone);
    }

    NewComplaint complaint() {
        return new NewComplaint(cycle, words, "true".equals(aboutManager));
    }

    NewVisit visit(ZoneId zone) {
        return new NewVisit(moment("visitedAt", visitedAt, zone), place, purpose);
    }

    NewStockCheck stockCheck(ZoneId zone) {
        return new NewStockCheck(moment("checkedAt", checkedAt, zone), inspector, result);
    }

    private static Instant moment(String field, String typed, ZoneId zone) {
        Checks checks = new Checks();
        LocalDateTime moment = checks.momentIfAny(field, typed);
        checks.refuseErrors();
        return moment == null ? null : moment.atZone(zone).toInstant();
    }

    /** What was typed, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "name", name,
                "phone", phone,
                "cycle", cycle,
                "words", words,
                "aboutManager", aboutManager,
                "place", place,
                "purpose", purpose,
                "inspector", inspector,
                "result", result,
                "visitedAt", visitedAt,
                "checkedAt", checkedAt);
    }
}
