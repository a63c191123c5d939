package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.service.right.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger for programs: its head to be anchored elsewhere, all of it to be checked offline. */
@Path("/api/ledger")
@Tag(name = "Ledger")
public class LedgerResource {

    private static final int DAYS = 4_000;

    private final Ledger ledger;
    private final TakingLedgerOut takingOut;

    LedgerResource(Ledger ledger, TakingLedgerOut takingOut) {
        this.ledger = ledger;
        this.takingOut = takingOut;
    }

    /** How far the ledger has come. */
    @Schema(name = "LedgerHead")
    record HeadView(
            @Schema(examples = "27", description = "of the last entry that is sealed")
            long position,

            @Schema(examples = "plimsoll-head 1 5f1c... 27 9ab0...", description = "to be kept elsewhere: an anchor")
            String text) {

        static HeadView of(Head head) {
            return new HeadView(head.position(), head.text());
        }
    }

    /** A day that is closed. */
    @Schema(name = "LedgerDay")
    record DayView(
            @Schema(examples = "2026-11-28") String day,

            @Schema(examples = "1", description = "position of its first entry")
            long first,

            @Schema(examples = "27") long last,

            @Schema(examples = "9ab0...", description = "of the tree over its entries")
            String root,

            @Schema(examples = "77c4...", description = "hash of its last entry")
            String head) {

        static DayView of(SealedDay day) {
            return new DayView(
                    day.date(),
                    day.first(),
                    day.last(),
                    day.root().hex(),
                    day.head().hex());
        }
    }

    @GET
    @Path("head")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR,
        Role.Name.ADMIN
    })
    @Operation(summary = "The head of the ledger: keep it elsewhere, and nothing before it can be altered unseen")
    public HeadView head() {
        return HeadView.of(ledger.head());
    }

    @GET
    @Path("days")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR,
        Role.Name.ADMIN
    })
    @Operation(summary = "The latest closed days with their roots, the last first")
    public List<DayView> days() {
        return ledger.lastDays(DAYS).stream().map(DayView::of).toList();
    }

    @GET
    @Path("export")
    @RolesAllowed(Role.Name.AUDITOR)
    @Produces("application/zip")
    @Operation(summary = "The whole ledger as a zip, for plimsoll verify-ledger")
    public Response export() {
        return takingOut.all();
    }
}
