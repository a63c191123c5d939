package io.plimsoll.service.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.OrderingWindow;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.orders.Receipt.Channel;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stores what is asked for, as it is asked for: no ceiling is looked at (R14). Order, lines, receipt and the entry in the
 * journal are one transaction, the caller's.
 */
@ApplicationScoped
public class OrderTaking {

    /** The shop's own row is locked first: an order that is not there yet cannot be. */
    private static final String PRESENT = "SELECT o.state, o.submitted_at, o.version FROM retailer r"
            + " LEFT JOIN demand_order o ON o.cycle = ? AND o.licence = r.licence WHERE r.licence = ? FOR UPDATE";

    private static final String NEW_ORDER =
            "INSERT INTO demand_order (state, channel, actor, submitted_at, device, session, address, at_most, version,"
                    + " cycle, licence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OTHER_ORDER =
            "UPDATE demand_order SET state = ?, channel = ?, actor = ?, submitted_at = ?, submitted_text = NULL,"
                    + " device = ?, session = ?, address = ?, at_most = ?, version = ? WHERE cycle = ? AND licence = ?";

    private final OrderingWindow window;
    private final OrderableSkus skus;
    private final Sql sql;
    private final Journal journal;
    private final Origin origin;
    private final ObjectMapper json;
    private final Event<LateOwnOrder> lateOwnOrders;

    OrderTaking(
            OrderingWindow window,
            OrderableSkus skus,
            Sql sql,
            Journal journal,
            Origin origin,
            ObjectMapper json,
            Event<LateOwnOrder> lateOwnOrders) {
        this.window = window;
        this.skus = skus;
        this.sql = sql;
        this.journal = journal;
        this.origin = origin;
        this.json = json;
        this.lateOwnOrders = lateOwnOrders;
    }

    /** Looks at the order that is there, if any, and refuses where the one who submits thinks of another. */
    @FunctionalInterface
    interface Expectation {
        void check(Optional<Present> present);
    }

    /**
     * An order that is there already.
     *
     * @param isSelf whether the retailer submitted it himself
     */
    record Present(boolean isSelf, Instant submittedAt, long version) {}

    /** That the retailer has not ordered himself yet; what was collected for him gives way (R16). */
    static void none(Optional<Present> present) {
        present.filter(Present::isSelf).ifPresent(there -> {
            throw new Refused(Problem.CONFLICT, Message.of("ORDER_IS_THERE"));
        });
    }

    /**
     * Takes a retailer's own order for his own shop.
     *
     * @throws Refused where the cycle takes none now, the draft is none, or the expectation fails
     */
    @Transactional(TxType.MANDATORY)
    Receipt submit(Viewer retailer, String cycle, String licence, OrderDraft draft, Expectation expectation) {
        OrderingWindow.Held held = window.hold(cycle);
        Receipt receipt = store(retailer, cycle, licence, draft, Channel.SELF, held.at(), expectation);
        if (held.isSecond()) {
            lateOwnOrders.fire(new LateOwnOrder(retailer, cycle, licence, receipt.number()));
        }
        return receipt;
    }

    /**
     * Enters an order that was collected on a visit and confirmed by the retailer (R16).
     *
     * @throws Refused where the second window is not open, the draft is none, or the retailer has ordered himself
     */
    @Transactional(TxType.MANDATORY)
    public Receipt enter(Viewer orderDesk, String cycle, String licence, OrderDraft draft) {
        Instant at = window.holdSecond(cycle);
        return store(orderDesk, cycle, licence, draft, Channel.ASSISTED, at, present -> {
            if (present.isPresent()) {
                throw new Refused(Problem.CONFLICT, Message.of("ORDER_IS_THERE"));
            }
        });
    }

    /**
     * Refuses a draft that could not be stored in this cycle.
     *
     * @throws Refused with every line that is wrong
     */
    public void requireSound(String cycle, OrderDraft draft) {
        draft.requireSound(skus.of(cycle));
    }

