package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Personal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.ShopRecord.NewReceiver;
import io.plimsoll.service.master.ShopRecord.Receiver;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may receive goods for a shop (R25). The retailer registers them for his own shop, or the order desk for any; a
 * customer manager does not, since who receives is what his deliveries are checked against. One that is ended stays on
 * record.
 */
@ApplicationScoped
public class Receivers {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 40;

    private final Sql sql;
    private final RetailerRegister register;
    private final Asking asking;
    private final Journal journal;
    private final Clock clock;

    Receivers(Sql sql, RetailerRegister register, Asking asking, Journal journal, Clock clock) {
        this.sql = sql;
        this.register = register;
        this.asking = asking;
        this.journal = journal;
        this.clock = clock;
    }

    /** All of a shop, those who still may first. */
    @Transactional
    public PageOf<Receiver> list(String licence, Paging paging) {
        register.read(licence);
        long total = sql.number("SELECT COUNT(*) FROM receiver WHERE licence = ?", List.of(licence));
        List<Receiver> found = sql.list(
                "SELECT * FROM receiver WHERE licence = ? ORDER BY ended_at IS NOT NULL, id DESC LIMIT ? OFFSET ?",
                List.of(licence, paging.size, paging.offset()),
                Receiver::read);
        return PageOf.of(found, paging, total);
    }

    /** Registers one. */
    @Transactional
    public Receiver register(String licence, NewReceiver given) {
        register.visible(licence);
        Checks checks = new Checks();
        String name = checks.line("name", given.name(), LONGEST_NAME);
        String phone = checks.lineIfAny("phone", given.phone(), LONGEST_PHONE);
        checks.refuseErrors();
        Instant now = clock.instant();
        long id = sql.insert(
                "INSERT INTO receiver (licence, name, phone, registered_at) VALUES (?, ?, ?, ?)",
                Arrays.asList(licence, name, phone, now));
        Subject retailer = Subject.retailer(licence);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("receiver", id);
        content.put("name", new Personal(retailer, name));
        content.put("phone", phone == null ? null : new Personal(retailer, phone));
        journal.append(asking.known(), Act.RECEIVER_REGISTERED, retailer, content);
        return new Receiver(id, name, phone, now, null);
    }

    /** From now on somebody may receive nothing for the shop any more. To end him twice is to end him once. */
    @Transactional
    public void end(String licence, long id) {
        RegisteredRetailer retailer = register.visible(licence);
        Optional<Receiver> receiver =
                sql.first("SELECT * FROM receiver WHERE licence = ? AND id = ?", List.of(licence, id), Receiver::read);
        asking.requireInScope(receiver.map(found -> retailer.owner()));
        int ended = sql.update(
                "UPDATE receiver SET ended_at = ?, version = version + 1 WHERE id = ? AND ended_at IS NULL",
                List.of(clock.instant(), id));
        if (ended > 0) {
            journal.append(asking.known(), Act.RECEIVER_ENDED, Subject.retailer(licence), Map.of("receiver", id));
        }
    }
}
