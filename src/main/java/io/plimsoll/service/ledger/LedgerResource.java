package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Head;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The ledger for programs: its head to be anchored elsewhere, all of it to be checked offline, and single proofs. */
@Path("/api")
@Tag(name = "Ledger")
public class LedgerResource {

    private final Ledger ledger;
    private final LedgerExport export;
    private final Proofs proofs;
    private final Cycles cycles;
    private final ShopScope scope;
    private final Sql sql;
    private final Journal journal;
    private final Asking asking;

    LedgerResource(
            Ledger ledger,
            LedgerExport export,
            Proofs proofs,
            Cycles cycles,
            ShopScope scope,
            Sql sql,
            Journal journal,
            Asking asking) {
        this.ledger = ledger;
        this.export = export;
        this.proofs = proofs;
        this.cycles = cycles;
        this.scope = scope;
        this.sql = sql;
        this.journal = journal;
        this.asking = asking;
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

    @GET
    @Path("ledger/head")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR, Role.Name.ADMIN})
    @Operation(summary = "The head of the ledger: keep it elsewhere, and nothing before it can be altered unseen")
    public HeadView head() {
        return HeadView.of(ledger.head());
    }

    @GET
    @Path("exports/ledger")
    @RolesAllowed(Role.Name.AUDITOR)
    @Produces("application/zip")
    @Operation(summary = "The whole ledger as a zip, for plimsoll verify-ledger")
    public Response export() {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        asking.known(), Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", "ledger")));
        StreamingOutput content = export::write;
        return Response.ok(content, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"ledger.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("cycles/{cycle}/grants/{licence}/proof")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "What proves a retailer's grants, for plimsoll verify-proof")
    public String proof(@RestPath String cycle, @RestPath String licence) {
        scope.require(licence);
        cycles.find(asking.known(), cycle);
        return sql.first("SELECT id FROM allocation_run WHERE cycle = ? AND in_force", row -> row.getLong(1), cycle)
                .flatMap(run -> proofs.of(cycle, run, licence))
                .orElseThrow(Refused::notFound)
                .text();
    }
}
