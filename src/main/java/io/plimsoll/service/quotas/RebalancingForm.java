package io.plimsoll.service.quotas;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.TypedNumber;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a re-balancing, as a browser sends them: one value of each field a line. */
public class RebalancingForm {

    @FormParam("version")
    long version;

    /** What the button says: save or ask. */
    @FormParam("act")
    String act;

    @FormParam("licence")
    List<String> licence;

    @FormParam("total")
    List<String> total;

    @FormParam("reason")
    List<String> reason;

    @FormParam("evidence")
    List<String> evidence;

    /**
     * What was typed in a line.
     *
     * @param wrongField which of its fields is wrong: licence, totalAfter, reason or evidence; null: none
     * @param wrong what is wrong with it; null: nothing
     */
    record Typed(String licence, String total, String reason, String evidence, String wrongField, Message wrong) {}

    /**
     * What was typed, line by line; one without a shop was left blank.
     *
     * @throws Refused where a total is no whole number
     */
    List<LineEdit> edits() {
        List<LineEdit> edits = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (Typed typed : typed(null)) {
            Optional<Integer> cartons = TypedNumber.of(typed.total());
            if (cartons.isEmpty() && !TypedNumber.plain(typed.total()).isEmpty()) {
                errors.add(
                        new FieldError("lines[" + edits.size() + "].totalAfter", Message.of("QUOTA_TOTAL_NOT_WHOLE")));
            }
            edits.add(new LineEdit(typed.licence(), cartons.orElse(null), typed.reason(), typed.evidence()));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return edits;
    }

    /** The lines as they are shown again, with what was wrong in each. */
    List<Typed> typed(Refused refusedOrNull) {
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; licence != null && i < licence.size(); i++) {
            String key = licence.get(i).strip().split("\\s", 2)[0];
            if (key.isEmpty()) {
                continue;
            }
            String place = "lines[" + typed.size() + "].";
            Optional<FieldError> wrong = wrong(refusedOrNull, place);
            typed.add(new Typed(
                    key,
                    at(total, i),
                    at(reason, i),
                    at(evidence, i),
                    wrong.map(each -> each.field().substring(place.length())).orElse(null),
                    wrong.map(FieldError::reason).orElse(null)));
        }
        return typed;
    }

    /**
     * How many of the worst fits are to be mended; null for all.
     *
     * @throws Refused where something else was typed than a whole number from 1
     */
    static Integer worst(String typed) {
        if (TypedNumber.plain(typed).isEmpty()) {
            return null;
        }
        return TypedNumber.of(typed)
                .filter(number -> number > 0)
                .orElseThrow(() -> Refused.field("worst", Message.of("REBALANCING_WORST_WHOLE")));
    }

    private static Optional<FieldError> wrong(Refused refusedOrNull, String place) {
        return refusedOrNull == null
                ? Optional.empty()
                : refusedOrNull.fieldErrors().stream()
                        .filter(each -> each.field().startsWith(place))
                        .findFirst();
    }

    private static String at(List<String> values, int i) {
        return values == null || i >= values.size() || values.get(i) == null ? "" : values.get(i);
    }
}