    /** What a draft is as the content of an order: that which a receipt is the digest of. */
    public String content(OrderDraft draft) {
        return canonical(ranked(draft), draft.atMost());
    }

    private Receipt store(
            Viewer actor,
            String cycle,
            String licence,
            OrderDraft draft,
            Channel channel,
            Instant now,
            Expectation expectation) {
        requireSound(cycle, draft);
        Optional<Present> present = present(cycle, licence);
        expectation.check(present);
        Instant at = notBefore(present.map(Present::submittedAt).orElse(null), now.truncatedTo(ChronoUnit.MICROS));
        long version = present.map(Present::version).orElse(0L) + 1;
        sql.update(
                present.isPresent() ? OTHER_ORDER : NEW_ORDER,
                channel == Channel.SELF ? "SUBMITTED" : "ENTERED",
                channel,
                actor.name(),
                at,
                origin.device(),
                origin.session(),
                origin.address(),
                draft.atMost(),
                version,
                cycle,
                licence);
        if (present.isPresent()) {
            sql.update("DELETE FROM demand_line WHERE cycle = ? AND licence = ?", cycle, licence);
        }
        List<OrderLine> lines = ranked(draft);
        store(cycle, licence, lines);
        Receipt receipt = receipt(actor, cycle, licence, version, channel, at, lines, draft.atMost());
        journal.append(
                actor,
                present.isPresent() ? Act.ORDER_CHANGED : Act.ORDER_SUBMITTED,
                Subject.retailer(licence),
                content(receipt));
        return receipt;
    }

    /** The order that is there, if any. Nobody else stores one of this shop until the end of the transaction. */
    private Optional<Present> present(String cycle, String licence) {
        return sql.first(PRESENT, OrderTaking::present, cycle, licence).flatMap(each -> each);
    }

    private static Optional<Present> present(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state == null
                ? Optional.empty()
                : Optional.of(
                        new Present(!state.equals("ENTERED"), Sql.moment(row, "submitted_at"), row.getLong("version")));
    }

    /** A clock that was set back does not make a later version of an order look like an earlier one. */
    private static Instant notBefore(Instant earlier, Instant now) {
        return earlier != null && earlier.isAfter(now) ? earlier : now;
    }

    private static List<OrderLine> ranked(OrderDraft draft) {
        List<OrderLine> lines = new ArrayList<>();
        draft.lines().forEach(line -> lines.add(new OrderLine(lines.size() + 1, line.sku(), line.demand())));
        return lines;
    }

    private void store(String cycle, String licence, List<OrderLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        lines.forEach(line -> Collections.addAll(values, cycle, licence, line.rank(), line.sku(), line.demand()));
        String rows = String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?)"));
        sql.update("INSERT INTO demand_line (cycle, licence, line_rank, sku, demand) VALUES " + rows, values);
    }

    private Receipt receipt(
            Viewer actor,
            String cycle,
            String licence,
            long version,
            Channel channel,
            Instant at,
            List<OrderLine> lines,
            Integer atMost) {
        String content = canonical(lines, atMost);
        String digest = Sha256.of(content);
        long number = sql.insert(
                "INSERT INTO order_receipt (cycle, licence, version, channel, submitted_by, submitted_at, content, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                cycle,
                licence,
                version,
                channel,
                actor.personId(),
                at,
                content,
                digest);
        return new Receipt(number, cycle, licence, version, channel, at, lines, atMost, digest);
    }

    private String canonical(List<OrderLine> lines, Integer atMost) {
        try {
            return json.writeValueAsString(new Receipts.Content(atMost, lines));
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    private static Map<String, Object> content(Receipt receipt) {
        Map<String, Object> content = new TreeMap<>();
        content.put("cycle", receipt.cycle());
        content.put("receipt", receipt.number());
        content.put("version", receipt.version());
        content.put("channel", receipt.channel().name());
        content.put("lines", receipt.lines().size());
        content.put("cartons", receipt.cartons());
        content.put("digest", receipt.digest());
        return content;
    }
}
