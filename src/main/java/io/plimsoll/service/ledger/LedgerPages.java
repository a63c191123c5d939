package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Hashing;
import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.LedgerLine;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.service.journal.JournalReading;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The ledger: its head to be printed and kept, its days, single entries, and all of it to be taken away. */
@Path("/ledger")
@Produces(MediaType.TEXT_HTML)
public class LedgerPages {

    private static final int DAYS_SHOWN = 400;

    private final Ledger ledger;
    private final JournalReading journal;
    private final Anchors anchors;
    private final TakingLedgerOut takingOut;
    private final Clock clock;

    LedgerPages(Ledger ledger, JournalReading journal, Anchors anchors, TakingLedgerOut takingOut, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.anchors = anchors;
        this.takingOut = takingOut;
        this.clock = clock;
    }

    /**
     * An entry as it is sealed.
     *
     * @param line as the journal has it now, with the hash that it was sealed with
     * @param leaf digest of the line as it is now
     * @param day that it belongs to; null while that day is open
     */
    public record EntrySheet(LedgerLine line, String leaf, SealedDay day) {}

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance ledger(
                Head head, Instant at, List<Anchors.Anchored> anchored, List<SealedDay> days);

        static native TemplateInstance entry(EntrySheet entry);
    }

    @GET
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance ledger() {
        return Templates.ledger(ledger.head(), clock.instant(), anchors.latest(), ledger.lastDays(DAYS_SHOWN));
    }

    /**
     * A head as a file, to be kept elsewhere.
     *
     * @param position where it was the head; without it, the present one
     */
    @GET
    @Path("head.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response head(@RestQuery Long position) {
        Head head = position == null ? ledger.head() : ledger.headAt(position).orElseThrow(Refused::notFound);
        return Response.ok(head.text() + "\n")
                .header("Content-Disposition", "attachment; filename=\"plimsoll-head-" + head.position() + ".txt\"")
                .build();
    }

    @GET
    @Path("export")
    @Produces("application/zip")
    @RolesAllowed(Role.Name.AUDITOR)
    public Response export() {
        return takingOut.all();
    }

    @GET
    @Path("entries/{number}")
    @RolesAllowed(Role.Name.AUDITOR)
    public TemplateInstance entry(@RestPath long number) {
        journal.require(number);
        return Templates.entry(ledger.entry(number).map(this::sheet).orElse(null));
    }

    private EntrySheet sheet(LedgerLine line) {
        return new EntrySheet(
                line,
                line.leaf(new Hashing()).hex(),
                ledger.dayOf(line.position()).orElse(null));
    }
}
