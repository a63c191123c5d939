package io.plimsoll.service.orders;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import io.plimsoll.service.web.TypedNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form of an order as it was sent: Skus and quantities in the order in which they stand on the page, which is the order
 * of their ranks. A quantity that is blank is no line.
 */
public class OrderForm {

    /** What a person may press. */
    enum Press {
        /** Nothing but to see it again: search, more, sums. */
        LOOK,
        UP,
        DOWN,
        REMOVE,
        /** To see what is about to be submitted. */
        CHECK,
        SUBMIT
    }

    @RestForm
    List<String> sku;

    @RestForm
    List<String> demand;

    @RestForm
    String atMost;

    @RestForm
    String q;

    @RestForm
    String act;

    @RestForm
    String version;

    @RestForm
    String once;

    @RestForm
    String all;

    /** A Sku and what was typed for it. */
    record Typed(String sku, String demand) {}

    Press press() {
        String pressed = act == null ? "" : act;
        String name = pressed.contains(":") ? pressed.substring(0, pressed.indexOf(':')) : pressed;
        for (Press each : Press.values()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return Press.LOOK;
    }

    /** The lines, after a line was moved or removed where that was pressed. */
    List<Typed> typed() {
        List<Typed> typed = new ArrayList<>();
        List<String> skus = sku == null ? List.of() : sku;
        List<String> demands = demand == null ? List.of() : demand;
        if (skus.size() != demands.size()) {
            // Which quantity belongs to which Sku would be a guess.
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_FORM_UNREADABLE"));
        }
        for (int i = 0; i < skus.size(); i++) {
            if (!demands.get(i).isBlank()) {
                typed.add(new Typed(skus.get(i), TypedNumber.plain(demands.get(i))));
            }
        }
        move(typed);
        return typed;
    }

    /** His own limit as it was typed; blank where he has none. */
    String limit() {
        return TypedNumber.plain(atMost);
    }

    private void move(List<Typed> typed) {
        Press press = press();
        if (press != Press.UP && press != Press.DOWN && press != Press.REMOVE) {
            return;
        }
        String moved = act.substring(act.indexOf(':') + 1);
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).sku().equals(moved)) {
                int other = press == Press.UP ? i - 1 : i + 1;
                if (press == Press.REMOVE) {
                    typed.remove(i);
                } else if (other >= 0 && other < typed.size()) {
                    Collections.swap(typed, i, other);
                }
                return;
            }
        }
    }

    /** The version of the order that the page was made of; 0 where there was none. */
    long seenVersion() {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /**
     * What is asked for.
     *
     * @throws Refused where a quantity is no whole number, or belongs to no Sku
     */
    OrderDraft draft() {
        List<FieldError> errors = new ArrayList<>();
        List<OrderDraft.Line> lines = new ArrayList<>();
        for (Typed each : typed()) {
            Integer cartons = cartons(each.demand(), "lines[" + lines.size() + "].demand", errors);
            lines.add(new OrderDraft.Line(each.sku(), cartons));
        }
        Integer most = limit().isEmpty() ? null : cartons(limit(), "atMost", errors);
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new OrderDraft(lines, most);
    }

    private static Integer cartons(String text, String field, List<FieldError> errors) {
        Optional<Integer> cartons = TypedNumber.of(text);
        if (cartons.isEmpty()) {
            errors.add(new FieldError(field, Message.of("ORDER_CARTONS_EXPECTED", "most", OrderDraft.MOST_CARTONS)));
        }
        return cartons.orElse(null);
    }
}
