package io.plimsoll.service.assisted;

import io.plimsoll.message.Message;
import io.plimsoll.service.assisted.AssistedOrders.Row;
import io.plimsoll.service.assisted.Bodies.Collection;
import io.plimsoll.service.cycles.OrderingWindow;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.orders.OrderDraft;
import io.plimsoll.service.orders.OrderTaking;
import io.plimsoll.service.orders.Receipt;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The steps of an assisted order, one after the other, each by another. Whoever takes one holds the second window open and
 * then locks the shop's row, as whoever orders does: so of a step and a retailer's own order that come at once one is
 * first, and the own one wins either way.
 */
@ApplicationScoped
class AssistedSteps {

    private static final int LONGEST_REASON = 500;

    private final AssistedOrders orders;
    private final ConfirmationCodes codes;
    private final OrderingWindow window;
    private final OrderTaking taking;
    private final Collectable collectable;
    private final Sql sql;
    private final Journal journal;

    AssistedSteps(
            AssistedOrders orders,
            ConfirmationCodes codes,
            OrderingWindow window,
            OrderTaking taking,
            Collectable collectable,
            Sql sql,
            Journal journal) {
        this.orders = orders;
        this.codes = codes;
        this.window = window;
        this.taking = taking;
        this.collectable = collectable;
        this.sql = sql;
        this.journal = journal;
    }

    /** What goes with a step as evidence; null where it has none of it. */
    private record Evidence(
            Instant visitedAt,
            String place,
            String content,
            String digest,
            Manner manner,
            String reason,
            Long receipt) {

        static Evidence none() {
            return new Evidence(null, null, null, null, null, null, null);
        }

        static Evidence manner(Manner manner) {
            return new Evidence(null, null, null, null, manner, null, null);
        }

        static Evidence reason(String reason) {
            return new Evidence(null, null, null, null, null, reason, null);
        }

        static Evidence receipt(long receipt) {
            return new Evidence(null, null, null, null, null, null, receipt);
        }
    }

    /** A step that may be taken now. */
    private record Begun(Row row, Instant now) {}

    /** A customer manager writes down on a visit what the retailer asks for. */
    @Transactional(TxType.MANDATORY)
    AssistedOrder collect(Viewer manager, String cycle, Collection given) {
        Instant now = collectable.require(manager, cycle, given);
        String licence = given.licence().strip();
        String place = given.place().strip();
        OrderDraft draft = given.draft();
        String content = taking.content(draft);
        String digest = Sha256.of(content);
        long id = sql.insert(
                "INSERT INTO assisted_order (cycle, licence, state, collected_by, collected_at) VALUES (?, ?, ?, ?, ?)",
                cycle,
                licence,
                AssistedState.COLLECTED,
                manager.personId(),
                now);
        note(
                id,
                StepKind.COLLECTED,
                manager,
                now,
                new Evidence(given.visitedAt(), place, content, digest, null, null, null));
        long cartons = draft.lines().stream().mapToLong(OrderDraft.Line::demand).sum();
        Map<String, Object> said = new TreeMap<>();
        said.put("cycle", cycle);
        said.put("assistedOrder", id);
        said.put("visitedAt", given.visitedAt());
        said.put("place", new Personal(Subject.retailer(licence), place));
        said.put("lines", draft.lines().size());
        said.put("cartons", cartons);
        said.put("digest", digest);
        journal.append(manager, Act.ASSISTED_ORDER_COLLECTED, Subject.retailer(licence), said);
        return orders.shown(id);
    }

