package io.plimsoll.service.deliveries;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;

/** What a browser sends of an order whose goods came back: a number of cartons beside each of its Skus. */
public class CameBackForm {

    @FormParam("once")
    String once;

    @FormParam("licence")
    String licence;

    @FormParam("kind")
    String kind;

    @FormParam("sku")
    List<String> skus;

    @FormParam("cartons")
    List<String> cartons;

    /** Refuses a form in which it would be a guess which quantity belongs to which Sku. */
    void requireEven() {
        if ((skus == null ? 0 : skus.size()) != (cartons == null ? 0 : cartons.size())) {
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_FORM_UNREADABLE"));
        }
    }

    /** What was typed for a line; blank for nothing. */
    String typed(String sku) {
        int at = skus == null ? -1 : skus.indexOf(sku);
        return at < 0 || cartons == null || at >= cartons.size()
                ? ""
                : cartons.get(at).strip();
    }

    /** All that says what is asked for, to tell one request from another. */
    List<String> fields() {
        List<String> all = new ArrayList<>(List.of(String.valueOf(licence), String.valueOf(kind)));
        all.addAll(skus == null ? List.of() : skus);
        all.addAll(cartons == null ? List.of() : cartons);
        return all;
    }
}
