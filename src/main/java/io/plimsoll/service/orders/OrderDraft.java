package io.plimsoll.service.orders;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody asks for.
 *
 * @param lines what he wants filled first stands first; none is no demand, and as good as any other order
 * @param atMost cartons he wants at most of the whole order; null: as many as there can be
 */
@Schema(name = "OrderDraft", examples = """
        {"lines": [{"sku": "FE-01", "demand": 4}, {"sku": "LT-01", "demand": 8}], "atMost": 10}""")
public record OrderDraft(
        @Schema(description = "in the order of your ranks: what is to be filled first stands first")
        List<Line> lines,

        @Schema(
                examples = "10",
                nullable = true,
                minimum = "0",
                maximum = "1000000",
                description = "cartons you want at most of the whole order")
        Integer atMost) {

    /** The most cartons that a line or a limit can say; the same as in files. */
    static final int MOST_CARTONS = 1_000_000;

    /** More lines than any catalogue has Skus; whoever sends more is no shop. */
    private static final int MOST_LINES = 10_000;

    /**
     * One line.
     *
     * @param demand cartons asked for (d)
     */
    public record Line(
            @Schema(examples = "FE-01") String sku,

            @Schema(
                    examples = "4",
                    minimum = "0",
                    maximum = "1000000",
                    description = "cartons; may be more than a ceiling")
            Integer demand) {}

    public OrderDraft {
        lines = lines == null ? null : new ArrayList<>(lines);
    }

    /**
     * Refuses a draft that is none, with all that is wrong in it.
     *
     * @param skus those that can be ordered
     */
    void requireSound(Set<String> skus) {
        List<FieldError> errors = new ArrayList<>();
        if (lines == null) {
            throw Refused.field("lines", Message.of("FIELD_MISSING"));
        }
        if (lines.size() > MOST_LINES) {
            throw Refused.field("lines", Message.of("ORDER_TOO_LONG", "most", MOST_LINES));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i), "lines[" + i + "]", skus, seen, errors);
        }
        if (atMost != null && !isCartons(atMost)) {
            errors.add(new FieldError("atMost", notCartons()));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }

    private static void check(Line line, String place, Set<String> skus, Set<String> seen, List<FieldError> errors) {
        if (line == null) {
            errors.add(new FieldError(place, Message.of("FIELD_MISSING")));
            return;
        }
        if (line.sku() == null || !skus.contains(line.sku())) {
            Message unknown = line.sku() == null
                    ? Message.of("FIELD_MISSING")
                    : Message.of("ORDER_SKU_UNKNOWN", "sku", line.sku());
            errors.add(new FieldError(place + ".sku", unknown));
        } else if (!seen.add(line.sku())) {
            errors.add(new FieldError(place + ".sku", Message.of("ORDER_SKU_TWICE", "sku", line.sku())));
        }
        if (line.demand() == null || !isCartons(line.demand())) {
            errors.add(new FieldError(place + ".demand", notCartons()));
        }
    }

    private static boolean isCartons(int number) {
        return number >= 0 && number <= MOST_CARTONS;
    }

    private static Message notCartons() {
        return Message.of("ORDER_CARTONS_EXPECTED", "most", MOST_CARTONS);
    }

    /** Cartons over all lines. */
    long cartons() {
        return lines.stream().mapToLong(Line::demand).sum();
    }
}