    /** The retailer, signed in, says whether this is what he asks for. */
    @Transactional
    AssistedOrder answer(Viewer retailer, long id, Boolean confirms, String reason) {
        orders.inScope(id);
        Checks checks = new Checks();
        checks.given("confirms", confirms);
        String said = checks.lineIfAny("reason", reason, LONGEST_REASON);
        checks.refuseErrors();
        Begun begun = begin(id);
        StepKind kind = confirms ? StepKind.CONFIRMED : StepKind.REJECTED;
        if (isDoneBy(retailer, id, kind)) {
            return orders.shown(id);
        }
        requireToConfirm(begun.row());
        requireAnother(retailer, begun.row().collectedBy());
        if (confirms) {
            confirm(retailer, begun, Manner.SIGNED_IN);
        } else {
            step(begun, AssistedState.REFUSED, false);
            note(id, kind, retailer, begun.now(), Evidence.reason(said));
            tell(retailer, Act.ASSISTED_ORDER_REJECTED, begun.row(), "reason", personal(begun.row(), said));
        }
        return orders.shown(id);
    }

    /** The retailer types his code into the device of the one who collected. */
    AssistedOrder confirmByCode(Viewer manager, long id, String code) {
        Row row = QuarkusTransaction.requiringNew()
                .call(() -> requireToConfirmByCode(manager, id).row());
        if (code == null || code.isBlank()) {
            throw Refused.field("code", Message.of("FIELD_MISSING"));
        }
        codes.require(manager, id, row.licence(), code);
        return QuarkusTransaction.requiringNew().call(() -> {
            Begun begun = requireToConfirmByCode(manager, id);
            codes.forgetTries(row.licence());
            confirm(manager, begun, Manner.CODE);
            return orders.shown(id);
        });
    }

