package io.plimsoll.service.assisted;

import io.plimsoll.message.Message;
import io.plimsoll.service.assisted.Bodies.Collection;
import io.plimsoll.service.orders.CycleSkus;
import io.plimsoll.service.orders.OrderDraft;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.TypedNumber;
import io.plimsoll.text.Loosely;
import jakarta.ws.rs.FormParam;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form in which a customer manager writes down what a retailer states, as a browser sends it. */
public class CollectForm {

    /** Rows that stand empty below what was typed. */
    private static final int EMPTY_ROWS = 5;

    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.?(\\w*)");

    @FormParam("once")
    String once;

    /** What the button says: check, store, back or more. */
    @FormParam("act")
    String act;

    @FormParam("visitedAt")
    String visitedAt;

    @FormParam("place")
    String place;

    @FormParam("sku")
    List<String> sku;

    @FormParam("demand")
    List<String> demand;

    @FormParam("atMost")
    String atMost;

    /**
     * A row of the form.
     *
     * @param number from 1
     * @param ofSku what is wrong with the Sku; null: nothing
     * @param ofDemand what is wrong with the cartons; null: nothing
     */
    record Row(int number, String sku, String demand, Message ofSku, Message ofDemand) {

        public boolean isSkuWrong() {
            return ofSku != null;
        }

        public boolean isDemandWrong() {
            return ofDemand != null;
        }

        /** Cartons, where a whole number was typed. */
        public Integer cartons() {
            return whole(demand);
        }

        public boolean isWrong() {
            return isSkuWrong() || isDemandWrong();
        }

        public List<Message> errors() {
            return Stream.of(ofSku, ofDemand).filter(Objects::nonNull).toList();
        }
    }

    /**
     * Something that is wrong, and where.
     *
     * @param anchor of the field
     */
    record Wrong(String anchor, Message place, Message reason) {}

    /** A form that nobody has sent yet: the visit is now, and nothing else is known. */
    static CollectForm empty(Instant now, ZoneId zone) {
        CollectForm form = new CollectForm();
        form.visitedAt = LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return form;
    }

    private record Typed(String sku, String demand) {}

    /**
     * Puts keys in the place of Skus that were typed by their names, as they are shown or as people search for them.
     *
     * @param skus those that can be asked for, by key
     * @throws Refused where several are called like that; what no Sku is called stays as it was typed
     */
    void nameByKeys(Map<String, CycleSkus.Named> skus) {
        List<FieldError> errors = new ArrayList<>();
        List<Typed> rows = typed();
        for (int i = 0; i < rows.size(); i++) {
            Typed row = rows.get(i);
            List<String> keys = keysOf(row.sku(), skus);
            if (keys.size() > 1) {
                Message reason =
                        Message.of("ASSISTED_SKU_NOT_UNIQUE", "name", row.sku(), "skus", String.join(", ", keys));
                errors.add(new FieldError("lines[" + i + "].sku", reason));
            } else if (keys.size() == 1) {
                rows.set(i, new Typed(keys.get(0), row.demand()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        sku = rows.stream().map(Typed::sku).toList();
        demand = rows.stream().map(Typed::demand).toList();
    }

    /** A key is that Sku; else those of the very name count, and only where there is none those of a name that is alike. */
    private static List<String> keysOf(String typed, Map<String, CycleSkus.Named> skus) {
        if (typed.isEmpty()) {
            return List.of();
        }
        if (skus.containsKey(typed)) {
            return List.of(typed);
        }
        List<String> exact = keys(skus, each -> each.name().equals(typed));
        String loose = Loosely.of(typed);
        return exact.isEmpty()
                ? keys(
                        skus,
                        each -> Loosely.of(each.name()).equals(loose)
                                || Loosely.of(each.sku()).equals(loose))
                : exact;
    }

    private static List<String> keys(Map<String, CycleSkus.Named> skus, Predicate<CycleSkus.Named> isMeant) {
        return skus.values().stream().filter(isMeant).map(CycleSkus.Named::sku).toList();
    }

    /** The rows in which something stands. */
    private List<Typed> typed() {
        List<Typed> typed = new ArrayList<>();
        int rows = Math.max(sku == null ? 0 : sku.size(), demand == null ? 0 : demand.size());
        for (int i = 0; i < rows; i++) {
            Typed row = new Typed(text(sku, i), text(demand, i));
            if (!row.sku().isEmpty() || !row.demand().isEmpty()) {
                typed.add(row);
            }
        }
        return typed;
    }

    private static String text(List<String> of, int row) {
        return of == null || row >= of.size() || of.get(row) == null
                ? ""
                : of.get(row).strip();
    }

    /**
     * What the form says.
     *
     * @throws Refused where the time is none
     */
    Collection collection(String licence, ZoneId zone) {
        Checks checks = new Checks();
        LocalDateTime moment = checks.momentIfAny("visitedAt", visitedAt);
        Integer most = checks.wholeIfAny("atMost", atMost);
        checks.refuseErrors();
        List<OrderDraft.Line> lines = typed().stream()
                .map(row -> new OrderDraft.Line(row.sku().isEmpty() ? null : row.sku(), whole(row.demand())))
                .toList();
        return new Collection(
                licence, moment == null ? null : moment.atZone(zone).toInstant(), place, lines, most);
    }

    /** What is no whole number is none that can be asked for. */
    private static Integer whole(String typed) {
        return TypedNumber.of(typed).orElse(null);
    }

    /** The rows as they are shown: those with something in them, and empty ones below. */
    List<Row> rows(Refused refusedOrNull, boolean withEmpty) {
        List<Row> rows = new ArrayList<>();
        typed().forEach(each -> rows.add(new Row(
                rows.size() + 1,
                each.sku(),
                each.demand(),
                error(refusedOrNull, "lines[" + rows.size() + "].sku"),
                error(refusedOrNull, "lines[" + rows.size() + "].demand"))));
        for (int i = 0; withEmpty && i < EMPTY_ROWS; i++) {
            rows.add(new Row(rows.size() + 1, "", "", null, null));
        }
        return rows;
    }

    private static Message error(Refused refusedOrNull, String field) {
        return refusedOrNull == null
                ? null
                : refusedOrNull.fieldErrors().stream()
                        .filter(each -> each.field().equals(field))
                        .map(FieldError::reason)
                        .findFirst()
                        .orElse(null);
    }

    /** All that is wrong, each with the field to go to. */
    static List<Wrong> wrong(Refused refused) {
        return refused.fieldErrors().stream().map(CollectForm::wrong).toList();
    }

    private static Wrong wrong(FieldError error) {
        Matcher line = OF_LINE.matcher(error.field());
        if (line.matches()) {
            int number = Integer.parseInt(line.group(1)) + 1;
            String anchor = (line.group(2).equals("demand") ? "demand-" : "sku-") + number;
            return new Wrong(anchor, Message.of("ASSISTED_LINE", "line", number), error.reason());
        }
        return new Wrong("f-" + error.field(), Message.of("field." + error.field()), error.reason());
    }

    /** What was typed besides the lines. */
    Map<String, String> fields() {
        return Filled.fields("visitedAt", visitedAt, "place", place, "atMost", atMost);
    }
}