    private Begun requireToConfirmByCode(Viewer manager, long id) {
        Begun begun = begin(id);
        collectable.requireActive(begun.row().licence());
        requireToConfirm(begun.row());
        if (begun.row().collectedBy() != manager.personId()) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_NOT_THE_COLLECTOR"));
        }
        return begun;
    }

    private static void requireToConfirm(Row row) {
        if (row.state() != AssistedState.COLLECTED || row.confirmed()) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_CONFIRM_NOT_NOW", "now", now(row)));
        }
    }

    private void confirm(Viewer by, Begun begun, Manner manner) {
        step(begun, AssistedState.COLLECTED, true);
        note(begun.row().id(), StepKind.CONFIRMED, by, begun.now(), Evidence.manner(manner));
        tell(by, Act.ASSISTED_ORDER_CONFIRMED, begun.row(), "manner", manner);
    }

    /** The market manager signs, or refuses with a reason. */
    @Transactional
    AssistedOrder sign(Viewer marketManager, long id, Boolean signs, String reason) {
        orders.inScope(id);
        Checks checks = new Checks();
        checks.given("signs", signs);
        String said = Boolean.FALSE.equals(signs) ? checks.words("reason", reason, LONGEST_REASON) : null;
        checks.refuseErrors();
        Begun begun = begin(id);
        StepKind kind = signs ? StepKind.VERIFIED : StepKind.REFUSED;
        if (isDoneBy(marketManager, id, kind)) {
            return orders.shown(id);
        }
        Row row = begun.row();
        collectable.requireActive(row.licence());
        if (row.state() != AssistedState.COLLECTED) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_SIGN_NOT_NOW", "now", now(row)));
        }
        requireAnother(marketManager, row.collectedBy());
        requireAnother(marketManager, by(id, StepKind.CONFIRMED));
        if (signs && !row.confirmed()) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_UNCONFIRMED"));
        }
        step(begun, signs ? AssistedState.VERIFIED : AssistedState.REFUSED, row.confirmed());
        note(id, kind, marketManager, begun.now(), Evidence.reason(said));
        if (signs) {
            tell(marketManager, Act.ASSISTED_ORDER_VERIFIED, row, "digest", digest(id));
        } else {
            tell(marketManager, Act.ASSISTED_ORDER_REFUSED, row, "reason", personal(row, said));
        }
        return orders.shown(id);
    }

    /** The order desk enters what was signed, on the business day after it was collected. */
    @Transactional
    AssistedOrder enter(Viewer orderDesk, long id) {
        orders.inScope(id);
        Begun begun = begin(id);
        if (isDoneBy(orderDesk, id, StepKind.ENTERED)) {
            return orders.shown(id);
        }
        Row row = begun.row();
        collectable.requireActive(row.licence());
        if (row.state() != AssistedState.VERIFIED) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_ENTER_NOT_NOW", "now", now(row)));
        }
        requireAnother(orderDesk, row.collectedBy());
        requireAnother(orderDesk, by(id, StepKind.CONFIRMED));
        requireAnother(orderDesk, by(id, StepKind.VERIFIED));
        LocalDate from = orders.entryFrom(row.cycle(), row.collectedAt());
        if (orders.day(begun.now()).isBefore(from)) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_ENTER_TOO_EARLY", "day", from));
        }
        Receipt receipt = taking.enter(orderDesk, row.cycle(), row.licence(), orders.draft(id));
        step(begun, AssistedState.ENTERED, true);
        note(id, StepKind.ENTERED, orderDesk, begun.now(), Evidence.receipt(receipt.number()));
        tell(orderDesk, Act.ASSISTED_ORDER_ENTERED, row, "receipt", receipt.number());
        return orders.shown(id);
    }

    /** Holds the window, locks the shop, and looks at the order again. */
    private Begun begin(long id) {
        Row unlocked = orders.inScope(id);
        Instant now = window.holdSecond(unlocked.cycle());
        sql.first("SELECT 1 FROM retailer WHERE licence = ? FOR UPDATE", row -> row.getInt(1), unlocked.licence());
        return new Begun(orders.inScope(id), now);
    }

    /** Nobody takes two steps of one order, whatever he has become since. */
    private static void requireAnother(Viewer viewer, Long before) {
        if (Objects.equals(before, viewer.personId())) {
            throw new Refused(Problem.CONFLICT, Message.of("ASSISTED_SAME_PERSON"));
        }
    }

    private Long by(long id, StepKind kind) {
        return sql.first(
                        "SELECT by_person FROM assisted_step WHERE assisted_order = ? AND step = ?",
                        row -> Sql.whole(row, "by_person"),
                        id,
                        kind)
                .orElse(null);
    }

    /** Whoever sends the same again, for want of an answer, is answered as the first time. */
    private boolean isDoneBy(Viewer viewer, long id, StepKind kind) {
        return Objects.equals(by(id, kind), viewer.personId());
    }

    private String digest(long id) {
        return sql.texts(
                        "SELECT digest FROM assisted_step WHERE assisted_order = ? AND step = 'COLLECTED'", List.of(id))
                .get(0);
    }

    private void step(Begun begun, AssistedState next, boolean confirmed) {
        int changed = sql.update(
                "UPDATE assisted_order SET state = ?, confirmed = ?, version = version + 1 WHERE id = ? AND version = ?",
                next,
                confirmed,
                begun.row().id(),
                begun.row().version());
        if (changed == 0) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
    }

    private void note(long id, StepKind kind, Viewer by, Instant at, Evidence evidence) {
        sql.update(
                "INSERT INTO assisted_step (assisted_order, step, by_person, at, visited_at, place, content, digest, manner,"
                        + " reason, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                kind,
                by.personId(),
                at,
                evidence.visitedAt(),
                evidence.place(),
                evidence.content(),
                evidence.digest(),
                evidence.manner(),
                evidence.reason(),
                evidence.receipt());
    }

    private void tell(Viewer by, Act act, Row row, String name, Object value) {
        Map<String, Object> said = new TreeMap<>();
        said.put("cycle", row.cycle());
        said.put("assistedOrder", row.id());
        if (value != null) {
            said.put(name, value);
        }
        journal.append(by, act, Subject.retailer(row.licence()), said);
    }

    private static Personal personal(Row row, String words) {
        return words == null ? null : new Personal(Subject.retailer(row.licence()), words);
    }

    private static Message now(Row row) {
        return Message.of("assistedState." + row.state());
    }
}
